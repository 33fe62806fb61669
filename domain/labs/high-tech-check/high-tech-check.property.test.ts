import { describe, expect, it } from 'vitest'
import { Fraction } from '@/tests/support/fraction'
import { labLaws } from '@/tests/support/lab-laws'
import { drawLab } from '../lab'
import type { CheckCase } from './check-case'
import { highTechCheckDefinition } from './lab'

labLaws(highTechCheckDefinition)

const over = (top: number, bottom: number) => new Fraction(BigInt(top), BigInt(bottom))
const one = new Fraction(1n)
/** Not below the limit: the smaller of the two is the limit itself. */
const isAtLeast = (value: Fraction, limit: Fraction) => value.least(limit).minus(limit).top === 0n

/** The conditions from the articles, with exact fractions. */
function recomputed(firm: CheckCase): Record<string, bigint | boolean> {
  const all = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0)
  const [a, b, c] = firm.sales
  const half = new Fraction(1n, 2n)
  const growth = ([x, y, z]: readonly [number, number, number]) => half.times(over(y, x).plus(over(z, y))).minus(one)
  const asked = c > 20_000 ? 3 : c > 5_000 ? 4 : 5
  const rd = over(all(firm.rd), a + b + c)
  const domestic = over(firm.rdDomestic, all(firm.rd))
  const staff = over(firm.scientists, firm.staff)
  const income = over(firm.highTech, firm.gross - firm.nontax)
  const shown = (ratio: Fraction) => ratio.times(new Fraction(10_000n)).fen().whole()
  const passes = {
    'rd-pass': isAtLeast(rd, over(asked, 100)),
    'domestic-pass': isAtLeast(domestic, over(3, 5)),
    'staff-pass': isAtLeast(staff, over(1, 10)),
    'income-pass': isAtLeast(income, over(3, 5)),
    'score-pass': all(firm.points) - 70 > 0,
  }
  return {
    rd: shown(rd),
    domestic: shown(domestic),
    staff: shown(staff),
    income: shown(income),
    ...passes,
    eligible: Object.values(passes).every(Boolean),
    grows: isAtLeast(growth(firm.netAssets), over(1, 4)),
  }
}

describe('a second computation', () => {
  it('agrees on 2,000 random sheets', () => {
    const differing: string[] = []
    for (let index = 0; index < 1_000; index++) {
      for (const mode of ['PRACTICE', 'CERTIFYING'] as const) {
        const seed = crypto.randomUUID()
        const { drawn, values } = drawLab(highTechCheckDefinition, seed, mode)
        const { grows, ...again } = recomputed(drawn)
        const isWrong = Object.entries(again).some(([id, value]) =>
          typeof value === 'boolean' ? values[id] !== (value ? 'yes' : 'no') : BigInt(values[id] as number) !== value,
        )
        if (isWrong || grows !== ['a', 'b'].includes(String(values['assets-band']))) differing.push(`${mode} ${seed}`)
      }
    }
    expect(differing).toEqual([])
  })
})

it('practice stands exactly on every limit at times', () => {
  const met = new Set<string>()
  for (let index = 0; index < 600; index++) {
    const { drawn, values } = drawLab(highTechCheckDefinition, `edge-${index}`, 'PRACTICE')
    if (drawn.sales[2] === 5_000 || drawn.sales[2] === 20_000) met.add('sales')
    if (drawn.scientists * 10 === drawn.staff) met.add('staff')
    if (drawn.highTech * 5 === (drawn.gross - drawn.nontax) * 3) met.add('income')
    if (values['assets-growth'] === 2_500) met.add('growth')
    if (values.score === 70) met.add('score')
    met.add(`eligible ${values.eligible}`)
  }
  expect([...met].sort()).toEqual(['eligible no', 'eligible yes', 'growth', 'income', 'sales', 'score', 'staff'])
})
