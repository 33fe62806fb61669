import { randomFrom, shuffled } from './random'

/** What drawing needs to know of a question. */
export type Drawable = { id: string; concept: string }

/**
 * Draws `count` different questions from `bank`, spread over its concepts: no concept gets a second question while another
 * one that still has questions has none, and so on. The same seed, bank and count give the same paper in the same order.
 *
 * @throws RangeError when the bank holds fewer than `count` questions
 */
export function drawPaper<Q extends Drawable>(bank: readonly Q[], seed: string, count: number): Q[] {
  if (bank.length < count) throw new RangeError(`The bank holds ${bank.length} questions, ${count} are wanted.`)
  const random = randomFrom(seed)
  const piles = shuffled([...byConcept(bank).values()], random).map((pile) => shuffled(pile, random))
  const drawn: Q[] = []
  for (let round = 0; drawn.length < count; round++) {
    for (const pile of piles) {
      const question = pile[round]
      if (question && drawn.length < count) drawn.push(question)
    }
  }
  return shuffled(drawn, random)
}

function byConcept<Q extends Drawable>(bank: readonly Q[]): Map<string, Q[]> {
  const piles = new Map<string, Q[]>()
  for (const question of [...bank].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    piles.set(question.concept, [...(piles.get(question.concept) ?? []), question])
  }
  return piles
}
