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

/** What one person did in a course, and the progress that follows from it. */
export async function courseFacts(
  tx: Pick<Transaction, 'lessonPosition' | 'selfCheckAnswer'>,
  personId: string,
  course: CompiledCourse,
): Promise<{ progress: CourseProgress; answers: GivenAnswer[]; hasSeenDigest: boolean }> {
  const where = { personId, course: course.slug }
  const [positions, rows] = await Promise.all([
    tx.lessonPosition.findMany({ where, select: { lesson: true } }),
    tx.selfCheckAnswer.findMany({ where, select: { lesson: true, checkId: true, value: true, isRight: true } }),
  ])
  const answers = rows.map((row) => ({ ...row, value: textList(row.value) }))
  const facts: CourseFacts = {
    openedLessons: new Set(positions.map((row) => row.lesson)),
    answeredChecks: new Set(answers.filter((row) => row.lesson !== DIGEST).map((row) => row.checkId)),
    hasSeenDigest: answers.some((row) => row.lesson === DIGEST),
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

function textList(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}
