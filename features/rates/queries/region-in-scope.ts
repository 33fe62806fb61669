import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { homeCode, mayRead } from '@/domain/permissions/reaches'
import { readScope } from '@/server/auth/scope'
import { db } from '@/server/db/client'

export type RegionInScope = {
  id: string
  code: string
  name: string
  path: string
  kind: 'CITY' | 'COUNTY' | 'ZONE' | 'TOWNSHIP' | 'UNKNOWN'
  /** From the officer's own top region down to the parent; nothing above the scope. */
  ancestors: { code: string; name: string }[]
}

const columns = { id: true, code: true, name: true, path: true, kind: true } as const

/** The region with this code if it lies in the officer's scope, else null (not yours = not found). */
export async function regionInScope(actor: Actor, code: string): Promise<RegionInScope | null> {
  const region = await db.region.findFirst({ where: { AND: [{ code }, readScope(actor)] }, select: columns })
  if (!region) return null
  const codes = region.path.split('.').filter(Boolean)
  const paths = codes.slice(0, -1).map((_, index) => `${codes.slice(0, index + 1).join('.')}.`)
  const above = await db.region.findMany({
    where: { path: { in: paths.filter((path) => mayRead(actor, path)) } },
    orderBy: { path: 'asc' },
    select: { code: true, name: true },
  })
  return { ...region, ancestors: above }
}

/** The top region of the officer's first grant: where /manage begins. */
export async function homeRegion(actor: Actor): Promise<RegionInScope | null> {
  const code = homeCode(actor)
  return code ? regionInScope(actor, code) : null
}
