import type { SeededRandom } from '@/domain/labs/seeded-random'
import type { Transaction } from '@/server/db/client'
import { industryOf } from './areas'

/** A region in which an enterprise may be placed. A zone without townships is its own county. */
export interface Leaf {
  readonly id: string
  readonly kind: 'ZONE' | 'TOWNSHIP' | 'UNKNOWN'
  readonly code: string
  readonly path: string
  readonly name: string
  readonly countyCode: string
  readonly countyId: string
}

/** All leaves of the region tree in the order of their codes, or only those of some counties and zones. */
export async function leavesIn(tx: Transaction, countyCodes?: readonly string[]): Promise<Leaf[]> {
  const rows = await tx.region.findMany({
    where: { kind: { in: ['ZONE', 'TOWNSHIP', 'UNKNOWN'] }, closedOn: null, children: { none: {} } },
    orderBy: { code: 'asc' },
    select: {
      id: true,
      kind: true,
      code: true,
      path: true,
      name: true,
      parent: { select: { id: true, code: true, kind: true } },
    },
  })
  return rows.flatMap(({ parent, ...row }): Leaf[] => {
    const county = parent && parent.kind !== 'CITY' ? parent : row
    const isWanted = !countyCodes || countyCodes.includes(county.code)
    return isWanted ? [{ ...row, kind: row.kind as Leaf['kind'], countyCode: county.code, countyId: county.id }] : []
  })
}

/**
 * `count` places for enterprises: every township has its share, some many more; zones a handful each; "township unknown" one or two.
 * The first leaf of the list that is a township of 鄞州区, else the first township, comes first and has at least six.
 */
export function spreadOver(random: SeededRandom, leaves: readonly Leaf[], count: number): Leaf[] {
  const townships = leaves.filter((leaf) => leaf.kind === 'TOWNSHIP')
  const home = homeLeaf(leaves)
  const zones = leaves.filter((leaf) => leaf.kind === 'ZONE').flatMap((leaf) => repeated(leaf, random.between(5, 9)))
  const unknown = leaves
    .filter((leaf) => leaf.kind === 'UNKNOWN')
    .flatMap((leaf) => repeated(leaf, random.between(0, 2)))
  const elsewhere = townships.filter((leaf) => leaf !== home)
  const sure = [...repeated(home, 6), ...elsewhere, ...zones, ...unknown, ...elsewhere]
  const weighted = townships.flatMap((leaf) => repeated(leaf, random.between(1, 4) ** 2 * industryOf(leaf.countyCode)))
  const more = Array.from(
    { length: Math.max(count - sure.length, 0) },
    () => weighted[random.between(0, weighted.length - 1)] ?? home,
  )
  return [...sure, ...more].slice(0, count)
}

/** The township in which the demonstration's township officer and learners are. */
export function homeLeaf(leaves: readonly Leaf[]): Leaf {
  const townships = leaves.filter((leaf) => leaf.kind === 'TOWNSHIP')
  const home = townships.find((leaf) => leaf.countyCode === '330212') ?? townships[0]
  if (!home) throw new RangeError('there is no township to place anybody in')
  return home
}

function repeated(leaf: Leaf, times: number): Leaf[] {
  return Array.from({ length: times }, () => leaf)
}
