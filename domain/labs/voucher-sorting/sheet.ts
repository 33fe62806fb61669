import type { CellKind, CellSpec, Form, FormSection, Say, SheetBody } from '../lab-sheet'
import { numberOf } from './paper-parts'
import { papersOf } from './papers'
import { classOf, isKey, RULES } from './rules'
import { CLASSES, type CostClass, type Part, partsOf, type SortingCase, type Voucher } from './sorting-case'

const CONCEPTS: Record<CostClass, string> = {
  labor: 'who-counts',
  direct: 'direct-input',
  depreciation: 'assets',
  amortisation: 'assets',
  design: 'direct-input',
  other: 'other-cost',
  commissioned: 'commissioned',
  none: 'not-counted',
}

const SUMS: readonly CellSpec[] = [...CLASSES, 'all' as const].map((one) => ({
  id: `sum-${one}`,
  step: 'totals',
  concept: one === 'commissioned' ? 'commissioned' : 'totals',
  label: { text: `sum-${one}` },
  kind: 'money',
  unit: 'yuan',
}))

/** The pile, and the form that it is sorted into. */
export function sheetOf(drawn: SortingCase): SheetBody {
  const papers = papersOf(drawn)
  return {
    company: drawn.company,
    year: drawn.year,
    policy: '2023 年起的加计扣除政策（CIT-2023+）',
    papers,
    forms: [formOf(drawn, new Map(papers.map(({ id, title }) => [id, title])))],
    cells: [...drawn.vouchers.flatMap(cellsOf), ...SUMS],
    given: Object.fromEntries(partsOf(drawn).map(({ id, amount }) => [id, amount])),
  }
}

function cellsOf({ parts }: Voucher): CellSpec[] {
  return parts.flatMap((part) => cellsOfPart(part, parts.length > 1))
}

/** The class of a voucher that a known wrong way gets wrong belongs to a step of its own, which is decisive; the form does not show it. */
function cellsOfPart({ id, item, reasons }: Part, isSplit: boolean): CellSpec[] {
  const concept = CONCEPTS[classOf(RULES[item].right)]
  const cell = (part: string, step: string, kind: CellKind): CellSpec => ({
    id: `${id}-${part}`,
    step,
    concept,
    label: { text: part, args: { no: nameOf(id) } },
    ...kind,
  })
  return [
    ...(isSplit ? [{ ...cell('amount', 'split', { kind: 'money' }), unit: 'yuan' as const }] : []),
    cell('class', isSplit ? 'split' : isKey(item) ? 'key' : 'vouchers', { kind: 'choice', options: CLASSES }),
    cell('reason', 'vouchers', { kind: 'choice', options: reasons }),
  ]
}

function formOf(drawn: SortingCase, titles: ReadonlyMap<string, string>): Form {
  const table = (step: 'vouchers' | 'split', parts: readonly string[]): FormSection => ({
    layout: 'table',
    step,
    columns: ['paper', ...parts].map((text): Say => ({ text })),
    rows: drawn.vouchers
      .filter((voucher) => voucher.parts.length > 1 === (step === 'split'))
      .flatMap((voucher) =>
        voucher.parts.map(({ id }) => ({
          head: { text: 'voucher', args: { no: nameOf(id), title: titles.get(voucher.id) ?? '' } },
          paper: voucher.id,
          entries: parts.map((part) => ({ cell: `${id}-${part}` })),
        })),
      ),
  })
  return {
    id: 'sorting',
    sections: [
      table('vouchers', ['class', 'reason']),
      table('split', ['amount', 'class', 'reason']),
      { layout: 'list', step: 'totals', cells: SUMS.map(({ id }) => id) },
    ],
  }
}

/** `7`, or `7-1` and `7-2` for the two amounts of a voucher that is to be split. */
function nameOf(id: string): string {
  return numberOf({ id }).replace('a', '-1').replace('b', '-2')
}
