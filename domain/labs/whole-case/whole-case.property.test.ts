import { describe, expect, it } from 'vitest'
import { Fraction } from '@/tests/support/fraction'
import { labLaws, typed } from '@/tests/support/lab-laws'
import { CARRIED } from '../grade'
import { drawLab, TELLING_PERCENT } from '../lab'
import { wholeCase, wholeCaseDefinition } from './lab'
import type { WholeCase } from './whole-case'

labLaws(wholeCaseDefinition)

const rule = { passPercent: TELLING_PERCENT, decisive: wholeCaseDefinition.decisive }

/** Summary, claim and statistical form from the formulas of the facts, with exact fractions rounded only where the sheet rounds. */
function recomputed(one: WholeCase): Record<string, bigint> {
  const of = (amount: number) => new Fraction(BigInt(amount))
  const byHours = (amount: number, { project, total }: { project: number; total: number }) =>
    of(amount).times(of(project)).over(of(total)).fen()
  const labor = byHours(one.engineer.wage + one.engineer.insurance, one.engineer).plus(
    byHours(one.technician.wage + one.technician.insurance, one.technician),
  )
  const direct = of(one.material).minus(of(one.nontax)).plus(of(one.testing))
  const depreciation = byHours(one.instrument.depreciation, one.instrument)
  const five = labor.plus(direct).plus(depreciation).plus(of(one.software)).plus(of(one.design))
  const tenth = new Fraction(1n, 10n)
  const limit = five.times(tenth).over(new Fraction(1n).minus(tenth)).fen()
  const spent = of(one.expert).plus(of(one.patent))
  const other = limit.least(spent)
  const domestic = of(one.commission).times(new Fraction(4n, 5n)).fen()
  const total = five.plus(other).plus(domestic)
  const saving = one.income < 0 ? of(0) : total.times(new Fraction(BigInt(one.taxPercent), 100n)).fen()
  const items = {
    'stat-labor': labor.plus(of(one.clerk.wage)).plus(of(one.clerk.insurance)),
    'stat-direct': of(one.material).plus(of(one.testing)),
    'stat-depreciation': depreciation.plus(of(one.building)),
    'stat-amortisation': of(one.software),
    'stat-design': of(one.design),
    'stat-other': spent,
    'stat-commissioned': of(one.commission),
  }
  const written = Object.entries(items).map(([id, fen]): [string, bigint] => [id, fen.over(of(100_000)).fen().whole()])
  const whole = { five, limit, 'other-allowed': other, own: five.plus(other), domestic, total, extra: total, saving }
  return {
    ...Object.fromEntries(Object.entries(whole).map(([id, fen]) => [id, fen.whole()])),
    ...Object.fromEntries(written),
    'stat-total': written.reduce((sum, [, amount]) => sum + amount, 0n),
  }
}

describe('a second computation', () => {
  it('agrees on 2,000 random sheets', () => {
    const differing: string[] = []
    for (let index = 0; index < 1_000; index++) {
      for (const mode of ['PRACTICE', 'CERTIFYING'] as const) {
        const seed = crypto.randomUUID()
        const { drawn, values } = drawLab(wholeCaseDefinition, seed, mode)
        const again = Object.entries(recomputed(drawn))
        if (again.some(([id, value]) => BigInt(values[id] as number) !== value)) differing.push(`${mode} ${seed}`)
      }
    }
    expect(differing).toEqual([])
  })
})

describe('practice', () => {
  it('meets every edge on purpose', () => {
    const met = new Set<string>()
    for (let index = 0; index < 300; index++) {
      const { drawn, values } = drawLab(wholeCaseDefinition, `edge-${index}`, 'PRACTICE')
      const of = (id: string) => Number(values[id])
      if (of('limit') === of('sum-other')) met.add('limit met exactly')
      if (of('limit') > of('sum-other')) met.add('below the limit')
      if (drawn.nontax === 0) met.add('no public money')
      if (drawn.income < 0) met.add('loss')
      if (drawn.engineer.project === drawn.engineer.total) met.add('whole quarter')
    }
    expect(met.size).toBe(5)
  })
})

describe('figures carried from step to step', () => {
  const lab = drawLab(wholeCaseDefinition, 'follow', 'CERTIFYING')
  const right = typed(lab.sheet, lab.values)

  /** What somebody fills in who made slips in the ledger and went on rightly from there. */
  function goneOn(slips: Readonly<Record<string, string>>): Record<string, string> {
    const saved: Record<string, string> = { ...right, ...slips }
    for (const { id } of lab.sheet.cells) {
      if (id.endsWith('-class') || id.endsWith('-amount')) continue
      const answers = Object.fromEntries(
        lab.sheet.cells.map((cell) => {
          const text = saved[cell.id] ?? ''
          return [
            cell.id,
            cell.kind === 'choice' ? text : Number(text.replaceAll(',', '')) * (cell.kind === 'money' ? 100 : 1),
          ]
        }),
      )
      const own = Object.fromEntries(
        Object.entries(answers).map(([key, value]) => [key, typeof value === 'number' ? Math.round(value) : value]),
      )
      const value = wholeCaseDefinition.follow?.(lab.sheet, id, own)
      if (typeof value === 'number') saved[id] = id.startsWith('stat-') ? `${value}` : `${value / 100}`
    }
    return saved
  }

  it('count as right: one slip at a plain line costs that line alone', () => {
    const saved = goneOn({ 'testing-amount': '1,234.00' })
    const result = wholeCase.grade(lab, saved, rule)
    expect(result.cells.filter(({ verdict }) => verdict !== 'right').map(({ id }) => id)).toEqual(['testing-amount'])
    expect(result.cells.find(({ id }) => id === 'total')).toMatchObject({ verdict: 'right', path: CARRIED })
    expect(result.passed).toBe(true)
  })

  it('do not let pass whoever goes on rightly from a known wrong way', () => {
    for (const way of lab.ways) {
      const first = lab.sheet.cells.find(
        ({ id }) => way.values[id] !== lab.values[id] && (id.endsWith('-class') || id.endsWith('-amount')),
      )
      const saved = first ? goneOn(typedOf(way.values)) : typed(lab.sheet, way.values)
      expect(wholeCase.grade(lab, saved, rule).passed, way.path).toBe(false)
    }
  })

  function typedOf(values: typeof lab.values): Record<string, string> {
    const all = typed(lab.sheet, values)
    return Object.fromEntries(Object.entries(all).filter(([id]) => id.endsWith('-class') || id.endsWith('-amount')))
  }

  it('do not count when they follow from nothing', () => {
    const result = wholeCase.grade(lab, { ...right, total: '1' }, rule)
    expect(result.cells.find(({ id }) => id === 'total')?.verdict).toBe('wrong')
    expect(result.passed).toBe(false)
  })

  it('the building counted for tax is not added to the statistics a second time', () => {
    const saved = goneOn({ 'building-class': 'depreciation', 'building-amount': `${lab.drawn.building / 100}` })
    expect(saved['stat-depreciation']).toBe(right['stat-depreciation']?.replaceAll(',', ''))
  })
})
