import type { CompiledCourse } from './compiled'
import { healthOf } from './health-of'
import type { Problem } from './source-file'

/** What gives answers away in a bank, or hardly asks about a concept: problems, as a learner is judged by it (decision 033). */
export function healthProblems(course: CompiledCourse): Problem[] {
  const { longest, positions, nearDuplicates, allOfThem, thinConcepts } = healthOf(course)
  const file = `content/courses/${course.slug}/bank.yaml`
  const percent = (share: number) => `${Math.round(share * 100)} %`
  const told = [
    ...(longest.isSkewed
      ? [
          `the right option is the longest in ${percent(longest.share)} of single choices, chance brings ${percent(longest.chance)}`,
        ]
      : []),
    ...(positions.isSkewed ? [`right options stand in places 1 to 4 ${positions.counts.join(', ')} times`] : []),
    ...nearDuplicates.map(({ one, other }) => `${one} and ${other} ask nearly the same`),
    ...allOfThem.map((id) => `${id}: an option says "all of the above" or the like`),
    ...thinConcepts.map((id) => `the concept ${id} has fewer than three questions`),
  ]
  return told.map((message) => ({ file, line: 1, message }))
}
