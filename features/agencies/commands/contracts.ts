import 'server-only'
import { addDays } from '@/domain/calendar/day'
import { recordAudit } from '@/server/audit/record'
import { shanghaiToday } from '@/server/clock'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'
import type { MakeContract } from '../input'
import { agencyInScope, contractInScope, type ContractInScope } from '../queries/agency-in-scope'
import { findEntries } from '../queries/find-entries'

export type Listed = { contractId: string; added: number; missing: string[] }

/**
 * Commissions an agency from a day up to a last day with the enterprises that the lines name; lines that name none stay in `missing` and change nothing. Refuses
 * 'not-found' for an agency of another area or no programme, 'nobody' when no line names an enterprise of the officer's area.
 */
export function makeContract(ctx: Context, said: MakeContract): Promise<Outcome<Listed, 'not-found' | 'nobody'>> {
  return ctx.transaction(async (tx) => {
    const agency = await agencyInScope(tx, ctx.actor, said.agencyId)
    const programme = await tx.programme.findUnique({ where: { id: said.programmeId }, select: { id: true } })
    if (!agency || !programme) return refuse('not-found')
    const found = await findEntries(tx, ctx.actor, { programmeId: programme.id, lines: said.enterprises })
    if (found.entryIds.length === 0) return refuse('nobody')
    const contractId = newId()
    const toOn = addDays(said.lastOn, 1)
    await tx.agencyContract.create({
      data: {
        id: contractId,
        agencyId: agency.id,
        programmeId: programme.id,
        title: said.title,
        fromOn: columnOfDay(said.fromOn),
        toOn: columnOfDay(toOn),
        recordedById: ctx.actor.personId,
      },
    })
    const contract = { id: contractId, agency }
    await list(tx, ctx, { contract, entryIds: found.entryIds, what: 'contracted' })
    return ok({ contractId, added: found.entryIds.length, missing: found.missing })
  })
}

/** Puts more enterprises on a contract's list; those on it stay once. Refuses as `makeContract`. */
export function addEntries(
  ctx: Context,
  said: { contractId: string; enterprises: readonly string[] },
): Promise<Outcome<Listed, 'not-found' | 'nobody'>> {
  return ctx.transaction(async (tx) => {
    const contract = await contractInScope(tx, ctx.actor, said.contractId)
    if (!contract) return refuse('not-found')
    const { programmeId } = contract
    const { entryIds, missing } = await findEntries(tx, ctx.actor, { programmeId, lines: said.enterprises })
    if (entryIds.length === 0) return refuse('nobody')
    const added = await list(tx, ctx, { contract, entryIds, what: 'enterprises-added' })
    return ok({ contractId: contract.id, added, missing })
  })
}

async function list(
  tx: Transaction,
  ctx: Context,
  said: { contract: Pick<ContractInScope, 'id' | 'agency'>; entryIds: readonly string[]; what: string },
): Promise<number> {
  const { contract, entryIds, what } = said
  const rows = JSON.stringify(entryIds.map((entryId) => ({ id: newId(), entry: entryId })))
  const count = await tx.$executeRaw`
    INSERT INTO agency_contract_entry (id, contract_id, entry_id, recorded_by_id)
    SELECT row.id, ${contract.id}::uuid, row.entry, ${ctx.actor.personId}::uuid
    FROM jsonb_to_recordset(${rows}::jsonb) AS row(id uuid, entry uuid)
    ON CONFLICT (contract_id, entry_id) WHERE retracted_at IS NULL DO NOTHING`
  await recordAudit(tx, ctx, {
    kind: 'agency.changed',
    subjectId: contract.agency.id,
    regionPath: contract.agency.regionPath,
    detail: { what, contract: contract.id, count },
  })
  return count
}

/** Takes an enterprise off a contract's list: the agency reaches it no more; what it did there stays. Refuses 'not-found' for what is not on it. */
export function removeEntry(
  ctx: Context,
  said: { contractId: string; entryId: string },
): Promise<Outcome<null, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const contract = await contractInScope(tx, ctx.actor, said.contractId)
    if (!contract) return refuse('not-found')
    const { count } = await tx.agencyContractEntry.updateMany({
      where: { contractId: contract.id, entryId: said.entryId, retractedAt: null },
      data: { retractedAt: new Date(), retractedById: ctx.actor.personId },
    })
    if (count === 0) return refuse('not-found')
    await recordAudit(tx, ctx, {
      kind: 'agency.changed',
      subjectId: contract.agency.id,
      regionPath: contract.agency.regionPath,
      detail: { what: 'enterprise-removed', contract: contract.id },
    })
    return ok(null)
  })
}

/**
 * Says another last day: earlier to end a contract, later to prolong it; not before yesterday, as what was done until now was done under it. Refuses 'not-found',
 * and 'day-outside' for a day before the contract or before yesterday.
 */
export function changeLastDay(
  ctx: Context,
  said: { contractId: string; lastOn: string },
): Promise<Outcome<null, 'not-found' | 'day-outside'>> {
  return ctx.transaction(async (tx) => {
    const contract = await contractInScope(tx, ctx.actor, said.contractId)
    if (!contract) return refuse('not-found')
    if (said.lastOn < contract.fromOn || said.lastOn < addDays(shanghaiToday(), -1)) return refuse('day-outside')
    await tx.agencyContract.update({
      where: { id: contract.id },
      data: { toOn: columnOfDay(addDays(said.lastOn, 1)) },
      select: { id: true },
    })
    await recordAudit(tx, ctx, {
      kind: 'agency.changed',
      subjectId: contract.agency.id,
      regionPath: contract.agency.regionPath,
      detail: { what: 'last-day', contract: contract.id, from: contract.toOn, to: addDays(said.lastOn, 1) },
    })
    return ok(null)
  })
}
