import 'server-only'
import type { Alternative } from '@/domain/rates/entry-facts'
import { courseByExam, courseBySlug, labBySlug } from '@/server/content/catalog'

/** What a requirement's subject is called, how long it takes, and where it is done. */
export type SubjectLink = { title: string; minutes: number | null; href: string | null }

/** Minutes per question of a paper without a time limit, for "about how long". */
const QUESTION_MINUTES = 0.4
/** The cards of a digest together. */
const DIGEST_MINUTES = 1

/**
 * The page of a course, exam or lab; a session has none, and a slug without content keeps its name. With `isHeadToDo` a course of
 * cards and its exam lead to the one page where a head begins.
 */
export function subjectLink(
  { subjectKind, slug }: Pick<Alternative, 'subjectKind' | 'slug'>,
  isHeadToDo = false,
): SubjectLink {
  if (subjectKind === 'COURSE') {
    const course = courseBySlug(slug)
    const isDigest = isHeadToDo && course !== undefined && course.digest.length > 0
    const href = isDigest ? '/learn/start' : `/learn/courses/${slug}`
    if (course) return { title: course.title, minutes: isDigest ? DIGEST_MINUTES : course.minutes, href }
  }
  if (subjectKind === 'EXAM') {
    const course = courseByExam(slug)
    const minutes = course?.exam.limitMinutes ?? Math.ceil((course?.exam.draw ?? 0) * QUESTION_MINUTES)
    const href = isHeadToDo && course && course.digest.length > 0 ? '/learn/start' : `/learn/exams/${slug}`
    if (course) return { title: `${course.title} · ${course.exam.title}`, minutes, href }
  }
  if (subjectKind === 'LAB') {
    const lab = labBySlug(slug)
    if (lab) return { title: lab.title, minutes: lab.minutes, href: `/learn/labs/${slug}` }
  }
  return { title: slug, minutes: null, href: null }
}
