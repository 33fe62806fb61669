import { describe, expect, it } from 'vitest'
import { Fraction } from '@/tests/support/fraction'
import { labLaws } from '@/tests/support/lab-laws'
import { drawLab } from '../lab'
import { technicalNeedDefinition } from './lab'
import { FIELDS, type NeedCase } from './need-case'

labLaws(technicalNeedDefinition)

const over = (top: number, bottom: number) => new Fraction(BigInt(top), BigInt(bottom))

/** The figures once more, with exact fractions and from the papers' own words. */
function recomputed({ runs, factor, unitCost, dearer, fee, samples, testing, first, draft }: NeedCase) {
  const whole = runs.filter((run) => !run.isBroken)
  const now = whole.reduce((sum, run) => sum.plus(over(run.value, whole.length)), over(0, 1))
  const points = FIELDS.map((field) => ({ clear: 10, vague: 5, missing: 0 })[draft[field]])
  return {
    now: now.fen().whole(),
    goal: now.times(over(factor, 10)).fen().whole(),
    'highest-cost': over(unitCost, 1)
      .times(over(100 + dearer, 100))
      .fen()
      .whole(),
    budget: over(fee, 1).plus(over(samples, 1)).plus(over(testing, 1)).fen().whole(),
    'first-payment': over(fee, 1).times(over(first, 100)).fen().whole(),
    score: BigInt(points.reduce((sum, one) => sum + one, 0)),
  }
}

describe('a second computation', () => {
  it('agrees on 2,000 random sheets', () => {
    const differing: string[] = []
    for (let index = 0; index < 1_000; index++) {
      for (const mode of ['PRACTICE', 'CERTIFYING'] as const) {
        const seed = crypto.randomUUID()
        const { drawn, values } = drawLab(technicalNeedDefinition, seed, mode)
        const isWrong = Object.entries(recomputed(drawn)).some(([id, value]) => BigInt(values[id] as number) !== value)
        if (isWrong) differing.push(`${mode} ${seed}`)
      }
    }
    expect(differing).toEqual([])
  })
})

it('draws every product, wish and secret, and every place for the sentence to take', () => {
  const met = new Set<string>()
  for (let index = 0; index < 400; index++) {
    const { drawn, values } = drawLab(technicalNeedDefinition, `every-${index}`, 'CERTIFYING')
    for (const one of [drawn.product.procedure, drawn.wish, drawn.secret, values['sentence-best']]) met.add(String(one))
  }
  expect(met.size).toBe(5 + 3 + 3 + 5)
})

it('says in the draft what its grade is: nothing where it is missing, no answer of the sheet anywhere', () => {
  for (let index = 0; index < 200; index++) {
    const { drawn, values, sheet } = drawLab(technicalNeedDefinition, `draft-${index}`, 'PRACTICE')
    const text = JSON.stringify(sheet.papers.find(({ id }) => id === 'draft'))
    expect(text.includes('预算：')).toBe(drawn.draft.budget !== 'missing')
    expect(text.includes('联系人：')).toBe(drawn.draft.contact !== 'missing')
    expect(text).not.toContain(String(values.goal))
  }
})
