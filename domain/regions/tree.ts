export type RegionKind = 'CITY' | 'COUNTY' | 'ZONE' | 'TOWNSHIP' | 'UNKNOWN'

/** One node of the region tree. `path` is the codes from the root, each followed by a dot: '3302.330203.'. */
export interface RegionNode {
  id: string
  parentId: string | null
  kind: RegionKind
  code: string
  name: string
  path: string
  isClosed: boolean
}

/** Whether the node at `inner` is the node at `outer` or lies below it. Both are paths as in `RegionNode.path`. */
export function containsPath(outer: string, inner: string): boolean {
  return inner.startsWith(outer)
}

/** The path of a node with `code` under `parentPath` ('' for the root). */
export function pathOf(parentPath: string, code: string): string {
  return `${parentPath}${code}.`
}

/**
 * The nodes in which an entry may be placed: townships, "township unknown", and zones or counties without open
 * children. Closed nodes are left out.
 */
export function leavesOf(nodes: readonly RegionNode[]): RegionNode[] {
  const open = nodes.filter((node) => !node.isClosed)
  const parents = new Set(open.map((node) => node.parentId))
  return open.filter((node) => node.kind !== 'CITY' && !parents.has(node.id))
}

/** The nodes from the root down to `id`, itself included; empty when `id` is unknown. */
export function ancestorsOf(nodes: readonly RegionNode[], id: string): RegionNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const chain: RegionNode[] = []
  for (let node = byId.get(id); node; node = node.parentId ? byId.get(node.parentId) : undefined) chain.unshift(node)
  return chain
}

/** A code for the "township unknown" leaf of a county: its own code and 'X'. */
export function unknownCode(countyCode: string): string {
  return `${countyCode}X`
}
