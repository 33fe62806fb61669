import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownAnswer, shownAnswer } from '@/server/content/learner-paper'
import { type AnswerKey, rightAnswerOf } from './answer-key'
import { isRight, POINT, scoreOf } from './score'

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const some = (min: number) =>
  fc.integer({ min, max: 8 }).chain((size) => fc.shuffledSubarray(IDS, { minLength: size, maxLength: size }))

const multiple = some(3).chain((options) =>
  fc.integer({ min: 1, max: options.length - 1 }).map((right) => ({
    options,
    key: { kind: 'multiple', correct: options.slice(0, right), wrong: options.length - right } satisfies AnswerKey,
  })),
)
const ordering = some(3).map((order) => ({ options: order, key: { kind: 'ordering', order } satisfies AnswerKey }))
const matching = some(3).map((lefts) => {
  const pairs = lefts.map((left, index) => [left, `r${(index * 3) % lefts.length}`] as const)
  return {
    options: [...lefts, ...lefts.map((_, index) => `r${index}`)],
    key: { kind: 'matching', pairs } satisfies AnswerKey,
  }
})
type Keyed = { options: readonly string[]; key: AnswerKey }
const keyed: fc.Arbitrary<Keyed> = fc.oneof<fc.Arbitrary<Keyed>[]>(
  multiple,
  ordering,
  matching,
  some(2).map((options) => ({ options, key: { kind: 'single', correct: options[0] ?? '' } satisfies AnswerKey })),
  fc
    .boolean()
    .map((correct) => ({ options: ['true', 'false'], key: { kind: 'truefalse', correct } satisfies AnswerKey })),
  fc.constant({ options: [], key: { kind: 'numeric', correct: '12.50', tolerance: '0.01' } satisfies AnswerKey }),
  fc.constant({ options: [], key: { kind: 'fillin', accepted: ['辅助账', 'R&D ledger'] } satisfies AnswerKey }),
)
/** Anything a browser, or somebody with a script, might send. */
const anything = fc.array(
  fc.oneof(
    fc.constantFrom(...IDS, 'true', 'false', '12.5', '辅助账', ''),
    fc
      .tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS, '1', '2', '3', 'r0', 'r1', ''))
      .map((pair) => pair.join('=')),
    fc.string(),
  ),
  { maxLength: 12 },
)

describe('a score', () => {
  it('is a whole number of 840ths between nothing and the point, whatever is sent', () => {
    fc.assert(
      fc.property(keyed, anything, ({ key }, value) => {
        const score = scoreOf(key, value)
        expect(Number.isInteger(score)).toBe(true)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(POINT)
      }),
      { numRuns: 3000 },
    )
  })

  it('is the point for the right answer, and the same in any order and by any ids of an attempt', () => {
    fc.assert(
      fc.property(keyed, anything, fc.infiniteStream(fc.nat()), ({ options, key }, value, dice) => {
        const mixed = <T>(list: readonly T[]) =>
          list
            .map((one) => ({ one, at: dice.next().value }))
            .sort((x, y) => x.at - y.at)
            .map(({ one }) => one)
        expect(scoreOf(key, mixed(rightAnswerOf(key)))).toBe(POINT)
        expect(scoreOf(key, mixed(value))).toBe(scoreOf(key, value))
        const map = mixed(options).map((own, index): [string, string] => [`o${index}`, own])
        const sent = shownAnswer(rightAnswerOf(key), key.kind, map)
        expect(scoreOf(key, ownAnswer(mixed(sent), key.kind, map))).toBe(POINT)
      }),
    )
  })

  it('never rises by a wrong tick, never falls by a right one, and ticking everything earns nothing', () => {
    fc.assert(
      fc.property(multiple, fc.infiniteStream(fc.boolean()), ({ options, key }, coin) => {
        const ticked = options.filter(() => coin.next().value)
        for (const option of options.filter((one) => !ticked.includes(one))) {
          const [before, after] = [scoreOf(key, ticked), scoreOf(key, [...ticked, option])]
          if (key.correct.includes(option)) expect(after).toBeGreaterThanOrEqual(before)
          else expect(after).toBeLessThanOrEqual(before)
        }
        expect(scoreOf(key, options)).toBe(0)
      }),
    )
  })

  it('is exact in parts: r of R right ticks and w of W wrong ones bring r/R − w/W', () => {
    fc.assert(
      fc.property(multiple, fc.infiniteStream(fc.boolean()), ({ options, key }, coin) => {
        const ticked = options.filter(() => coin.next().value)
        const right = ticked.filter((one) => key.correct.includes(one)).length
        const [all, wrong] = [key.correct.length, ticked.length - right]
        const exact = BigInt(POINT) * (BigInt(right) * BigInt(key.wrong) - BigInt(wrong) * BigInt(all))
        const whole = exact / (BigInt(all) * BigInt(key.wrong))
        expect(exact % (BigInt(all) * BigInt(key.wrong))).toBe(0n)
        expect(BigInt(scoreOf(key, ticked))).toBe(whole > 0n ? whole : 0n)
      }),
    )
  })

  it('gives the whole point of ordering and matching to the exact answer alone', () => {
    fc.assert(
      fc.property(fc.oneof(ordering, matching), anything, ({ key }, value) => {
        const exact =
          new Set(value).size === rightAnswerOf(key).length && rightAnswerOf(key).every((one) => value.includes(one))
        expect(isRight(key, value)).toBe(exact)
      }),
    )
  })

  it('counts neighbours of an order and pairs of a match, each in parts', () => {
    const order: AnswerKey = { kind: 'ordering', order: ['a', 'b', 'c', 'd'] }
    expect(scoreOf(order, ['b=1', 'c=2', 'd=3', 'a=4'])).toBe((POINT * 2) / 3)
    expect(scoreOf(order, ['a=1', 'b=2', 'c=3'])).toBe(0)
    expect(scoreOf(order, ['a=1', 'b=1', 'c=2', 'd=3'])).toBe(0)
    const match: AnswerKey = {
      kind: 'matching',
      pairs: [
        ['a', 'x'],
        ['b', 'y'],
        ['c', 'x'],
      ],
    }
    expect(scoreOf(match, ['a=x', 'b=x', 'c=x'])).toBe((POINT * 2) / 3)
    expect(scoreOf(match, ['a=x', 'a=y', 'b=y'])).toBe(POINT / 3)
  })

  it.each(['辅助账', ' 辅助账 ', '辅 助 账。', 'ｒ＆ｄ ledger', 'R&D　LEDGER'])(
    'takes %s for an accepted word',
    (text) => {
      expect(isRight({ kind: 'fillin', accepted: ['辅助账', 'R&D ledger'] }, [text])).toBe(true)
    },
  )

  it.each(['辅助帐', '', '。', '辅助账表'])('does not take %s', (text) => {
    expect(isRight({ kind: 'fillin', accepted: ['辅助账', 'R&D ledger'] }, [text])).toBe(false)
  })

  it('keeps what was stored before part marks: all of a multiple choice or nothing', () => {
    const stored: AnswerKey = { kind: 'multiple', correct: ['a', 'b'] }
    expect(scoreOf(stored, ['a'])).toBe(0)
    expect(scoreOf(stored, ['a', 'b', 'c'])).toBe(0)
    expect(scoreOf(stored, ['b', 'a'])).toBe(POINT)
  })
})
