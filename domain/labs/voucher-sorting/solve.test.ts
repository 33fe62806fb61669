import { expect, it } from 'vitest'
import { reasonsFor } from './rules'
import { type Item, KINDS, type SortingCase } from './sorting-case'
import { solveSorting, sortingWays } from './solve'

/** The twenty vouchers of the worked example in their order, in fen; the agency's invoice has two amounts. */
const WORKED: readonly number[] = [
  2_800_000, 896_000, 120_000, 650_000, 1_530_000, 4_600_000, 32_000_000, 266_667, 1_200_000, 900_000, 500_000, 416_667,
  780_000, 300_000, 550_000, 230_000, 410_000, 20_000_000, 180_000,
]

const part = (id: string, item: Item, amount: number) => ({ id, item, amount, reasons: reasonsFor(item) })
const worked: SortingCase = {
  company: '示例',
  year: 2025,
  month: 3,
  project: { code: 'RD-2025-03', name: '伺服电缸' },
  vouchers: KINDS.map((kind, index) => {
    const id = `v${index + 1}`
    const parts =
      kind === 'agency'
        ? [part(`${id}a`, 'agency-pay', 2_000_000), part(`${id}b`, 'agency-fee', 120_000)]
        : [part(id, kind, WORKED[index] ?? 0)]
    return { id, kind, parts, variant: 0 }
  }),
}

it('the worked totals of Lab A agree to the fen', () => {
  expect(solveSorting(worked)).toMatchObject({
    'sum-labor': 5_696_000,
    'sum-direct': 6_630_000,
    'sum-depreciation': 266_667,
    'sum-amortisation': 416_667,
    'sum-design': 780_000,
    'sum-other': 1_380_000,
    'sum-commissioned': 20_000_000,
    'sum-none': 35_280_000,
    'sum-all': 70_449_334,
  })
})

it('the worked answers of Lab A agree voucher by voucher', () => {
  const values = solveSorting(worked)
  const classes = worked.vouchers.flatMap(({ parts }) => parts.map(({ id }) => values[`${id}-class`]))
  const numbers = {
    labor: 1,
    direct: 2,
    depreciation: 3,
    amortisation: 4,
    design: 5,
    other: 6,
    commissioned: 'W',
    none: 'N',
  }
  expect(classes.map((one) => numbers[one as keyof typeof numbers]).join(' ')).toBe(
    '1 1 6 N 2 2 N 3 N N 2 4 5 6 6 N 6 W N 1 N',
  )
})

it.each([
  ['welfare-as-labor', 'sum-labor', 5_816_000],
  ['insurance-as-welfare', 'sum-other', 2_276_000],
  ['clerk-counted', 'sum-labor', 6_346_000],
  ['fee-counted', 'sum-labor', 5_816_000],
  ['dispatch-excluded', 'sum-none', 37_280_000],
  ['premises-counted', 'sum-depreciation', 1_466_667],
  ['premises-counted', 'sum-direct', 7_530_000],
  ['purchase-counted', 'sum-direct', 38_630_000],
  ['lease-as-rent', 'sum-direct', 6_130_000],
  ['mould-as-asset', 'sum-none', 39_880_000],
  ['after-sales-counted', 'sum-other', 1_610_000],
  ['unlisted-counted', 'sum-other', 1_560_000],
  ['commissioned-as-other', 'sum-other', 21_380_000],
  ['eighty-already', 'sum-commissioned', 16_000_000],
  ['eighty-already', 'sum-all', 66_449_334],
])('knows the wrong answer of %s at %s', (path, cell, amount) => {
  const way = sortingWays(worked).find((one) => one.path === path)
  expect(way?.values[cell]).toBe(amount)
})
