import 'server-only'
import { seesPersonsInFull } from '@/domain/permissions/reaches'
import { recordAudit } from '@/server/audit/record'
import { shanghaiToday } from '@/server/clock'
import type { Context } from '@/server/context'
import { encryptColumn } from '@/server/crypto/column'
import type { Transaction } from '@/server/db/client'
import { ok, type Outcome, refuse } from '@/server/outcome'

/** One's own address for mail, or none. Never fails. */
export function setOwnAddress(ctx: Context, address: string | null): Promise<Outcome<null, never>> {
  return ctx.transaction(async (tx) => {
    await write(tx, ctx.actor.personId, address, 'own')
    await recordAudit(tx, ctx, { kind: 'mail-address.set', subjectId: ctx.actor.personId, detail: { own: true } })
    return ok(null)
  })
}

/** The address of the present holder of a seat, as an officer was told it. Refuses 'not-found' where the officer may not read persons in full. */
export function setHolderAddress(
  ctx: Context,
  given: { holdingId: string; address: string | null },
): Promise<Outcome<null, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const [holder] = await tx.$queryRaw<{ personId: string; leafPath: string; place: string }[]>`
      SELECT s.holder_id AS "personId", l.path AS "leafPath", l.name AS place FROM seat_standing s JOIN standing t ON t.entry_id = s.entry_id
      JOIN region l ON l.id = t.leaf_id WHERE s.holding_id = ${given.holdingId}::uuid`
    if (!holder || !seesPersonsInFull(ctx.actor, holder.leafPath)) return refuse('not-found')
    await write(tx, holder.personId, given.address, `${holder.place} ${shanghaiToday()}`)
    await recordAudit(tx, ctx, {
      kind: 'mail-address.set',
      subjectId: holder.personId,
      regionPath: holder.leafPath,
      detail: { own: false },
    })
    return ok(null)
  })
}

async function write(tx: Transaction, personId: string, address: string | null, source: string): Promise<void> {
  if (!address) {
    await tx.mailAddress.deleteMany({ where: { personId } })
    return
  }
  const data = { cipher: encryptColumn('mail', address), source }
  await tx.mailAddress.upsert({
    where: { personId },
    create: { personId, ...data },
    update: { ...data, recordedAt: new Date() },
  })
}
