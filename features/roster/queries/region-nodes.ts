import 'server-only'
import type { RegionNode } from '@/domain/regions/tree'
import { db, type Transaction } from '@/server/db/client'

/** The whole region tree (a few hundred nodes), parents before children. */
export async function regionNodes(tx: Pick<Transaction, 'region'> = db): Promise<RegionNode[]> {
  const rows = await tx.region.findMany({ orderBy: [{ sortOrder: 'asc' }, { path: 'asc' }] })
  return rows.map(({ id, parentId, kind, code, name, path, closedOn }) => ({
    id,
    parentId,
    kind,
    code,
    name,
    path,
    isClosed: closedOn !== null,
  }))
}
