import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { officerPaths, reaches } from '@/domain/permissions/reaches'
import type { ReportedRegion } from '@/domain/reports/names-allowed'
import { regionScope } from '@/server/auth/scope'
import { db } from '@/server/db/client'

export type RegionOfReport = ReportedRegion & {
  id: string
  code: string
  name: string
  /** From the officer's own top region down to the parent. */
  ancestors: { code: string; name: string }[]
}

const columns = { id: true, code: true, name: true, path: true, kind: true } as const

/** The region with this code, or the officer's own when none is asked for; null when it is not theirs. */
export async function reportedRegion(actor: Actor, code?: string): Promise<RegionOfReport | null> {
  const asked = code ?? officerPaths(actor)[0]?.split('.').filter(Boolean).at(-1)
  if (!asked) return null
  const region = await db.region.findFirst({ where: { AND: [{ code: asked }, regionScope(actor)] }, select: columns })
  if (!region) return null
  const codes = region.path.split('.').filter(Boolean)
  const paths = codes.slice(0, -1).map((_, index) => `${codes.slice(0, index + 1).join('.')}.`)
  const ancestors = await db.region.findMany({
    where: { path: { in: paths.filter((path) => reaches(actor, path)) } },
    orderBy: { path: 'asc' },
    select: { code: true, name: true },
  })
  return { ...region, ancestors }
}
