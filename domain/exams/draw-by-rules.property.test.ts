import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawByRules, type Graduated, type PaperRules, bandsOf } from './draw-by-rules'
import { paperPlan } from './paper-plan'
import { randomFrom } from './random'

const LEVELS = [1, 2, 3]
const CONCEPTS = ['a', 'b', 'c']

const cellCounts = fc.array(fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 })
const cellsFrom = (counts: readonly (readonly number[])[]) =>
  new Map(
    CONCEPTS.map((concept, row) => [concept, new Map(LEVELS.map((level, at) => [level, counts[row]?.[at] ?? 0]))]),
  )

/** All ways to give each concept a number per level, tried one after the other: slow and plainly right. */
function existsPlan(counts: readonly (readonly number[])[], perLevel: readonly number[], atLeast: readonly number[]) {
  const cells = counts.flatMap((row, concept) => row.map((room, level) => ({ concept, level, room })))
  const rows = [0, 0, 0]
  const columns = [0, 0, 0]
  const search = (at: number): boolean => {
    const cell = cells[at]
    if (!cell)
      return (
        columns.every((sum, level) => sum === perLevel[level]) && rows.every((sum, row) => sum >= (atLeast[row] ?? 0))
      )
    for (let take = 0; take <= cell.room; take++) {
      if ((columns[cell.level] ?? 0) + take > (perLevel[cell.level] ?? 0)) break
      columns[cell.level] = (columns[cell.level] ?? 0) + take
      rows[cell.concept] = (rows[cell.concept] ?? 0) + take
      const found = search(at + 1)
      columns[cell.level] = (columns[cell.level] ?? 0) - take
      rows[cell.concept] = (rows[cell.concept] ?? 0) - take
      if (found) return true
    }
    return false
  }
  return search(0)
}

describe('a paper’s plan', () => {
  it('exists exactly when some choice of questions keeps all counts, and keeps them', () => {
    fc.assert(
      fc.property(
        cellCounts,
        fc.array(fc.nat(4), { minLength: 3, maxLength: 3 }),
        fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }),
        fc.string(),
        (counts, perLevel, atLeast, seed) => {
          const shape = {
            perBand: new Map(LEVELS.map((level, at) => [level, perLevel[at] ?? 0])),
            atLeast: new Map(CONCEPTS.map((concept, at) => [concept, atLeast[at] ?? 0])),
          }
          const plan = paperPlan(cellsFrom(counts), shape, randomFrom(seed))
          expect(plan !== null).toBe(existsPlan(counts, perLevel, atLeast))
          if (!plan) return
          CONCEPTS.forEach((concept, row) => {
            const given = LEVELS.map((level) => plan.get(concept)?.get(level) ?? 0)
            expect(given.every((count, at) => count <= (counts[row]?.[at] ?? 0))).toBe(true)
            expect(given.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(atLeast[row] ?? 0)
          })
          LEVELS.forEach((level, at) => {
            const sum = CONCEPTS.reduce((total, concept) => total + (plan.get(concept)?.get(level) ?? 0), 0)
            expect(sum).toBe(perLevel[at])
          })
        },
      ),
      { numRuns: 2000 },
    )
  })
})

const bank = fc
  .array(fc.record({ concept: fc.constantFrom('a', 'b', 'c', 'd'), difficulty: fc.constantFrom(1, 2, 3) }), {
    minLength: 12,
    maxLength: 60,
  })
  .chain((rows) =>
    fc.array(fc.integer({ min: 2, max: 3 }), { maxLength: 4 }).map((sizes): Graduated[] => {
      const singles = rows.map((row, index) => ({ id: `q${index}`, ...row, group: null }))
      const parts = sizes.flatMap((size, number) =>
        Array.from({ length: size }, (_, part) => ({
          id: `case${number}-${part}`,
          concept: 'a',
          difficulty: 1 + ((number + part) % 3),
          group: { id: `case${number}`, part: part + 1 },
        })),
      )
      return [...singles, ...parts]
    }),
  )

const rulesFor = (questions: readonly Graduated[], draw: number, over: Partial<PaperRules> = {}): PaperRules => ({
  draw,
  bands: bandsOf(questions, draw),
  atLeast: [],
  mustHave: [],
  cases: 0,
  ...over,
})

describe('a paper drawn by rules', () => {
  it('has its length, no question twice, whole cases alone, and keeps what it says it keeps', () => {
    fc.assert(
      fc.property(
        bank,
        fc.string(),
        fc.integer({ min: 4, max: 10 }),
        fc.nat(2),
        fc.nat(11),
        (all, seed, draw, cases, must) => {
          const rules = rulesFor(all, draw, { cases, mustHave: [`q${must}`] })
          const { questions, keepsRules } = drawByRules(all, rules, seed)
          expect(questions).toHaveLength(draw)
          expect(new Set(questions.map(({ id }) => id)).size).toBe(draw)
          for (const { group } of questions.filter((one) => one.group)) {
            const parts = all.filter((one) => one.group?.id === group?.id)
            const places = parts.map((part) => questions.findIndex(({ id }) => id === part.id))
            expect(places).toEqual(places.map((_, index) => (places[0] ?? -9) + index))
          }
          if (!keepsRules) return
          for (const { difficulties, count } of rules.bands)
            expect(questions.filter((one) => difficulties.includes(one.difficulty))).toHaveLength(count)
          expect(questions.map(({ id }) => id)).toContain(`q${must}`)
          expect(new Set(questions.flatMap(({ group }) => (group ? [group.id] : []))).size).toBe(cases)
        },
      ),
    )
  })

  it('keeps rules without cases and must-haves whenever the bank has the difficulties', () => {
    fc.assert(
      fc.property(bank, fc.string(), (all, seed) => {
        const singles = all.filter(({ group }) => !group)
        expect(drawByRules(singles, rulesFor(singles, 6), seed).keepsRules).toBe(true)
      }),
    )
  })

  it('asks nothing again while something of the same concept and difficulty was never asked', () => {
    fc.assert(
      fc.property(bank, fc.string(), fc.string(), (all, seed, other) => {
        const singles = all.filter(({ group }) => !group)
        const rules = rulesFor(singles, 5)
        const first = drawByRules(singles, rules, seed).questions.map(({ id }) => id)
        for (const again of drawByRules(singles, rules, other, first).questions.filter(({ id }) =>
          first.includes(id),
        )) {
          const band = rules.bands.find(({ difficulties }) => difficulties.includes(again.difficulty))
          const cell = singles.filter(
            (one) => one.concept === again.concept && band?.difficulties.includes(one.difficulty),
          )
          const second = drawByRules(singles, rules, other, first).questions.map(({ id }) => id)
          expect(cell.every(({ id }) => first.includes(id) || second.includes(id))).toBe(true)
        }
      }),
    )
  })

  it('gives bands that hold every level, add up to the paper and differ from the bank’s shares by less than one question', () => {
    fc.assert(
      fc.property(bank, fc.integer({ min: 1, max: 12 }), (all, draw) => {
        const shares = bandsOf(all, draw)
        expect(shares.reduce((sum, { count }) => sum + count, 0)).toBe(draw)
        expect(shares.every(({ count }) => count > 0)).toBe(true)
        expect(shares.flatMap(({ difficulties }) => difficulties).sort()).toEqual(
          [...new Set(all.map((one) => one.difficulty))].sort(),
        )
        for (const { difficulties, count } of shares) {
          const exact = (all.filter((one) => difficulties.includes(one.difficulty)).length * draw) / all.length
          expect(Math.abs(count - exact)).toBeLessThan(1)
        }
      }),
    )
  })
})
