import { foldersIn, loadCourse } from '@/server/content/load-course'
import type { Problem } from '@/server/content/source-file'
import type { WrittenQuestion } from '../written-question'

/**
 * The bank of a course as its authors wrote it, read from `content/`.
 *
 * @param root the folder of the installation
 * @returns null when there is no such course, or its files have problems
 */
export function bankQuestions(root: string, course: string): WrittenQuestion[] | null {
  if (!foldersIn(root, 'courses').includes(course)) return null
  const problems: Problem[] = []
  const source = loadCourse(root, course, problems)
  if (!source || problems.length > 0) return null
  return source.bank.map(({ question, group }) => ({
    question,
    group: group && { id: group.id, material: group.material, part: group.part, parts: group.parts },
  }))
}
