import { editDistance } from '@/domain/regions/edit-distance'
import type { NameParts } from './enterprise-keys'

/** Inverted index: pair of neighbouring characters of a name → positions of the entries that have it. */
export type NameGrams = ReadonlyMap<string, readonly number[]>

/** How many positions one search looks at, the rarest pairs first: 科技 and 精密 stand in thousands of names. */
const MOST_POSITIONS = 4000
const MOST_COMPARED = 60

/** The pairs of the cores of all names, current and former, of each entry. */
export function nameGrams(entries: readonly { name: NameParts; former: readonly NameParts[] }[]): NameGrams {
  const grams = new Map<string, number[]>()
  entries.forEach(({ name, former }, position) => {
    for (const pair of new Set([name, ...former].flatMap(pairsOf))) {
      const positions = grams.get(pair)
      if (positions) positions.push(position)
      else grams.set(pair, [position])
    }
  })
  return grams
}

/** Positions of the entries that share most pairs with a name, at most sixty, the likeliest first. */
export function nearPositions(grams: NameGrams, name: NameParts): number[] {
  const lists = pairsOf(name)
    .map((pair) => grams.get(pair) ?? [])
    .sort((a, b) => a.length - b.length)
  const shared = new Map<number, number>()
  let looked = 0
  for (const positions of lists) {
    if (looked > 0 && looked + positions.length > MOST_POSITIONS) break
    looked += positions.length
    for (const position of positions) shared.set(position, (shared.get(position) ?? 0) + 1)
  }
  return mostShared(shared, lists.length)
}

/** The positions with the largest counts, equal ones in order; counting is cheaper than sorting thousands. */
function mostShared(shared: ReadonlyMap<number, number>, most: number): number[] {
  const byCount = Array.from({ length: most + 1 }, () => [] as number[])
  for (const [position, count] of shared) byCount[count]?.push(position)
  const best: number[] = []
  for (let count = most; count > 0 && best.length < MOST_COMPARED; count -= 1)
    best.push(...(byCount[count] ?? []).sort((a, b) => a - b))
  return best.slice(0, MOST_COMPARED)
}

/** 1 = the same core, 0 = nothing in common. */
export function nameLikeness(a: NameParts, b: NameParts): number {
  if (a.strict === b.strict) return 1
  const [left, right] = [wordOf(a), wordOf(b)]
  const longer = Math.max([...left].length, [...right].length)
  const likeness = longer === 0 ? 0 : 1 - editDistance(left, right) / longer
  // Twins such as 有限 and 股份 share their core and stand just behind the name itself.
  return Math.min(likeness, 0.98)
}

function wordOf(name: NameParts): string {
  return name.core || name.strict
}

function pairsOf(name: NameParts): string[] {
  const characters = [...wordOf(name)]
  return [...new Set(characters.slice(1).map((character, i) => `${characters[i]}${character}`))]
}
