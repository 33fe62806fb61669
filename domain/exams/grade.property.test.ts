import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { questionsOf, resultOf } from './grade'
import { isRight, POINT } from './score'

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 2, maxLength: 6 })

describe('grading', () => {
  it('takes a multiple choice as right for exactly the correct set, in any order', () => {
    fc.assert(
      fc.property(ids, fc.nat(), fc.nat(), (options, keyBits, answerBits) => {
        const chosen = (bits: number) => options.filter((_, index) => (bits >> index) & 1)
        const [correct, answer] = [chosen(keyBits), chosen(answerBits)]
        const same = correct.length > 0 && correct.join() === answer.join()
        expect(isRight({ kind: 'multiple', correct }, [...answer].reverse())).toBe(same)
      }),
    )
  })

  it('never takes an empty or missing answer, or two choices where one is asked for', () => {
    expect(isRight({ kind: 'single', correct: 'a' }, undefined)).toBe(false)
    expect(isRight({ kind: 'single', correct: 'a' }, [])).toBe(false)
    expect(isRight({ kind: 'single', correct: 'a' }, ['a', 'b'])).toBe(false)
    expect(isRight({ kind: 'truefalse', correct: true }, ['true', 'false'])).toBe(false)
    expect(isRight({ kind: 'multiple', correct: [] }, [])).toBe(false)
  })

  it('compares numbers exactly at the edge of the tolerance', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.nat(500),
        fc.nat(1000),
        (cents, within, off) => {
          const text = (value: bigint) => {
            const size = (value < 0n ? -value : value).toString().padStart(3, '0')
            return `${value < 0n ? '-' : ''}${size.slice(0, -2)}.${size.slice(-2)}`
          }
          const key = { kind: 'numeric', correct: text(cents), tolerance: text(BigInt(within)) } as const
          expect(isRight(key, [text(cents + BigInt(off))])).toBe(off <= within)
          expect(isRight(key, [text(cents - BigInt(off))])).toBe(off <= within)
        },
      ),
    )
  })

  it.each(['15321.48', '１５３２１．４８', ' 15,321.48 元', '15，321.48', '+15321.480'])(
    'reads %s as typed',
    (text) => {
      expect(isRight({ kind: 'numeric', correct: '15321.48', tolerance: '0' }, [text])).toBe(true)
    },
  )

  it.each(['1.5万', '15321.48.0', '1e4', 'NaN', '', '0x10', '15321.5'])('does not take %s', (text) => {
    expect(isRight({ kind: 'numeric', correct: '15321.48', tolerance: '0.01' }, [text])).toBe(false)
  })

  it('adds up: right answers per concept sum to the score, and one more right answer never fails a passed paper', () => {
    const graded = fc.array(
      fc.record({
        position: fc.nat(60),
        concept: fc.constantFrom('a', 'b', 'c'),
        score: fc.integer({ min: 0, max: POINT }),
      }),
      { minLength: 1, maxLength: 40 },
    )
    fc.assert(
      fc.property(graded, fc.integer({ min: 1, max: 40 }), (items, pass) => {
        const result = resultOf(items, pass)
        expect(result.perConcept.reduce((sum, one) => sum + one.right, 0)).toBe(result.right)
        expect(result.perConcept.reduce((sum, one) => sum + one.total, 0)).toBe(items.length)
        expect(result.score).toBeLessThanOrEqual(result.scoreMax)
        expect(Math.round(Number(questionsOf(result.score)) * 10) * POINT).toBeLessThanOrEqual(result.score * 10)
        const better = resultOf(
          items.map((one, index) => (index === 0 ? { ...one, score: POINT } : one)),
          pass,
        )
        expect(Number(better.hasPassed)).toBeGreaterThanOrEqual(Number(result.hasPassed))
      }),
    )
  })
})
