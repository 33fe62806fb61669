import 'server-only'
import { type ContactOutcome, restUntil } from '@/domain/contacts/outcomes'
import { seesPersonsInFull } from '@/domain/permissions/reaches'
import { recordAudit } from '@/server/audit/record'
import { shanghaiToday } from '@/server/clock'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'

/**
 * Records what came of ringing somebody up today. Nothing is counted by it: rates move by what people complete. Refuses ('not-found') where the
 * officer may not name the enterprise's people; the same outcome of the same day by the same officer is recorded once (a second tap).
 */
export function recordContact(
  ctx: Context,
  said: { entryId: string; outcome: ContactOutcome; note: string | null },
): Promise<Outcome<{ contactId: string }, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const leafPath = await leafOf(tx, said.entryId)
    if (!leafPath || !seesPersonsInFull(ctx.actor, leafPath)) return refuse('not-found')
    return ok({ contactId: (await noteContact(tx, ctx, said, leafPath)).contactId })
  })
}

/**
 * The same outcome for several enterprises at once, as after a message to a group: all of them or, when one of them may not be named by the officer, none
 * ('not-found').
 *
 * @returns how many were not recorded so today already
 */
export function recordContacts(
  ctx: Context,
  said: { entryIds: readonly string[]; outcome: ContactOutcome; note: string | null },
): Promise<Outcome<{ count: number }, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const entryIds = [...new Set(said.entryIds)].sort()
    const places: { entryId: string; leafPath: string }[] = []
    for (const entryId of entryIds) {
      const leafPath = await leafOf(tx, entryId)
      if (!leafPath || !seesPersonsInFull(ctx.actor, leafPath)) return refuse('not-found')
      places.push({ entryId, leafPath })
    }
    let count = 0
    for (const { entryId, leafPath } of places) {
      const { isNew } = await noteContact(tx, ctx, { entryId, outcome: said.outcome, note: said.note }, leafPath)
      count += isNew ? 1 : 0
    }
    return ok({ count })
  })
}

async function noteContact(
  tx: Transaction,
  ctx: Context,
  said: { entryId: string; outcome: ContactOutcome; note: string | null },
  leafPath: string,
): Promise<{ contactId: string; isNew: boolean }> {
  const today = shanghaiToday()
  const contactedOn = columnOfDay(today)
  const { entryId, outcome, note } = said
  const known = await tx.contact.findFirst({
    where: { entryId, outcome, contactedOn, recordedById: ctx.actor.personId, retractedAt: null },
    select: { id: true },
  })
  if (known) return { contactId: known.id, isNew: false }
  const contactId = newId()
  await tx.contact.create({
    data: {
      ...{ id: contactId, entryId, outcome, note, contactedOn },
      restUntil: columnOfDay(restUntil(outcome, today)),
      recordedById: ctx.actor.personId,
    },
  })
  await recordAudit(tx, ctx, {
    kind: 'contact.recorded',
    subjectId: contactId,
    regionPath: leafPath,
    detail: { outcome },
  })
  return { contactId, isNew: true }
}

/** Takes a contact of today back: the officer's own, tapped by mistake. Refuses ('not-found') anything else. */
export function retractContact(ctx: Context, contactId: string): Promise<Outcome<null, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const { count } = await tx.contact.updateMany({
      where: {
        id: contactId,
        recordedById: ctx.actor.personId,
        contactedOn: columnOfDay(shanghaiToday()),
        retractedAt: null,
      },
      data: { retractedAt: new Date(), retractedById: ctx.actor.personId },
    })
    if (count === 0) return refuse('not-found')
    await recordAudit(tx, ctx, { kind: 'contact.retracted', subjectId: contactId })
    return ok(null)
  })
}

/** The entry, locked so that two taps come one after the other; its leaf's path, or undefined when it is not on the roster now. */
async function leafOf(tx: Transaction, entryId: string): Promise<string | undefined> {
  const [place] = await tx.$queryRaw<{ path: string }[]>`
    SELECT l.path FROM standing t JOIN region l ON l.id = t.leaf_id WHERE t.entry_id = ${entryId}::uuid FOR NO KEY UPDATE OF t`
  return place?.path
}
