import type { Fen } from '../fen'
import type { Paper, PaperBlock, PaperEntry } from '../paper'
import type { WholeCase } from './whole-case'

export const facts = (...pairs: [string, PaperEntry][]): PaperBlock => ({ block: 'facts', facts: pairs })
export const text = (...paragraphs: string[]): PaperBlock => ({ block: 'text', paragraphs })
export const signatures = (...names: string[]): PaperBlock => ({ block: 'signatures', names })
export const projectOf = ({ project }: WholeCase) => `${project.code} ${project.name}`
export const quarterOf = ({ year }: WholeCase) => `${year} 年 10–12 月`

/** Rows of words that end with an amount. */
export function lines(columns: readonly string[], rows: readonly (readonly [...string[], Fen])[]): PaperBlock {
  const isLast = (index: number) => index === columns.length - 1
  return {
    block: 'table',
    columns: columns.map((label, index) => (isLast(index) ? { label, isNumber: true } : { label })),
    groups: [{ rows: rows.map((row): PaperEntry[] => [...row.slice(0, -1).map(String), { fen: Number(row.at(-1)) }]) }],
  }
}

/** A seller's invoice with the note of whoever handed it in. */
export function invoice(
  one: WholeCase,
  about: { id: string; tag: string; title: string; seller: string; item: string; fen: Fen; note: string },
): Paper {
  const { id, tag, title, seller, item, fen, note } = about
  return {
    id,
    kind: 'invoice',
    title,
    no: `No. 示例-${one.year}${tag.padStart(4, '0')}`,
    tag,
    blocks: [
      facts(['购买方', one.company], ['销售方', seller]),
      lines(['项目名称', '金额（不含税，元）'], [[item, fen]]),
      text(`报销说明：${note}`),
    ],
  }
}
