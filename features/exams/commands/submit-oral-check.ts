import 'server-only'
import { type Graded, isRight, resultOf } from '@/domain/exams/grade'
import { mayStillRecord } from '@/domain/exams/oral-check'
import { recordCompletion } from '@/features/standing/commands/record-completion'
import { recordAudit } from '@/server/audit/record'
import { databaseNow } from '@/server/clock'
import { type ItemBody, type OptionMap, ownAnswer } from '@/server/content/learner-paper'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { checkOfAsker } from '../queries/check-of-asker'
import { lockPerson } from './close-attempt'

/** What the person answered to one question, as the option's id on the page; nothing = no answer. */
export type OralAnswer = { position: number; value: string[] }
type GradedAnswer = Graded & { value: string[] }

/**
 * Records what somebody answered, grades it from the stored items and, when enough is right, records the completion of evidence
 * class 当面 on this day. Recording again, also at the same moment, changes nothing: the first result stands.
 *
 * Refuses, and writes nothing: not the asker's own or no longer in their area ('not-found'), broken off before ('abandoned'), asked
 * too long ago ('too-late').
 */
export function submitOralCheck(
  ctx: Context,
  { checkId, answers }: { checkId: string; answers: readonly OralAnswer[] },
): Promise<Outcome<{ hasPassed: boolean }, 'not-found' | 'abandoned' | 'too-late'>> {
  return ctx.transaction(async (tx) => {
    const mine = await checkOfAsker(tx, ctx.actor, checkId)
    if (!mine) return refuse('not-found')
    await lockPerson(tx, mine.personId)
    // Read again under the lock, which every command about this person's checks takes first.
    const check = await tx.oralCheck.findUniqueOrThrow({ where: { id: checkId } })
    if (check.state === 'SUBMITTED') return ok({ hasPassed: check.passed === true })
    if (check.state === 'ABANDONED') return refuse('abandoned')
    const now = await databaseNow(tx)
    if (!mayStillRecord(check.startedAt, now)) return refuse('too-late')

    const graded = await gradedAnswers(tx, checkId, answers)
    const { right, total, hasPassed } = resultOf(graded, check.passRight)
    await saveAnswers(tx, checkId, graded)
    const closed = { state: 'SUBMITTED', submittedAt: now, right, passed: hasPassed } as const
    await tx.oralCheck.update({ where: { id: checkId }, data: closed, select: { id: true } })
    await recordAudit(tx, ctx, {
      kind: 'oral-check.submitted',
      subjectId: checkId,
      regionPath: mine.leafPath,
      detail: { exam: check.examSlug, right, total, passed: hasPassed },
    })
    if (hasPassed) {
      const { id } = await recordCompletion(tx, ctx, {
        personId: check.personId,
        subjectKind: 'EXAM',
        slug: check.examSlug,
        contentVersion: check.contentVersion,
        happenedAt: now,
        evidence: 'IN_PERSON',
        sourceKey: `oral-check:${checkId}`,
      })
      // The check's own row, which this transaction holds already: no lock is taken after the restand.
      await tx.oralCheck.update({ where: { id: checkId }, data: { completionId: id }, select: { id: true } })
    }
    return ok({ hasPassed })
  })
}

async function gradedAnswers(
  tx: Transaction,
  checkId: string,
  answers: readonly OralAnswer[],
): Promise<GradedAnswer[]> {
  const told = new Map(answers.map(({ position, value }) => [position, value]))
  const items = await tx.$queryRaw<{ position: number; body: ItemBody; map: OptionMap }[]>`
    SELECT i.position, v.body, i.option_map AS map FROM oral_check_item i JOIN item_version v ON v.sha256 = i.item_sha
    WHERE i.check_id = ${checkId}::uuid ORDER BY i.position`
  return items.map(({ position, body, map }) => {
    const value = told.get(position) ?? []
    return {
      position,
      concept: body.concept,
      isRight: isRight(body.key, ownAnswer(value, body.kind, map)),
      value,
    }
  })
}

async function saveAnswers(tx: Transaction, checkId: string, graded: readonly GradedAnswer[]): Promise<void> {
  const rows = graded.map(({ position, value, isRight: right }) => ({ position, value, is_right: right }))
  await tx.$executeRaw`
    UPDATE oral_check_item i SET answer = told.value, is_right = told.is_right
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS told(position int, value jsonb, is_right boolean)
    WHERE i.check_id = ${checkId}::uuid AND i.position = told.position`
}
