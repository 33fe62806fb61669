import { describe, expect, it } from 'vitest'
import { Fraction } from '@/tests/support/fraction'
import { labLaws, typed } from '@/tests/support/lab-laws'
import { CARRIED } from '../grade'
import { drawLab, TELLING_PERCENT } from '../lab'
import { printedFigures } from '../paper'
import { voucherSorting, voucherSortingDefinition } from './lab'
import { type Reason, REASONS, type SortingCase } from './sorting-case'

labLaws(voucherSortingDefinition)

const RULE = { passPercent: TELLING_PERCENT, decisive: voucherSortingDefinition.decisive }

/** The answer column of the facts and of the pool: 1–6, W and N. */
const ANSWERS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['1', 'engineer-wage social-insurance agency-pay helper-wage'],
    ['2', 'trial-material trial-mould chamber-lease instrument-repair trial-power'],
    ['3', 'instrument-card'],
    ['4', 'software-card patent-card'],
    ['5', 'process-rules product-design'],
    ['6', 'health-check expert-fee patent-agent project-trip medical-insurance books appraisal'],
    ['W', 'commission'],
    ['N', 'clerk-wage instrument-purchase building-card office-rent service-trip entertainment agency-fee'],
    ['N', 'quality-check public-reagent market-research free-upgrade'],
  ].flatMap(([answer = '', items = '']) => items.split(' ').map((item) => [item, answer])),
)
const NAMES: Readonly<Record<string, string>> = {
  1: 'labor',
  2: 'direct',
  3: 'depreciation',
  4: 'amortisation',
  5: 'design',
  6: 'other',
  W: 'commissioned',
  N: 'none',
}
const YEARS: Readonly<Record<string, bigint>> = {
  'instrument-card': 10n,
  'building-card': 20n,
  'software-card': 10n,
  'patent-card': 10n,
}

/** Σ by class from the answers of the facts; a card's month is its cost over its years and twelve months. */
function recomputed({ vouchers }: SortingCase): Map<string, bigint> {
  const sums = new Map<string, bigint>(Object.values(NAMES).map((name) => [name, 0n]))
  let all = 0n
  for (const { item, amount, cost } of vouchers.flatMap(({ parts }) => parts)) {
    const years = YEARS[item]
    const fen = years ? new Fraction(BigInt(cost ?? 0), years * 12n).fen().whole() : BigInt(amount)
    const name = NAMES[ANSWERS[item] ?? ''] ?? ''
    sums.set(name, (sums.get(name) ?? 0n) + fen)
    all += fen
  }
  return sums.set('all', all)
}

describe('a second computation', () => {
  it('agrees in every class and sum of 2,000 random sheets, and every amount stands on its document', () => {
    const differing: string[] = []
    for (let index = 0; index < 1_000; index++) {
      for (const mode of ['PRACTICE', 'CERTIFYING'] as const) {
        const seed = crypto.randomUUID()
        const { drawn, values, sheet } = drawLab(voucherSortingDefinition, seed, mode)
        const again = recomputed(drawn)
        const sumsDiffer = [...again].some(([name, fen]) => BigInt(values[`sum-${name}`] as number) !== fen)
        const classesDiffer = drawn.vouchers
          .flatMap(({ parts }) => parts)
          .some(({ id, item }) => values[`${id}-class`] !== NAMES[ANSWERS[item] ?? ''])
        const isUnprinted = drawn.vouchers.some(({ id, parts }) => {
          const printed = printedFigures(sheet.papers.filter((paper) => paper.id === id))
          return parts.some(({ amount }) => !printed.has(amount))
        })
        if (again.size !== 9 || sumsDiffer || classesDiffer || isUnprinted) differing.push(`${mode} ${seed}`)
      }
    }
    expect(differing).toEqual([])
  })
})

describe('passing', () => {
  it('is refused to every known wrong way also when its sums follow from its own sorting', () => {
    const passing: string[] = []
    for (let index = 0; index < 300; index++) {
      const lab = drawLab(voucherSortingDefinition, `credited-${index}`, 'CERTIFYING')
      for (const way of lab.ways) {
        const result = voucherSorting.grade(lab, typed(lab.sheet, way.values), RULE)
        const isNamed = result.cells.some(({ path }) => path === way.path)
        if (result.passed || !isNamed) passing.push(`${index} ${way.path}`)
      }
    }
    expect(passing).toEqual([])
  })

  it('forgives a slip at a plain voucher: its two cells are lost, the sums count as they follow', () => {
    const lab = drawLab(voucherSortingDefinition, 'forgiven', 'CERTIFYING')
    const plain = lab.sheet.cells.find(({ id, step }) => step === 'vouchers' && id.endsWith('-class'))
    const id = plain?.id.replace('-class', '') ?? ''
    const other = lab.values[`${id}-class`] === 'design' ? 'labor' : 'design'
    const amount = lab.sheet.given?.[id] ?? 0
    const sumOf = (name: string) => Number(lab.values[`sum-${name}`])
    const from = String(lab.values[`${id}-class`])
    const values = {
      ...lab.values,
      [`${id}-class`]: other,
      [`sum-${from}`]: sumOf(from) - amount,
      [`sum-${other}`]: sumOf(other) + amount,
    }
    const result = voucherSorting.grade(lab, typed(lab.sheet, values), RULE)
    expect(result).toMatchObject({ passed: true, part: result.whole - 1 })
    expect(
      result.cells
        .filter(({ path }) => path === CARRIED)
        .map((cell) => cell.id)
        .sort(),
    ).toEqual([`sum-${from}`, `sum-${other}`].sort())
  })

  it('is refused when a sum does not follow, or a voucher is left unsorted', () => {
    const lab = drawLab(voucherSortingDefinition, 'careless', 'CERTIFYING')
    const right = typed(lab.sheet, lab.values)
    const plain = lab.sheet.cells.find(({ id, step }) => step === 'vouchers' && id.endsWith('-class'))?.id ?? ''
    const without = Object.fromEntries(Object.entries(right).filter(([id]) => id !== plain))
    expect(voucherSorting.grade(lab, { ...right, 'sum-labor': '1' }, RULE).passed).toBe(false)
    expect(voucherSorting.grade(lab, { ...without, 'sum-labor': '1' }, RULE).passed).toBe(false)
  })
})

it('a list of reasons does not tell the answer: each has four or five, some for counting and some against', () => {
  const lists = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].flatMap((seed) =>
    drawLab(voucherSortingDefinition, seed, 'PRACTICE').sheet.cells.flatMap((cell) =>
      cell.kind === 'choice' && cell.id.endsWith('-reason') ? [cell.options as readonly Reason[]] : [],
    ),
  )
  const against = lists.map((list) => list.filter((reason) => REASONS[reason] === 'none').length)
  expect(lists.filter(({ length }) => length < 4 || length > 5)).toEqual([])
  expect(lists.filter((list, index) => against[index] === 0 || against[index] === list.length)).toEqual([])
})
