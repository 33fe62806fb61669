import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { officerPaths } from '@/domain/permissions/reaches'
import { regionScope } from '@/server/auth/scope'
import { db, type Prisma } from '@/server/db/client'

export interface TemplateRegion {
  id: string
  name: string
  path: string
}

const SHOWN = { id: true, name: true, path: true } as const

/** Regions whose templates an officer may use: their own subtrees, and every region above. */
function usableRegions(actor: Actor): Prisma.RegionWhereInput {
  const above = officerPaths(actor).flatMap((path) => {
    const codes = path.split('.').filter(Boolean)
    return codes.map((_, i) => `${codes.slice(0, i + 1).join('.')}.`)
  })
  return { OR: [regionScope(actor), { path: { in: above } }] }
}

/** Those regions, by id. */
export async function templateRegions(actor: Actor): Promise<Map<string, TemplateRegion>> {
  const rows = await db.region.findMany({ where: usableRegions(actor), select: SHOWN })
  return new Map(rows.map((row) => [row.id, row]))
}

/** Open regions an officer may give a template to: the tops of their grants, counties and zones beneath. */
export function homeChoices(actor: Actor): Promise<TemplateRegion[]> {
  const at = [{ path: { in: officerPaths(actor) } }, { kind: { in: ['COUNTY' as const, 'ZONE' as const] } }]
  return db.region.findMany({
    where: { AND: [regionScope(actor), { closedOn: null }, { OR: at }] },
    orderBy: { path: 'asc' },
    select: SHOWN,
  })
}

/**
 * Open regions with entries whose persons an officer sees in full: leaves that are the officer's own region or lie right below it, and
 * the officer's own region when it has such leaves. Empty for a city whose counties have townships.
 */
export async function fullNameAreas(actor: Actor): Promise<TemplateRegion[]> {
  const paths = officerPaths(actor)
  const rows = await db.region.findMany({
    where: {
      AND: [
        regionScope(actor),
        { closedOn: null },
        { OR: [{ path: { in: paths } }, { parent: { path: { in: paths } } }] },
      ],
    },
    orderBy: { path: 'asc' },
    select: { ...SHOWN, parentId: true, _count: { select: { children: true } } },
  })
  const leaves = rows.filter((row) => row._count.children === 0)
  const parents = new Set(leaves.map(({ parentId }) => parentId))
  return rows
    .filter((row) => row._count.children === 0 || (paths.includes(row.path) && parents.has(row.id)))
    .map(({ id, name, path }) => ({ id, name, path }))
}

/** One open region in the officer's scope, or null. */
export function regionOfOfficer(actor: Actor, id: string): Promise<TemplateRegion | null> {
  return db.region.findFirst({ where: { AND: [regionScope(actor), { id, closedOn: null }] }, select: SHOWN })
}
