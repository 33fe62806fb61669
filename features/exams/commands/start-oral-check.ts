import 'server-only'
import {
  askRefusal,
  bankForNext,
  mayStillRecord,
  ORAL_QUESTIONS,
  oralStartRule,
  rightNeeded,
} from '@/domain/exams/oral-check'
import { recordAudit } from '@/server/audit/record'
import { databaseNow } from '@/server/clock'
import { courseByExam } from '@/server/content/catalog'
import type { CompiledCourse } from '@/server/content/compiled'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { blueprintOf } from '../blueprint'
import { oralBank } from '../oral-bank'
import { type AskableHead, askableHeads } from '../queries/askable-heads'
import { oralTries } from '../queries/oral-tries'
import { withdrawnQuestions } from '../queries/withdrawn-questions'
import { lockPerson } from './close-attempt'
import { drawItems } from './draw-items'
import { storeItems } from './store-items'

export type OralChannel = 'ON_SITE' | 'PHONE'
export type StartOralRefusal =
  | 'not-found'
  | 'yourself'
  | 'own-enterprise'
  | 'already-passed'
  | 'no-tries-left'
  | 'wait'
  | 'being-asked'

/**
 * Draws three questions to be asked of the holder of a head's seat, and stores them with keys and reasons. The same asker's check
 * that is still open is returned instead. Questions that this person was asked before come again only when the bank has no others.
 *
 * Refuses somebody out of the asker's area or without such an exam ('not-found'), the asker themself and people of their own
 * enterprise, what the exam's rules forbid, and somebody whom another asker, or the same through another seat, is asking right now
 * ('being-asked'): one check of a person and exam is open at a time.
 */
export function startOralCheck(
  ctx: Context,
  { holdingId, exam: slug, channel }: { holdingId: string; exam: string; channel: OralChannel },
): Promise<Outcome<string, StartOralRefusal>> {
  return ctx.transaction(async (tx) => {
    const [head] = await askableHeads(tx, ctx.actor, { holdingId })
    const exam = head?.exams.find((one) => one.slug === slug)
    const course = courseByExam(slug)
    if (!head || !exam || !course) return refuse('not-found')
    const { personId, isOwnEnterprise } = head
    const refusal = askRefusal({ askerId: ctx.actor.personId, personId, isOwnEnterprise })
    if (refusal) return refuse(refusal)

    await lockPerson(tx, personId)
    const now = await databaseNow(tx)
    const open = await stillOpen(tx, { personId, examSlug: slug }, now)
    if (open && (open.askedById !== ctx.actor.personId || open.holdingId !== holdingId)) return refuse('being-asked')
    if (open) {
      await tx.oralCheck.update({ where: { id: open.id }, data: { channel }, select: { id: true } })
      return ok(open.id)
    }
    const rule = oralStartRule(blueprintOf(course), await oralTries(tx, personId, exam), now)
    if (!rule.mayStart) return refuse(rule.refusal)
    return ok(await openCheck(tx, ctx, { head, course, channel, now }))
  })
}

type OpenCheck = { id: string; startedAt: Date; askedById: string; holdingId: string }

/** The open check of a person and exam, whoever asks; those that may no longer be recorded are closed as abandoned first. */
async function stillOpen(
  tx: Transaction,
  asked: { personId: string; examSlug: string },
  now: Date,
): Promise<OpenCheck | null> {
  const open: OpenCheck[] = await tx.oralCheck.findMany({
    where: { ...asked, state: 'OPEN' },
    select: { id: true, startedAt: true, askedById: true, holdingId: true },
    orderBy: { id: 'asc' },
  })
  const over = open.filter(({ startedAt }) => !mayStillRecord(startedAt, now)).map(({ id }) => id)
  if (over.length > 0) await tx.oralCheck.updateMany({ where: { id: { in: over } }, data: { state: 'ABANDONED' } })
  return open.find(({ id }) => !over.includes(id)) ?? null
}

async function openCheck(
  tx: Transaction,
  ctx: Context,
  { head, course, channel, now }: { head: AskableHead; course: CompiledCourse; channel: OralChannel; now: Date },
): Promise<string> {
  const id = newId()
  const { personId, holdingId, entryId } = head
  const examSlug = course.exam.slug
  const asked = await tx.$queryRaw<{ id: string }[]>`
    SELECT v.body ->> 'id' AS id FROM oral_check k
    JOIN oral_check_item i ON i.check_id = k.id JOIN item_version v ON v.sha256 = i.item_sha
    WHERE k.person_id = ${personId}::uuid AND k.exam_slug = ${examSlug} ORDER BY k.id, i.position`
  const askedIds = asked.map((one) => one.id)
  const withdrawn = await withdrawnQuestions(tx, course.slug)
  const bank = oralBank(course).filter((question) => !withdrawn.has(question.id))
  const items = drawItems(course, {
    from: bankForNext(bank, askedIds, ORAL_QUESTIONS),
    count: ORAL_QUESTIONS,
  })
  await storeItems(tx, items)
  const passRight = rightNeeded(course.exam, ORAL_QUESTIONS)
  const who = { personId, holdingId, entryId, askedById: ctx.actor.personId }
  await tx.oralCheck.create({
    data: { id, ...who, examSlug, contentVersion: course.version, channel, passRight, startedAt: now },
  })
  await tx.oralCheckItem.createMany({
    data: items.map(({ position, sha, optionMap }) => ({ checkId: id, position, itemSha: sha, optionMap })),
  })
  await recordAudit(tx, ctx, {
    kind: 'oral-check.started',
    subjectId: id,
    regionPath: head.leafPath,
    detail: { exam: examSlug, channel },
  })
  return id
}
