import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { POINT } from '@/domain/exams/score'
import { correlation, type ItemAnswer, itemFigures } from './classical'
import { itemFlags } from './flags'

const OPTIONS = ['a', 'b', 'c', 'd']
const answer = fc.record({
  score: fc.constantFrom(0, 420, POINT),
  rest: fc.option(fc.integer({ min: 0, max: POINT })),
  chosen: fc.subarray(OPTIONS),
})
const answers = fc.array(answer, { maxLength: 120 })

/** So many answers: right ones choose a, wrong ones `wrong`. */
const group = (count: number, rest: number, isRight: boolean, wrong = 'b'): ItemAnswer[] =>
  Array.from({ length: count }, () => ({ score: isRight ? POINT : 0, rest, chosen: [isRight ? 'a' : wrong] }))

describe('figures of a question', () => {
  it('stay in their ranges, count every answer, and do not depend on the order of answers', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const figures = itemFigures(given, OPTIONS)
        expect(figures.answers).toBe(given.length)
        expect(figures.facility).toBeGreaterThanOrEqual(0)
        expect(figures.facility).toBeLessThanOrEqual(1)
        if (figures.discrimination !== null) expect(Math.abs(figures.discrimination)).toBeLessThanOrEqual(1 + 1e-9)
        for (const { option, low, middle, high } of figures.choices) {
          const chose = given.filter(({ chosen, rest }) => rest !== null && chosen.includes(option)).length
          expect(low + middle + high).toBe(chose)
        }
        const turned = itemFigures([...given].reverse(), OPTIONS)
        expect(turned.choices).toEqual(figures.choices)
        expect(turned.facility).toBeCloseTo(figures.facility, 9)
      }),
    )
  })

  it('are those of a worked example', () => {
    // Rest 8, 6, 4, 2 of 10 with right, right, wrong, right: Pearson by hand 0.2582.
    const share = (tenths: number) => (POINT * tenths) / 10
    const given = [
      ...group(1, share(8), true),
      ...group(1, share(6), true),
      ...group(1, share(4), false),
      ...group(1, share(2), true),
    ]
    expect(itemFigures(given, OPTIONS).facility).toBe(0.75)
    expect(itemFigures(given, OPTIONS).discrimination).toBeCloseTo(0.2582, 4)
  })

  it('say nothing of how a question goes with the rest when one side never varies', () => {
    expect(correlation([1, 1, 1, 1], [1, 2, 3, 4])).toBeNull()
    expect(itemFigures(group(50, 300, true), OPTIONS).discrimination).toBeNull()
  })
})

describe('flags', () => {
  const flagged = (given: ItemAnswer[]) => itemFlags(itemFigures(given, OPTIONS), ['a'])

  it('say nothing below thirty answers', () => {
    expect(flagged(group(29, 300, false))).toEqual([])
  })

  it('find a question that nearly everybody or hardly anybody gets right', () => {
    expect(flagged([...group(96, 300, true), ...group(4, 200, false)])).toContain('too-easy')
    expect(flagged([...group(20, 300, true), ...group(80, 200, false)])).toContain('too-hard')
  })

  it('find a key that is wrong: the good ones choose another option', () => {
    const wrongKey = [
      ...group(40, 700, false, 'c'),
      ...group(20, 400, true),
      ...group(20, 400, false, 'b'),
      ...group(30, 100, true),
    ]
    expect(flagged(wrongKey)).toContain('against-the-rest')
    expect(flagged(wrongKey)).toContainEqual({ kind: 'rival-distractor', option: 'c' })
    expect(flagged(wrongKey)).toContainEqual({ kind: 'idle-distractor', option: 'd' })
  })

  it('leave a sound question alone but for options nobody takes', () => {
    const sound = [
      ...group(40, 700, true),
      ...group(20, 400, true),
      ...group(14, 400, false, 'b'),
      ...group(14, 100, false, 'c'),
      ...group(14, 100, false, 'd'),
      ...group(8, 100, true),
    ]
    expect(flagged(sound)).toEqual([])
  })
})
