import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { db } from '@/server/db/client'

export type OwnView = { viewId: string; name: string; address: string }

/** The actor's own saved views, by name. */
export async function savedViews(actor: Actor): Promise<OwnView[]> {
  const rows = await db.savedView.findMany({
    where: { personId: actor.personId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, address: true },
  })
  return rows.map(({ id, name, address }) => ({ viewId: id, name, address }))
}
