import { randomFrom, shuffled } from './random'

/** What drawing needs to know of a question. Parts of one case share a group and are drawn together or not at all. */
export type Drawable = { id: string; concept: string; group?: { id: string; part: number } | null }

/**
 * Draws `count` different questions from `bank`, spread over its concepts: no concept gets a second question while another
 * one that still has questions has none, and so on; a case counts for the concept of its first part, and its parts stand together
 * in their order. The same seed, bank and count give the same paper in the same order.
 *
 * @throws RangeError when the bank cannot give exactly `count` questions
 */
export function drawPaper<Q extends Drawable>(bank: readonly Q[], seed: string, count: number): Q[] {
  const random = randomFrom(seed)
  const piles = shuffled([...byConcept(bank).values()], random).map((pile) => shuffled(pile, random))
  const drawn: Q[][] = []
  let size = 0
  const rounds = Math.max(0, ...piles.map((pile) => pile.length))
  for (let round = 0; round < rounds && size < count; round++) {
    for (const pile of piles) {
      const unit = pile[round]
      if (!unit || size + unit.length > count) continue
      drawn.push(unit)
      size += unit.length
    }
  }
  if (size < count) throw new RangeError(`The bank holds ${bank.length} questions; no paper of ${count} can be drawn.`)
  return shuffled(drawn, random).flat()
}

/** What is drawn together, a single question or a whole case, by concept. */
function byConcept<Q extends Drawable>(bank: readonly Q[]): Map<string, Q[][]> {
  const units = new Map<string, Q[]>()
  for (const question of [...bank].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    const unit = question.group ? `case:${question.group.id}` : `question:${question.id}`
    units.set(unit, [...(units.get(unit) ?? []), question])
  }
  const piles = new Map<string, Q[][]>()
  for (const unit of units.values()) {
    unit.sort((one, other) => (one.group?.part ?? 0) - (other.group?.part ?? 0))
    const concept = unit[0]?.concept ?? ''
    piles.set(concept, [...(piles.get(concept) ?? []), unit])
  }
  return piles
}
