import { describe, expect, it } from 'vitest'
import { Fraction } from '@/tests/support/fraction'
import { labLaws, typed } from '@/tests/support/lab-laws'
import { CARRIED } from '../grade'
import { drawLab, TELLING_PERCENT } from '../lab'
import type { DeductionCase } from './deduction-case'
import { superDeduction, superDeductionDefinition } from './lab'

labLaws(superDeductionDefinition)

/** The super-deduction from the formulas of the facts, with exact fractions rounded only where the sheet rounds. */
function recomputed(one: DeductionCase): bigint[] {
  const of = (amount: number) => new Fraction(BigInt(amount))
  const five = of(one.labor)
    .plus(of(one.direct))
    .minus(of(one.nontax))
    .plus(of(one.depreciation))
    .plus(of(one.amortisation))
    .plus(of(one.design))
  // X = (X + Y) × 10 %, so X = Y × 10 % ÷ (1 − 10 %).
  const tenth = new Fraction(1n, 10n)
  const limit = five.times(tenth).over(new Fraction(1n).minus(tenth)).fen()
  const other = limit.least(of(one.other))
  const domestic = of(one.domestic).times(new Fraction(4n, 5n)).fen()
  const cap = five.plus(other).plus(domestic).times(new Fraction(2n, 3n)).fen()
  const foreign = of(one.foreign).times(new Fraction(4n, 5n)).fen().least(cap)
  const total = five.plus(other).plus(domestic).plus(foreign)
  const zero = new Fraction(0n)
  const net = zero.most(total.minus(of(one.special)))
  const sold = of(one.material).plus(of(one.materialBefore))
  const base = zero.most(net.minus(sold))
  const left = zero.most(sold.minus(net))
  const extra = base.times(new Fraction(BigInt(one.ratePercent), 100n)).fen()
  const saving = one.income < 0 ? zero : extra.times(new Fraction(BigInt(one.taxPercent), 100n)).fen()
  return [limit, other, domestic, cap, foreign, total, net, base, left, extra, saving].map((amount) => amount.whole())
}

describe('a second computation', () => {
  it('agrees on 2,000 random sheets', () => {
    const ids = [
      'limit',
      'other-allowed',
      'domestic',
      'foreign-cap',
      'foreign',
      'total',
      'after-special',
      'base',
      'carried',
      'extra',
      'saving',
    ]
    const differing: string[] = []
    for (let index = 0; index < 1_000; index++) {
      for (const mode of ['PRACTICE', 'CERTIFYING'] as const) {
        const seed = crypto.randomUUID()
        const { drawn, values } = drawLab(superDeductionDefinition, seed, mode)
        const again = recomputed(drawn)
        if (ids.some((id, at) => BigInt(values[id] as number) !== again[at])) differing.push(`${mode} ${seed}`)
      }
    }
    expect(differing).toEqual([])
  })
})

describe('practice', () => {
  it('meets every edge on purpose', () => {
    const met = new Set<string>()
    for (let index = 0; index < 400; index++) {
      const { drawn, values } = drawLab(superDeductionDefinition, `edge-${index}`, 'PRACTICE')
      const of = (id: string) => Number(values[id])
      if (of('limit') === drawn.other) met.add('limit met exactly')
      if (of('limit') > drawn.other) met.add('below the limit')
      if (of('foreign-cap') * 100 === drawn.foreign * 80) met.add('abroad met exactly')
      if (of('foreign') < of('foreign-cap')) met.add('below the limit abroad')
      if (drawn.special > of('total')) met.add('special income larger than the base')
      if (of('carried') > 0 && of('after-special') > 0) met.add('material carried forward')
      if (drawn.nontax === 0) met.add('no public money')
      if (drawn.income < 0) met.add('loss')
      if (drawn.ratePercent === 120) met.add('120 %')
    }
    expect(met.size).toBe(9)
  })

  it('names what follows rightly from a wrong figure', () => {
    const lab = drawLab(superDeductionDefinition, 'follow', 'CERTIFYING')
    const saved = { ...typed(lab.sheet, lab.values), five: '900', limit: '100' }
    const result = superDeduction.grade(lab, saved, { passPercent: TELLING_PERCENT, decisive: ['result'] })
    expect(result.cells.find(({ id }) => id === 'limit')).toEqual({ id: 'limit', verdict: 'wrong', path: CARRIED })
  })
})
