import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomFrom, shuffled } from '@/domain/exams/random'
import { atLeast, isImplausiblyFast, sharedPatterns, type SignalPaper, wrongShares } from './signals'

/** People answering by themselves: a favourite wrong answer per question, and others. */
function papers(seed: string, people: number): SignalPaper[] {
  const random = randomFrom(seed)
  const bank = Array.from({ length: 60 }, (_, index) => `q${index}`)
  return Array.from({ length: people }, (_, person) => {
    const asked = shuffled(bank, random).slice(0, 15)
    const wrong = new Map<string, string>()
    for (const question of asked) {
      const dice = random()
      if (dice < 0.2) wrong.set(question, 'b')
      else if (dice < 0.3) wrong.set(question, random() < 0.5 ? 'c' : 'd')
    }
    return { attempt: `t${person}`, person: `p${person}`, asked, wrong }
  })
}

const allPairs = (list: readonly SignalPaper[]) =>
  list.flatMap((one, index) => list.slice(index + 1).map((other) => [one, other] as const))

describe('signals', () => {
  it('tell nobody apart from chance: people who answer by themselves make no pattern', () => {
    for (let seed = 0; seed < 5; seed++) {
      const list = papers(`alone ${seed}`, 150)
      expect(sharedPatterns(allPairs(list), wrongShares(list))).toEqual([])
    }
  })

  it('find two who sat the same questions with the same wrong answers, and say it of no other colleague', () => {
    const list = papers('together', 150)
    const rare = new Map((list[0]?.asked ?? []).slice(0, 7).map((question) => [question, 'd'] as const))
    const one = { ...(list[0] as SignalPaper), wrong: rare }
    const other = { attempt: 'copy', person: 'copy', asked: one.asked, wrong: rare }
    const everybody = [one, other, ...list.slice(1)]
    const colleagues = everybody.slice(0, 12)
    const found = sharedPatterns(allPairs(colleagues), wrongShares(everybody))
    expect(found).toEqual([{ one: 't0', other: 'copy', shared: 7, bothWrong: 7, bothAsked: 15 }])
  })

  it('never compare somebody with their own earlier paper, and never point at shared right answers', () => {
    const [paper] = papers('own', 1) as [SignalPaper]
    const again = { ...paper, attempt: 'again' }
    expect(sharedPatterns([[paper, again]], wrongShares([paper]))).toEqual([])
    const right = { ...paper, wrong: new Map<string, string>() }
    expect(sharedPatterns([[right, { ...right, attempt: 'x', person: 'x' }]], wrongShares([right]))).toEqual([])
  })

  it('compute chances of many unequal events as trying every outcome does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
        fc.nat(8),
        (chances, count) => {
          let sum = 0
          for (let outcome = 0; outcome < 2 ** chances.length; outcome++) {
            const hits = chances.filter((_, index) => (outcome >> index) & 1).length
            const chance = chances.reduce(
              (product, one, index) => product * ((outcome >> index) & 1 ? one : 1 - one),
              1,
            )
            if (hits >= count) sum += chance
          }
          expect(atLeast(chances, count)).toBeCloseTo(sum, 9)
        },
      ),
    )
  })

  it('take a pace for implausible only when reading is impossible and most is right', () => {
    expect(isImplausiblyFast({ questions: 15, right: 15, seconds: 44 })).toBe(true)
    expect(isImplausiblyFast({ questions: 15, right: 15, seconds: 45 })).toBe(false)
    expect(isImplausiblyFast({ questions: 15, right: 11, seconds: 20 })).toBe(false)
    expect(isImplausiblyFast({ questions: 4, right: 4, seconds: 1 })).toBe(false)
  })
})
