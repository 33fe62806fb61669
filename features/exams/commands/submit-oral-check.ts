import 'server-only'
import { type Graded, resultOf } from '@/domain/exams/grade'
import { mayStillRecord, oralStartRule } from '@/domain/exams/oral-check'
import { POINT, scoreOf } from '@/domain/exams/score'
import { recordCompletion } from '@/features/standing/commands/record-completion'
import { recordAudit } from '@/server/audit/record'
import { databaseNow } from '@/server/clock'
import { courseByExam } from '@/server/content/catalog'
import { type ItemBody, type OptionMap, ownAnswer } from '@/server/content/learner-paper'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { blueprintOf } from '../blueprint'
import { askableHeads } from '../queries/askable-heads'
import { checkOfAsker } from '../queries/check-of-asker'
import { oralTries } from '../queries/oral-tries'
import { lockPerson } from './close-attempt'

/** What the person answered to one question, as the option's id on the page; nothing = no answer. */
export type OralAnswer = { position: number; value: string[] }
type StartOfExam = Exclude<ReturnType<typeof oralStartRule>, { mayStart: true }>['refusal']
type SubmitOralRefusal = 'not-found' | 'abandoned' | 'too-late' | StartOfExam
type GradedAnswer = Graded & { value: string[] }

/**
 * Records what somebody answered, grades it from the stored items and, when enough is right, records the completion of evidence
 * class 当面 on this day. Recording again, also at the same moment, changes nothing: the first result stands.
 *
 * Refuses, and writes nothing: not the asker's own or no longer in their area ('not-found'), broken off before ('abandoned'), asked
 * too long ago ('too-late'), and what the exam's rules forbid by what this person tried since the questions were drawn.
 */
export function submitOralCheck(
  ctx: Context,
  { checkId, answers }: { checkId: string; answers: readonly OralAnswer[] },
): Promise<Outcome<{ hasPassed: boolean }, SubmitOralRefusal>> {
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
    const forbidden = await forbiddenNow(tx, ctx, check, now)
    if (forbidden) return refuse(forbidden)

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

/** The exam's rules asked again: the person may have tried online, or have been asked, while these questions were open. */
async function forbiddenNow(
  tx: Transaction,
  ctx: Context,
  check: { personId: string; holdingId: string; examSlug: string },
  now: Date,
): Promise<StartOfExam | null> {
  const course = courseByExam(check.examSlug)
  if (!course) return null
  const [head] = await askableHeads(tx, ctx.actor, { holdingId: check.holdingId })
  // A seat that has ended since asks for nothing any more: then every pass that stands is one.
  const exam = head?.exams.find(({ slug }) => slug === check.examSlug)
  const tries = await oralTries(tx, check.personId, exam ?? { slug: check.examSlug, minVersion: 1, validDays: null })
  const rule = oralStartRule(blueprintOf(course), tries, now)
  return rule.mayStart ? null : rule.refusal
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
      score: scoreOf(body.key, ownAnswer(value, body.kind, map)),
      value,
    }
  })
}

async function saveAnswers(tx: Transaction, checkId: string, graded: readonly GradedAnswer[]): Promise<void> {
  const rows = graded.map(({ position, value, score }) => ({ position, value, is_right: score === POINT }))
  await tx.$executeRaw`
    UPDATE oral_check_item i SET answer = told.value, is_right = told.is_right
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS told(position int, value jsonb, is_right boolean)
    WHERE i.check_id = ${checkId}::uuid AND i.position = told.position`
}
