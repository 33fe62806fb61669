import type { ListedRegion, ListProblem, ListProblemCode } from './read-region-list'
import { type RegionNode, unknownCode } from './tree'

/** A region to be written. Parents come before their children. */
export interface PlannedRegion {
  kind: RegionNode['kind']
  code: string
  name: string
  parentCode: string
}

export interface RegionPlan {
  added: PlannedRegion[]
  /** Listed regions that are there already. */
  unchanged: number
  problems: ListProblem[]
}

const UNKNOWN_NAME = '乡镇未明'

/**
 * What a list of regions would write under the city: new counties and zones, their townships, and a "township unknown" for
 * each new county (and zone with townships). What is there already stays; nothing is renamed, moved or closed.
 *
 * @param nodes the whole tree as it is, the city among them
 * @param occupied ids of regions in which entries stand now; they cannot become parents
 * @returns the regions, and for each row that contradicts another row or the tree, why; with a problem nothing is to be written
 */
export function planRegions(
  listed: readonly ListedRegion[],
  nodes: readonly RegionNode[],
  occupied: ReadonlySet<string>,
): RegionPlan {
  const city = nodes.find(({ kind }) => kind === 'CITY')
  if (!city) return { added: [], unchanged: 0, problems: [] }
  const plan = new Planning(nodes, city, occupied)
  for (const one of listed) if (one.kind !== 'TOWNSHIP') plan.take(one, city.code)
  for (const one of listed) if (one.kind === 'TOWNSHIP') plan.takeTownship(one)
  const { added, problems } = plan
  return {
    added: [...added, ...plan.unknownLeaves()],
    unchanged: plan.unchanged,
    problems: problems.sort((a, b) => a.row - b.row),
  }
}

interface Known {
  kind: RegionNode['kind']
  code: string
  name: string
  parentCode: string
  id?: string
  isClosed?: boolean
}

class Planning {
  readonly added: PlannedRegion[] = []
  readonly problems: ListProblem[] = []
  unchanged = 0
  private readonly byCode = new Map<string, Known>()
  /** Open regions by the code above and their name. */
  private readonly byPlace = new Map<string, Known>()
  private readonly seen = new Set<string>()
  /** The last number made, by the code above with the sign of the kind; codes are only ever added, so lower ones stay taken. */
  private readonly lastNumbers = new Map<string, number>()

  constructor(
    nodes: readonly RegionNode[],
    private readonly city: RegionNode,
    private readonly occupied: ReadonlySet<string>,
  ) {
    const codes = new Map(nodes.map(({ id, code }) => [id, code]))
    for (const { parentId, ...node } of nodes) this.remember({ ...node, parentCode: codes.get(parentId ?? '') ?? '' })
  }

  takeTownship(one: ListedRegion): void {
    const text = one.above ?? ''
    const above = this.byCode.get(text) ?? this.byPlace.get(place(this.city.code, text))
    const problem = above ? this.aboveProblem(above) : 'above-unknown'
    if (above && !problem) this.take(one, above.code)
    else this.problems.push({ row: one.row, code: problem ?? 'above-unknown', found: above?.name ?? text })
  }

  take(one: ListedRegion, parentCode: string): void {
    const sameName = this.byPlace.get(place(parentCode, one.name))
    const sameCode = one.code ? this.byCode.get(one.code) : sameName
    const problem = this.problemOf(one, sameCode, sameName)
    if (problem) this.problems.push({ row: one.row, ...problem })
    else if (sameCode) this.meetAgain(sameCode)
    else {
      const code = one.code || this.freeCode(parentCode, one.kind)
      const node = { kind: one.kind, code, name: one.name, parentCode }
      this.added.push(node)
      this.remember(node)
      this.seen.add(code)
    }
  }

  /** A "township unknown" for new counties, and for zones that get their first townships, unless it is there. */
  unknownLeaves(): PlannedRegion[] {
    const parents = this.added.flatMap(({ kind, code, parentCode }) =>
      kind === 'COUNTY' ? [code] : kind === 'TOWNSHIP' ? [parentCode] : [],
    )
    return [...new Set(parents)]
      .filter((code) => !this.byCode.has(unknownCode(code)))
      .map((parentCode) => ({ kind: 'UNKNOWN', code: unknownCode(parentCode), name: UNKNOWN_NAME, parentCode }))
  }

  private remember(node: Known): void {
    this.byCode.set(node.code, node)
    if (!node.isClosed) this.byPlace.set(place(node.parentCode, node.name), node)
  }

  private aboveProblem({ kind, isClosed, id }: Known): ListProblemCode | null {
    if (kind !== 'COUNTY' && kind !== 'ZONE') return 'too-deep'
    if (isClosed) return 'closed'
    return id && this.occupied.has(id) ? 'occupied' : null
  }

  private problemOf(
    { code }: ListedRegion,
    sameCode: Known | undefined,
    sameName: Known | undefined,
  ): Omit<ListProblem, 'row'> | null {
    if (this.isOutside(code)) return { code: 'outside', found: code }
    const other = sameCode ?? sameName
    if (!other || (sameCode && sameCode === sameName)) return null
    const found = `${other.code} ${other.name}`
    if (other.isClosed) return { code: 'closed', found }
    const isInList = this.seen.has(other.code)
    if (sameCode) return { code: isInList ? 'code-twice' : 'code-taken', found }
    return { code: isInList ? 'name-twice' : 'name-taken', found }
  }

  /** A node of the tree counts as unchanged once; a repetition within the list says nothing new. */
  private meetAgain(node: Known): void {
    if (this.seen.has(node.code)) return
    this.seen.add(node.code)
    this.unchanged += 1
  }

  /** An official code of another city. */
  private isOutside(code: string): boolean {
    return /^\d{6,9}$/.test(code) && /^\d{4}$/.test(this.city.code) && !code.startsWith(this.city.code)
  }

  private freeCode(parentCode: string, kind: ListedRegion['kind']): string {
    const stem = `${parentCode}${{ COUNTY: 'C', ZONE: 'Z', TOWNSHIP: 'T' }[kind]}`
    const codeOf = (number: number) => `${stem}${String(number).padStart(2, '0')}`
    let number = (this.lastNumbers.get(stem) ?? 0) + 1
    while (this.byCode.has(codeOf(number))) number += 1
    this.lastNumbers.set(stem, number)
    return codeOf(number)
  }
}

const place = (parentCode: string, name: string) => `${parentCode} ${name}`
