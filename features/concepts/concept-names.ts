import 'server-only'
import { courseByExam, contentCatalog, labBySlug } from '@/server/content/catalog'

/** Where a concept was asked, what it is called, and the lesson that explains it, when a course does. */
export type NamedConcept = { title: string; from: string; lesson: { href: string; title: string } | null }

/** The words for a concept of a lab or exam; null when the content has it no more. */
export function namedConcept(kind: 'LAB' | 'EXAM', slug: string, concept: string): NamedConcept | null {
  if (kind === 'LAB') {
    const lab = labBySlug(slug)
    const found = lab?.concepts.find(({ id }) => id === concept)
    return lab && found ? { title: found.title, from: lab.title, lesson: lessonAt(found.lesson) } : null
  }
  const course = courseByExam(slug)
  const found = course?.concepts.find(({ id }) => id === concept)
  if (!course || !found) return null
  return { title: found.title, from: course.exam.title, lesson: lessonAt(`${course.slug}/${found.lesson}`) }
}

function lessonAt(address: string | undefined): NamedConcept['lesson'] {
  const [courseSlug, lessonSlug] = address?.split('/') ?? []
  const course = contentCatalog().courses.find(({ slug }) => slug === courseSlug)
  const lesson = course?.lessons.find(({ slug }) => slug === lessonSlug)
  return course && lesson ? { href: `/learn/courses/${course.slug}/${lesson.slug}`, title: lesson.title } : null
}
