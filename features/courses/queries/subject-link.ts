import 'server-only'
import type { Alternative } from '@/domain/rates/entry-facts'
import { courseByExam, courseBySlug, labBySlug } from '@/server/content/catalog'

/** What a requirement's subject is called, how long it takes, and where it is done. */
export type SubjectLink = { title: string; minutes: number | null; href: string | null }

/** Minutes per question of a paper without a time limit, for "about how long". */
const QUESTION_MINUTES = 0.4

/** The page of a course, exam or lab; a session has none, and a slug without content keeps its name. */
export function subjectLink({ subjectKind, slug }: Pick<Alternative, 'subjectKind' | 'slug'>): SubjectLink {
  if (subjectKind === 'COURSE') {
    const course = courseBySlug(slug)
    const isDigest = course?.audience.includes('head') && course.digest.length > 0
    if (course) return { title: course.title, minutes: isDigest ? 2 : course.minutes, href: `/learn/courses/${slug}` }
  }
  if (subjectKind === 'EXAM') {
    const course = courseByExam(slug)
    const minutes = course?.exam.limitMinutes ?? Math.ceil((course?.exam.draw ?? 0) * QUESTION_MINUTES)
    if (course) return { title: `${course.title} · ${course.exam.title}`, minutes, href: `/learn/exams/${slug}` }
  }
  if (subjectKind === 'LAB') {
    const lab = labBySlug(slug)
    if (lab) return { title: lab.title, minutes: lab.minutes, href: `/learn/labs/${slug}` }
  }
  return { title: slug, minutes: null, href: null }
}
