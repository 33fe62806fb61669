import 'server-only'
import {
  type CourseFacts,
  type CourseOutline,
  type CourseProgress,
  courseProgress,
} from '@/domain/progress/course-progress'
import type { CompiledCourse } from '@/server/content/compiled'
import type { Transaction } from '@/server/db/client'

/** The answer a reader gave to a self-check, as it is shown again. */
export type GivenAnswer = { lesson: string; checkId: string; value: string[]; isRight: boolean }

/** Where the end of a digest is noted: as the answered check of a lesson of that name. */
export const DIGEST = 'digest'

/** What one person did in a course, and the progress that follows from it; one query. */
export async function courseFacts(
  tx: Pick<Transaction, '$queryRaw'>,
  personId: string,
  course: CompiledCourse,
): Promise<{ progress: CourseProgress; answers: GivenAnswer[]; hasSeenDigest: boolean }> {
  const [row] = await tx.$queryRaw<{ opened: string[] | null; answers: GivenAnswer[] | null }[]>`
    SELECT
      (SELECT json_agg(lesson) FROM lesson_position
        WHERE person_id = ${personId}::uuid AND course = ${course.slug}) AS opened,
      (SELECT json_agg(json_build_object('lesson', lesson, 'checkId', check_id, 'value', value, 'isRight', is_right))
        FROM self_check_answer WHERE person_id = ${personId}::uuid AND course = ${course.slug}) AS answers`
  const answers = row?.answers ?? []
  const facts: CourseFacts = {
    openedLessons: new Set(row?.opened ?? []),
    answeredChecks: new Set(answers.filter((one) => one.lesson !== DIGEST).map((one) => one.checkId)),
    hasSeenDigest: answers.some((one) => one.lesson === DIGEST),
  }
  return { progress: courseProgress(outlineOf(course), facts), answers, hasSeenDigest: facts.hasSeenDigest }
}

/** What progress is counted by. */
export function outlineOf(course: CompiledCourse): CourseOutline {
  return {
    lessons: course.lessons.map(({ slug, selfChecks }) => ({ slug, lastCheck: selfChecks.at(-1) ?? '' })),
    hasDigest: course.digest.length > 0,
  }
}
