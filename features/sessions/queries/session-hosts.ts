import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { agencyIds, officerPaths } from '@/domain/permissions/reaches'
import { shanghaiToday } from '@/server/clock'
import { db, type Transaction } from '@/server/db/client'

export type Hosts = { agencies: { id: string; name: string }[]; lecturers: { id: string; name: string }[] }

/**
 * Who may hold a session in the region with this path, and who may speak: agencies with a contract that runs today, lecturers whose grant stands today, each
 * commissioned by that region, one above it or one beneath it.
 */
export async function sessionHosts(tx: Pick<Transaction, '$queryRaw'>, path: string): Promise<Hosts> {
  const today = shanghaiToday()
  const agencies = await tx.$queryRaw<Hosts['agencies']>`
    SELECT k.id, k.name FROM agency k JOIN region r ON r.id = k.region_id
    WHERE (r.path LIKE ${`${path}%`} OR ${path}::text LIKE r.path || '%') AND EXISTS (SELECT FROM agency_contract c
      WHERE c.agency_id = k.id AND c.from_on <= ${today}::date AND c.to_on > ${today}::date)
    ORDER BY k.name, k.id`
  const lecturers = await tx.$queryRaw<Hosts['lecturers']>`
    SELECT DISTINCT p.id, p.name FROM officer_grant g JOIN person p ON p.id = g.person_id JOIN region r ON r.id = g.region_id
    WHERE g.role = 'LECTURER' AND g.retracted_at IS NULL AND g.from_on <= ${today}::date AND (g.to_on IS NULL OR g.to_on > ${today}::date)
      AND (r.path LIKE ${`${path}%`} OR ${path}::text LIKE r.path || '%')
    ORDER BY p.name, p.id`
  return { agencies, lecturers }
}

/** The choices of an officer: everybody who may hold or speak somewhere in their area. */
export async function hostsInArea(actor: Actor): Promise<Hosts> {
  const [path] = officerPaths(actor)
  return path ? sessionHosts(db, path) : { agencies: [], lecturers: [] }
}

/** The regions that commissioned the agencies somebody works for: where they may plan a session. */
export async function commissioningRegions(actor: Actor): Promise<{ code: string; name: string; depth: number }[]> {
  const ids = agencyIds(actor).length > 0 ? actor.grants.filter(({ role }) => role === 'AGENCY') : []
  const regions = await db.region.findMany({
    where: { id: { in: ids.flatMap(({ regionId }) => (regionId ? [regionId] : [])) }, closedOn: null },
    orderBy: { path: 'asc' },
    select: { code: true, name: true },
  })
  return regions.map((region) => ({ ...region, depth: 0 }))
}
