import 'server-only'
import { recordCompletion } from '@/features/standing/commands/record-completion'
import { databaseNow } from '@/server/clock'
import type { CompiledCourse } from '@/server/content/compiled'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { courseFacts } from '../queries/course-facts'

/** Makes two answers of one reader wait for each other: the last two, given at once, must not miss each other. */
export async function lockReader(tx: Transaction, personId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS locked FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`
}

/**
 * Records the completion of a course once its facts say so. Asked again, also at the same moment, it stays one completion per
 * person and content version.
 *
 * @returns whether the course is complete
 */
export async function completeCourseIfDone(tx: Transaction, ctx: Context, course: CompiledCourse): Promise<boolean> {
  const { personId } = ctx.actor
  const { progress } = await courseFacts(tx, personId, course)
  if (!progress.isComplete) return false
  const sourceKey = `course:${course.slug}:v${course.version}:${personId}`
  if (await tx.completion.findUnique({ where: { sourceKey }, select: { id: true } })) return true
  await recordCompletion(tx, ctx, {
    personId,
    subjectKind: 'COURSE',
    slug: course.slug,
    contentVersion: course.version,
    happenedAt: await databaseNow(tx),
    evidence: 'ONLINE',
    sourceKey,
  })
  return true
}
