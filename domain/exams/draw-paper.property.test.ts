import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawPaper } from './draw-paper'

const bank = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 60 })
  .chain((ids) =>
    fc
      .array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: ids.length, maxLength: ids.length })
      .map((concepts) => ids.map((id, index) => ({ id, concept: concepts[index] ?? 'a' }))),
  )

describe('a drawn paper', () => {
  it('holds exactly the wanted number of different questions of the bank', () => {
    fc.assert(
      fc.property(bank, fc.string(), fc.nat(), (questions, seed, wish) => {
        const count = wish % (questions.length + 1)
        const paper = drawPaper(questions, seed, count)
        expect(paper).toHaveLength(count)
        expect(new Set(paper.map((one) => one.id)).size).toBe(count)
        expect(paper.every((one) => questions.includes(one))).toBe(true)
      }),
    )
  })

  it('asks no concept twice more often than another that still has questions', () => {
    fc.assert(
      fc.property(bank, fc.string(), fc.nat(), (questions, seed, wish) => {
        const paper = drawPaper(questions, seed, wish % (questions.length + 1))
        const inPaper = (concept: string) => paper.filter((one) => one.concept === concept).length
        const inBank = (concept: string) => questions.filter((one) => one.concept === concept).length
        const concepts = [...new Set(questions.map((one) => one.concept))]
        const spare = concepts.filter((concept) => inPaper(concept) < inBank(concept)).map(inPaper)
        for (const concept of concepts) expect(inPaper(concept)).toBeLessThanOrEqual(Math.min(...spare, 99) + 1)
      }),
    )
  })

  it('is the same for the same seed, whatever order the bank is written in', () => {
    fc.assert(
      fc.property(bank, fc.string(), (questions, seed) => {
        const count = Math.ceil(questions.length / 2)
        expect(drawPaper([...questions].reverse(), seed, count)).toEqual(drawPaper(questions, seed, count))
      }),
    )
  })

  it('reaches every question of the bank by some seed', () => {
    const questions = Array.from({ length: 20 }, (_, index) => ({ id: `q${index}`, concept: `c${index % 7}` }))
    const seen = new Set<string>()
    for (let seed = 0; seed < 200; seed++) for (const one of drawPaper(questions, `${seed}`, 5)) seen.add(one.id)
    expect(seen.size).toBe(20)
  })

  it('is refused when the bank is too small', () => {
    expect(() => drawPaper([{ id: 'a', concept: 'c' }], 's', 2)).toThrow(RangeError)
  })
})
