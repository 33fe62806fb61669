import 'server-only'
import { GRACE_SECONDS } from '@/domain/exams/attempt-rules'
import { type ExamResult, type Graded, resultOf } from '@/domain/exams/grade'
import { POINT, scoreOf } from '@/domain/exams/score'
import { recordCompletion } from '@/features/standing/commands/record-completion'
import { recordAudit } from '@/server/audit/record'
import { type ItemBody, type OptionMap, ownAnswer } from '@/server/content/learner-paper'
import type { Context, SystemContext } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import type { Blueprint } from '../blueprint'

type Closed = {
  id: string
  personId: string
  examSlug: string
  contentVersion: number
  blueprint: Blueprint
  state: 'SUBMITTED' | 'EXPIRED'
  submittedAt: Date
}

/**
 * Locks the person whose attempts are about to change. Every command of this feature takes this lock before it locks an
 * attempt, in the order `restandMany` expects, so that none of them can wait for another in a circle.
 */
export async function lockPerson(tx: Transaction, personId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS locked FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`
}

/**
 * Closes one open attempt of this person, grades the answers saved so far, and records the completion when it was passed.
 * The finish time never lies after the deadline. The caller holds the person's lock.
 *
 * @returns null when there is no such open attempt: somebody closed it before, and its stored result stands
 */
export async function closeAttempt(
  tx: Transaction,
  ctx: Context | SystemContext,
  { id, personId }: { id: string; personId: string },
): Promise<ExamResult | null> {
  const [closed] = await tx.$queryRaw<Closed[]>`
    /* prepared: close-attempt */
    UPDATE attempt
    SET state = (CASE WHEN clock_timestamp() > deadline_at + make_interval(secs => ${GRACE_SECONDS}::int)
                 THEN 'EXPIRED' ELSE 'SUBMITTED' END)::attempt_state,
        submitted_at = least(clock_timestamp(), deadline_at)
    WHERE id = ${id}::uuid AND person_id = ${personId}::uuid AND state = 'OPEN'
    RETURNING id, person_id AS "personId", exam_slug AS "examSlug", content_version AS "contentVersion", blueprint,
      state, submitted_at AS "submittedAt"`
  if (!closed) return null

  const graded = await gradedItems(tx, id)
  const result = resultOf(graded, closed.blueprint.pass)
  await saveResult(tx, id, graded, result)
  await recordAudit(tx, ctx, {
    kind: closed.state === 'EXPIRED' ? 'attempt.expired' : 'attempt.submitted',
    subjectId: id,
    detail: { exam: closed.examSlug, right: result.right, total: result.total, passed: result.hasPassed },
  })
  if (result.hasPassed) await completeExam(tx, ctx, closed)
  return result
}

async function gradedItems(tx: Transaction, attemptId: string): Promise<Graded[]> {
  const rows = await tx.$queryRaw<
    { position: number; body: ItemBody; optionMap: OptionMap; value: string[] | null; isWithdrawn: boolean }[]
  >`
    /* prepared: graded-items */
    SELECT i.position, v.body, i.option_map AS "optionMap", a.value,
      EXISTS (SELECT FROM item_withdrawal w WHERE w.restored_at IS NULL
        AND w.course = v.body ->> 'course' AND w.question_id = v.body ->> 'id') AS "isWithdrawn"
    FROM attempt_item i
    JOIN item_version v ON v.sha256 = i.item_sha
    LEFT JOIN answer a ON a.attempt_id = i.attempt_id AND a.position = i.position
    WHERE i.attempt_id = ${attemptId}::uuid ORDER BY i.position`
  return rows.map(({ position, body, optionMap, value, isWithdrawn }) => ({
    position,
    concept: body.concept,
    // A question found to be wrong counts as right for everybody (decision 031).
    score: isWithdrawn ? POINT : scoreOf(body.key, ownAnswer(value ?? [], body.kind, optionMap)),
  }))
}

async function saveResult(tx: Transaction, id: string, graded: readonly Graded[], result: ExamResult): Promise<void> {
  const scores = graded.map(({ position, score }) => ({ position, score }))
  await tx.$executeRaw`
    /* prepared: save-result */
    WITH scored AS (
      UPDATE attempt_item i SET score = given.score, is_right = given.score = ${POINT}::int
      FROM jsonb_to_recordset(${JSON.stringify(scores)}::jsonb) AS given(position int, score int)
      WHERE i.attempt_id = ${id}::uuid AND i.position = given.position)
    UPDATE attempt SET points = ${result.right}::int, score = ${result.score}::int, score_max = ${result.scoreMax}::int,
      passed = ${result.hasPassed}::boolean, concept_scores = ${JSON.stringify(result.perConcept)}::jsonb
    WHERE id = ${id}::uuid`
}

/** Records the completion of a passed attempt, on the day it was handed in; recording it again changes nothing. */
export async function completeExam(
  tx: Transaction,
  ctx: Context | SystemContext,
  closed: Pick<Closed, 'id' | 'personId' | 'examSlug' | 'contentVersion' | 'submittedAt'>,
): Promise<void> {
  await recordCompletion(tx, ctx, {
    personId: closed.personId,
    subjectKind: 'EXAM',
    slug: closed.examSlug,
    contentVersion: closed.contentVersion,
    happenedAt: closed.submittedAt,
    evidence: 'ONLINE',
    sourceKey: `attempt:${closed.id}`,
  })
}
