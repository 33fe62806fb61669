import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { reaches } from '@/domain/permissions/reaches'
import { dayOfColumn } from '@/server/db/day'
import type { Transaction } from '@/server/db/client'

export type AgencyInScope = {
  id: string
  name: string
  uscc: string | null
  regionId: string
  regionPath: string
  place: string
}

/** An agency that the officer's area commissioned; null for every other. */
export async function agencyInScope(tx: Transaction, actor: Actor, agencyId: string): Promise<AgencyInScope | null> {
  const [found] = await tx.$queryRaw<AgencyInScope[]>`
    SELECT k.id, k.name, k.uscc, k.region_id AS "regionId", r.path AS "regionPath", r.name AS place
    FROM agency k JOIN region r ON r.id = k.region_id WHERE k.id = ${agencyId}::uuid`
  return found && reaches(actor, found.regionPath) ? found : null
}

export type ContractInScope = {
  id: string
  programmeId: string
  title: string
  fromOn: string
  /** The day after the last one. */
  toOn: string
  agency: AgencyInScope
}

/** A contract with an agency of the officer's area; null for every other. */
export async function contractInScope(
  tx: Transaction,
  actor: Actor,
  contractId: string,
): Promise<ContractInScope | null> {
  const found = await tx.agencyContract.findUnique({ where: { id: contractId } })
  const agency = found && (await agencyInScope(tx, actor, found.agencyId))
  if (!found || !agency) return null
  const { id, programmeId, title } = found
  return { id, programmeId, title, fromOn: dayOfColumn(found.fromOn), toOn: dayOfColumn(found.toOn), agency }
}
