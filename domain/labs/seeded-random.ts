/** A stream of repeatable choices: the same seed gives the same sheet on every machine and in every later deployment. */
export type SeededRandom = {
  /** An integer from `low` to `high`, both included. */
  between(low: number, high: number): number
  /** One element; throws RangeError on an empty list. */
  pick<Item>(items: readonly Item[]): Item
  /** `count` different elements in random order; all of them when there are fewer. */
  sample<Item>(items: readonly Item[], count: number): Item[]
  /** True about `percent` times in a hundred. */
  chance(percent: number): boolean
}

/**
 * Makes the stream of one seed.
 *
 * @param seed any text; lab runs use 32 hexadecimal digits
 *
 * Not for secrets: who knows the seed knows the sheet, so a seed never leaves the server while its run is open.
 * Hash: FNV-1a with a final mix; generator: sfc32 (public domain, C. Doty-Humphrey), 32-bit integers only.
 */
export function seededRandom(seed: string): SeededRandom {
  const next = sfc32(hash(seed, 1), hash(seed, 2), hash(seed, 3), hash(seed, 4))
  const between = (low: number, high: number) => low + (next() % (high - low + 1))
  const sample = <Item>(items: readonly Item[], count: number): Item[] => {
    const rest = [...items]
    const taken: Item[] = []
    while (taken.length < count && rest.length > 0) taken.push(...rest.splice(between(0, rest.length - 1), 1))
    return taken
  }
  const pick = <Item>(items: readonly Item[]): Item => {
    const [first] = sample(items, 1)
    if (first === undefined) throw new RangeError('pick from an empty list')
    return first
  }
  return { between, pick, sample, chance: (percent) => between(1, 100) <= percent }
}

function hash(text: string, salt: number): number {
  let value = (2166136261 ^ Math.imul(salt, 0x9e3779b1)) >>> 0
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 16777619)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

function sfc32(a: number, b: number, c: number, counter: number): () => number {
  let [x, y, z, n] = [a | 0, b | 0, c | 0, counter | 0]
  const step = () => {
    const sum = (((x + y) | 0) + n) | 0
    n = (n + 1) | 0
    x = y ^ (y >>> 9)
    y = (z + (z << 3)) | 0
    z = (z << 21) | (z >>> 11)
    z = (z + sum) | 0
    return sum >>> 0
  }
  for (let round = 0; round < 12; round++) step()
  return step
}
