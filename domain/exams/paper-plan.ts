import { shuffled } from './random'

/** How many questions of each concept and band of difficulty there are, or are wanted: concept → band → how many. */
export type Cells = ReadonlyMap<string, ReadonlyMap<number, number>>

/** What a paper must consist of, besides its length: how many per band of difficulty, and at least how many of some concepts. */
export type PaperShape = {
  perBand: ReadonlyMap<number, number>
  atLeast: ReadonlyMap<string, number>
}

/**
 * Chooses how many questions of each concept and band a paper gets, so that every band has exactly its number, every
 * concept at least its own minimum, and the rest is spread over the concepts as evenly as the bank allows: no concept gets a second
 * question while another could still get its first. Which concepts get one more is left to `random`.
 *
 * It is a flow from concepts through the bank's cells to bands, widened one question per concept at a time; augmenting never
 * takes from a concept what it has, so minimums hold and the plan exists whenever any does.
 *
 * @returns null when the bank cannot give such a paper
 */
export function paperPlan(
  bank: Cells,
  shape: PaperShape,
  random: () => number,
): Map<string, Map<number, number>> | null {
  const wanted = [...shape.perBand.values()].reduce((sum, count) => sum + count, 0)
  const flow = new Flow(bank, shape.perBand)
  const minimum = [...shape.atLeast.values()].reduce((sum, count) => sum + count, 0)
  if (minimum > wanted) return null
  for (const [concept, count] of shape.atLeast)
    for (let given = 0; given < count; given++) if (!flow.push(concept, random)) return null
  const most = Math.max(0, ...[...bank.keys()].map((concept) => flow.available(concept)))
  for (let level = 1; level <= most && flow.size < wanted; level++) {
    for (const concept of shuffled([...bank.keys()], random)) {
      if (flow.size < wanted && flow.given(concept) < level) flow.push(concept, random)
    }
  }
  return flow.size === wanted ? flow.plan() : null
}

/** Unit flow over concept × band cells with room per cell and per band. */
class Flow {
  size = 0
  private readonly placed = new Map<string, Map<number, number>>()
  private readonly room: Map<number, number>

  constructor(
    private readonly bank: Cells,
    perBand: ReadonlyMap<number, number>,
  ) {
    this.room = new Map(perBand)
    for (const concept of bank.keys()) this.placed.set(concept, new Map())
  }

  available(concept: string): number {
    return sumOf(this.bank.get(concept))
  }

  given(concept: string): number {
    return sumOf(this.placed.get(concept))
  }

  plan(): Map<string, Map<number, number>> {
    return this.placed
  }

  /** Gives the concept one question more, moving others between bands where that makes room; false when it cannot. */
  push(concept: string, random: () => number): boolean {
    if (!this.place(concept, new Set(), random)) return false
    this.size++
    return true
  }

  private place(concept: string, tried: Set<number>, random: () => number): boolean {
    const bands = shuffled([...this.room.keys()], random)
    for (const band of bands) {
      if (tried.has(band) || this.at(concept, band) >= (this.bank.get(concept)?.get(band) ?? 0)) continue
      tried.add(band)
      if ((this.room.get(band) ?? 0) > 0) {
        this.room.set(band, (this.room.get(band) ?? 0) - 1)
        this.add(concept, band, 1)
        return true
      }
      for (const other of shuffled([...this.placed.keys()], random)) {
        if (other === concept || this.at(other, band) === 0) continue
        if (!this.place(other, tried, random)) continue
        this.add(other, band, -1)
        this.add(concept, band, 1)
        return true
      }
    }
    return false
  }

  private at(concept: string, band: number): number {
    return this.placed.get(concept)?.get(band) ?? 0
  }

  private add(concept: string, band: number, count: number): void {
    this.placed.get(concept)?.set(band, this.at(concept, band) + count)
  }
}

function sumOf(cells: ReadonlyMap<number, number> | undefined): number {
  return [...(cells?.values() ?? [])].reduce((sum, count) => sum + count, 0)
}
