import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { reaches } from '@/domain/permissions/reaches'
import { leavesOf } from '@/domain/regions/tree'
import { regionNodes } from './region-nodes'

/** The leaves of the officer's area by county, for a select; with null, those of the whole tree: where an enterprise may have moved. */
export async function leafChoices(
  actor: Actor | null,
): Promise<{ county: string; leaves: { id: string; name: string }[] }[]> {
  const nodes = await regionNodes()
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const groups = new Map<string, { id: string; name: string }[]>()
  for (const leaf of leavesOf(nodes)) {
    if (actor && !reaches(actor, leaf.path)) continue
    const parent = leaf.parentId ? byId.get(leaf.parentId) : undefined
    const county = parent && parent.kind !== 'CITY' ? parent.name : leaf.name
    groups.set(county, [...(groups.get(county) ?? []), { id: leaf.id, name: leaf.name }])
  }
  return [...groups].map(([county, leaves]) => ({ county, leaves }))
}
