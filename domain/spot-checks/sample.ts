import { randomFrom, shuffled } from '../exams/random'

/** So many questions each, and so many right for "still knows it". */
export const SPOT_QUESTIONS = 3
export const SPOT_RIGHT = 2
/** Days in which it can be answered. */
export const SPOT_DAYS = 7
/** Below this many counted seats a sample would point at people. */
export const LEAST_POPULATION = 10

/**
 * How many to draw from each stratum: in proportion, by largest remainders, at least one from each that has any (as far as `size` reaches), never more than
 * there are. Sums to min(size, all). The same sizes give the same answer in whatever order of keys.
 */
export function allocate(strata: ReadonlyMap<string, number>, size: number): Map<string, number> {
  const filled = [...strata].filter(([, count]) => count > 0).sort(([one], [other]) => (one < other ? -1 : 1))
  const all = filled.reduce((sum, [, count]) => sum + count, 0)
  const wanted = Math.min(size, all)
  const given = new Map(filled.map(([key, count]) => [key, Math.floor((wanted * count) / all)]))
  if (wanted >= filled.length) for (const [key, count] of given) if (count === 0) given.set(key, 1)
  const total = () => [...given.values()].reduce((sum, count) => sum + count, 0)
  const rest = ([key, count]: [string, number]) => (wanted * count) / all - (given.get(key) ?? 0)
  while (total() < wanted) {
    const open = filled.filter(([key, count]) => (given.get(key) ?? 0) < count)
    const [first] = open.sort((one, other) => rest(other) - rest(one) || (one[0] < other[0] ? -1 : 1))
    if (!first) break
    given.set(first[0], (given.get(first[0]) ?? 0) + 1)
  }
  while (total() > wanted) {
    const [most] = filled
      .filter(([key]) => (given.get(key) ?? 0) > 1)
      .sort((one, other) => rest(one) - rest(other) || (one[0] < other[0] ? -1 : 1))
    if (!most) break
    given.set(most[0], (given.get(most[0]) ?? 0) - 1)
  }
  return given
}

/** A stratified random sample that the seed alone decides: draws it again from the same population and it is the same. In random order. */
export function drawSample<One extends { readonly id: string; readonly stratum: string }>(
  population: readonly One[],
  size: number,
  seed: string,
): One[] {
  const strata = new Map<string, One[]>()
  for (const one of [...population].sort((a, b) => (a.id < b.id ? -1 : 1)))
    strata.set(one.stratum, [...(strata.get(one.stratum) ?? []), one])
  const counts = allocate(new Map([...strata].map(([key, list]) => [key, list.length])), size)
  const drawn = [...counts].flatMap(([key, count]) =>
    shuffled(strata.get(key) ?? [], randomFrom(`${seed}:${key}`)).slice(0, count),
  )
  return shuffled(drawn, randomFrom(seed))
}
