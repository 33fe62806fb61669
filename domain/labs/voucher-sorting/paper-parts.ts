import type { Fen } from '../fen'
import type { Paper, PaperBlock, PaperEntry, PaperKind } from '../paper'
import { capitalYuan } from './capital'
import type { Item, SortingCase, Voucher } from './sorting-case'

/** A document of the pile before it has its number in it. */
export type Draft = {
  readonly kind: PaperKind
  readonly title: string
  readonly no?: string
  readonly blocks: PaperBlock[]
}

/** What a document is drawn from. */
export type Drawing = {
  readonly one: SortingCase
  readonly voucher: Voucher
  /** All its amounts together. */
  readonly amount: Fen
  /** One of some words; another `turn` picks another word of the same list. */
  pick(words: readonly string[], turn?: number): string
}

/** How each kind of document is drawn; the invoice of an agency is drawn for its first amount. */
export type Drafts = Readonly<Partial<Record<Item, (drawing: Drawing) => Draft>>>

export function facts(...pairs: [string, PaperEntry][]): PaperBlock {
  return { block: 'facts', facts: pairs }
}

export function text(...paragraphs: string[]): PaperBlock {
  return { block: 'text', paragraphs }
}

export function signatures(...names: string[]): PaperBlock {
  return { block: 'signatures', names }
}

/** Rows of words that end with an amount, and their total where there are several. */
export function lines(columns: readonly string[], rows: readonly (readonly [...string[], Fen])[]): PaperBlock {
  const total = rows.reduce((sum, row) => sum + Number(row.at(-1)), 0)
  const entries = rows.map((row): PaperEntry[] => [...row.slice(0, -1).map(String), { fen: Number(row.at(-1)) }])
  return {
    block: 'table',
    columns: columns.map((label, index) => (index === columns.length - 1 ? { label, isNumber: true } : { label })),
    groups: [{ rows: entries }],
    ...(rows.length > 1 ? { total: ['合计', ...columns.slice(2).map(() => null), { fen: total }] } : {}),
  }
}

/** An amount in shares of a hundred, whole yuan each; the last takes what is left. */
export function shared(amount: Fen, ...percents: readonly number[]): Fen[] {
  const heads = percents.map((percent) => Math.floor((amount * percent) / 10_000) * 100)
  return [...heads, amount - heads.reduce((sum, head) => sum + head, 0)]
}

/** `2025 年 3 月`. */
export function monthOf({ year, month }: SortingCase): string {
  return `${year} 年 ${month} 月`
}

/** A day of the month, from the voucher's own variant. */
export function dayOf({ one, voucher }: Drawing): string {
  return `${one.year}-${String(one.month).padStart(2, '0')}-${String(1 + (voucher.variant % 28)).padStart(2, '0')}`
}

/** `RD-2025-03 伺服电缸`. */
export function projectOf({ project }: SortingCase): string {
  return `${project.code} ${project.name}`
}

/** A seller's invoice to the company, with a note that the person who handed it in wrote on the slip it is glued to. */
export function invoice(
  drawing: Drawing,
  seller: string,
  rows: readonly (readonly [string, Fen])[],
  note: string,
): Draft {
  const { one, voucher } = drawing
  return {
    kind: 'invoice',
    title: '增值税发票',
    no: `No. 示例-${String(10_000 + voucher.variant * 7).slice(-5)}`,
    blocks: [
      facts(['购买方', one.company], ['销售方', seller], ['开票日期', dayOf(drawing)]),
      lines(['项目名称', '金额（不含税，元）'], rows),
      text(`报销说明：${note}`),
    ],
  }
}

/** A card of an asset: what it cost, over how long, and its month. */
export function card(drawing: Drawing, title: string, asset: readonly [string, string][], month: string): Draft {
  const [part] = drawing.voucher.parts
  return {
    kind: 'ledger',
    title,
    no: `卡片 ${String(1_000 + (drawing.voucher.variant % 900))}`,
    blocks: [
      facts(
        ...asset.map(([label, value]): [string, PaperEntry] => [label, value]),
        ['原值（元）', { fen: part?.cost ?? 0 }],
        ['预计净残值', '0'],
        [month, { fen: drawing.amount }],
      ),
      signatures('资产管理员', '财务部'),
    ],
  }
}

/** A slip by which money is paid out or cost is settled inside the company. */
export function slip(
  drawing: Drawing,
  title: string,
  about: readonly [string, string][],
  rows: readonly (readonly [string, Fen])[],
): Draft {
  return {
    kind: 'memo',
    title,
    no: dayOf(drawing),
    blocks: [
      facts(...about),
      lines(['项目', '金额（元）'], rows),
      facts(['金额大写', capitalYuan(drawing.amount)]),
      signatures('经办', '部门负责人', '财务审核'),
    ],
  }
}

/** Material handed out by the store: the line's quantity times its price is its amount. */
export function requisition(drawing: Drawing, material: string, unit: string, use: string, more: string[] = []): Draft {
  const { voucher, amount } = drawing
  const quantity = [10, 20, 25, 50][voucher.variant % 4] ?? 10
  return {
    kind: 'requisition',
    title: '领料单',
    no: `LL-${String(1_000 + (voucher.variant % 900))}`,
    blocks: [
      facts(['领用部门', '研发中心'], ['日期', dayOf(drawing)], ['用途', use]),
      {
        block: 'table',
        columns: [
          { label: '材料名称' },
          { label: '单位' },
          { label: '数量', isNumber: true },
          { label: '单价（元）', isNumber: true },
          { label: '金额（元）', isNumber: true },
        ],
        groups: [{ rows: [[material, unit, `${quantity}`, { fen: amount / quantity }, { fen: amount }]] }],
      },
      ...(more.length > 0 ? [text(...more)] : []),
      signatures('领料人', '发料人', '审批'),
    ],
  }
}

/** What somebody spent on the road. */
export function travelClaim(drawing: Drawing, reason: string, city: string, rows: [string, string, Fen][]): Draft {
  const { amount, pick } = drawing
  return {
    kind: 'travel-claim',
    title: '差旅费报销单',
    no: `附单据 ${rows.length + 1} 张`,
    blocks: [
      facts(
        ['报销人', pick(['赵某', '孙某', '周某'])],
        ['部门', '研发中心'],
        ['报销日期', dayOf(drawing)],
        ['目的地', city],
        ['出差事由', reason],
      ),
      lines(['费用项目', '说明', '金额（元）'], rows),
      facts(['报销金额大写', capitalYuan(amount)]),
      signatures('报销人', '部门负责人', '财务审核', '出纳'),
    ],
  }
}

/** The number of a voucher in the pile. */
export function numberOf({ id }: Pick<Voucher, 'id'>): string {
  return id.slice(1)
}

/** A draft as a paper of the sheet, with its number pencilled on it. */
export function asPaper(draft: Draft, voucher: Voucher): Paper {
  return { id: voucher.id, ...draft, tag: numberOf(voucher) }
}
