import 'server-only'
import { askRefusal, mayStillRecord, ORAL_QUESTIONS, oralStartRule, rightNeeded } from '@/domain/exams/oral-check'
import type { Actor } from '@/domain/permissions/actor'
import { maskName } from '@/domain/permissions/mask'
import { asksByFullName } from '@/domain/permissions/reaches'
import { courseByExam } from '@/server/content/catalog'
import { db } from '@/server/db/client'
import { isId } from '@/server/db/id'
import { blueprintOf } from '../blueprint'
import { type AskableHead, askableHeads, type OralExam } from './askable-heads'
import { oralTries } from './oral-tries'

/** Whether an exam may be asked now. */
export type AskState =
  | { may: true }
  | { may: false; refusal: 'already-passed' | 'no-tries-left' | 'wait' | 'being-asked'; until?: Date }

/** The page before somebody is asked. */
export type AskPage = {
  head: AskableHead
  /** Why this actor may not ask this person, whatever the exam. */
  refusal: 'yourself' | 'own-enterprise' | null
  exams: (OralExam & { passRight: number; state: AskState })[]
}

/** Whom the actor may ask of one entry, or of enterprises with that in their name. */
export async function headsToAsk(
  actor: Actor,
  wanted: { search: string } | { entryId: string },
): Promise<AskableHead[]> {
  const found = await askableHeads(db, actor, wanted)
  return found.filter(({ exams }) => exams.length > 0).map((head) => shownHead(actor, head))
}

/** The holder of a head's seat as whoever asks may see them: the name in full at the leaf and its parent. */
function shownHead(actor: Actor, head: AskableHead): AskableHead {
  return asksByFullName(actor, head.leafPath) ? head : { ...head, personName: maskName(head.personName) }
}

/** The head behind a holding in the actor's area; null when there is none, or nothing may be asked of them. */
export async function askPage(actor: Actor, holdingId: string): Promise<AskPage | null> {
  const [head] = isId(holdingId) ? await askableHeads(db, actor, { holdingId }) : []
  if (!head || head.exams.length === 0) return null
  const exams = await Promise.all(head.exams.map((exam) => withState(actor, head, exam)))
  const refusal = askRefusal({
    askerId: actor.personId,
    personId: head.personId,
    isOwnEnterprise: head.isOwnEnterprise,
  })
  return { head: shownHead(actor, head), refusal, exams }
}

async function withState(actor: Actor, head: AskableHead, exam: OralExam) {
  const course = courseByExam(exam.slug)
  if (!course) throw new Error(`Exam ${exam.slug} has gone.`)
  const rule = oralStartRule(blueprintOf(course), await oralTries(db, head.personId, exam), new Date())
  const state: AskState = (await isBeingAsked(actor, head, exam.slug))
    ? { may: false, refusal: 'being-asked' }
    : rule.mayStart
      ? { may: true }
      : { may: false, refusal: rule.refusal, ...(rule.refusal === 'wait' ? { until: rule.until } : {}) }
  return { ...exam, passRight: rightNeeded(course.exam, ORAL_QUESTIONS), state }
}

/** Whether a check that may still be recorded is open which is not this asker's own through this seat. */
async function isBeingAsked(actor: Actor, head: AskableHead, examSlug: string): Promise<boolean> {
  const { personId, holdingId } = head
  const open = await db.oralCheck.findMany({
    where: { personId, examSlug, state: 'OPEN', NOT: { askedById: actor.personId, holdingId } },
    select: { startedAt: true },
  })
  return open.some(({ startedAt }) => mayStillRecord(startedAt, new Date()))
}
