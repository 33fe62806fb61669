import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { regionScope } from '@/server/auth/scope'
import { db } from '@/server/db/client'

/** The last hundred batches of the officer's area, newest first. */
export async function batchList(actor: Actor) {
  const regions = await db.region.findMany({ where: regionScope(actor), select: { id: true, name: true } })
  const names = new Map(regions.map(({ id, name }) => [id, name]))
  const batches = await db.resultBatch.findMany({
    where: { regionId: { in: [...names.keys()] } },
    orderBy: { createdAt: 'desc' },
    take: 100,
    select: { id: true, title: true, regionId: true, state: true, createdAt: true, counts: true, rowsTotal: true },
  })
  return batches.map(({ counts, ...one }) => ({
    ...one,
    area: names.get(one.regionId) ?? '',
    counts: (counts ?? {}) as Record<string, number>,
  }))
}
