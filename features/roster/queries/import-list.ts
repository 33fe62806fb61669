import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { regionScope } from '@/server/auth/scope'
import { db } from '@/server/db/client'

/** The last hundred imports into the officer's area, newest first. */
export async function importList(actor: Actor) {
  const regions = await db.region.findMany({ where: regionScope(actor), select: { id: true, name: true } })
  const names = new Map(regions.map(({ id, name }) => [id, name]))
  const imports = await db.import.findMany({
    where: { regionId: { in: [...names.keys()] } },
    orderBy: { createdAt: 'desc' },
    take: 100,
    select: { id: true, fileName: true, regionId: true, state: true, createdAt: true, counts: true },
  })
  return imports.map(({ counts: stored, ...one }) => {
    const counts = stored as Record<string, number> | null
    const isNothingWritten = one.state === 'CONFIRMED' && counts?.written === 0 && !counts.LEFT
    return { ...one, area: names.get(one.regionId) ?? '', counts, isNothingWritten }
  })
}
