import 'server-only'
import { contentCatalog } from './catalog'

/**
 * The title of a course, exam or lab by kind ("COURSE", "EXAM", "LAB") and slug; the slug itself when the content does not know it.
 */
export function subjectTitles(): (kind: string, slug: string) => string {
  const { courses, labs } = contentCatalog()
  const titles = new Map<string, string>([
    ...courses.flatMap((course): [string, string][] => [
      [`COURSE:${course.slug}`, course.title],
      [`EXAM:${course.exam.slug}`, course.exam.title],
    ]),
    ...labs.map((lab): [string, string] => [`LAB:${lab.slug}`, lab.title]),
  ])
  return (kind, slug) => titles.get(`${kind}:${slug}`) ?? slug
}
