import type { Fen } from './fen'

/** What stands at one place of a paper: text, an amount of money (drawn in yuan), or nothing. */
export type PaperEntry = string | { readonly fen: Fen } | null

/** How a paper looks; what stands on it is in its blocks. */
export type PaperKind =
  | 'company'
  | 'contract'
  | 'equipment-log'
  | 'invoice'
  | 'ledger'
  | 'memo'
  | 'payslip'
  | 'requisition'
  | 'statistical-form'
  | 'time-sheet'
  | 'travel-claim'

export type PaperColumn = { readonly label: string; readonly isNumber?: boolean }

/** Rows under a heading of their own, with their total beneath. */
export type PaperGroup = {
  readonly label?: string
  readonly rows: readonly (readonly PaperEntry[])[]
  readonly total?: readonly PaperEntry[]
}

export type PaperBlock =
  | { readonly block: 'facts'; readonly facts: readonly (readonly [label: string, value: PaperEntry])[] }
  | {
      readonly block: 'table'
      readonly columns: readonly PaperColumn[]
      readonly groups: readonly PaperGroup[]
      readonly total?: readonly PaperEntry[]
    }
  | { readonly block: 'text'; readonly paragraphs: readonly string[] }
  | { readonly block: 'signatures'; readonly names: readonly string[] }

/**
 * One invented document of a sheet. Its words are Chinese like the real thing's, in every language of the interface, and come from
 * the lab's generator; it says nowhere that it is official.
 */
export type Paper = {
  /** Unique in the sheet, lower case letters, digits and `-`. */
  readonly id: string
  readonly kind: PaperKind
  readonly title: string
  /** Its number, beside the title. */
  readonly no?: string
  /** What the forms call it where a pile has many alike, pencilled on its corner. */
  readonly tag?: string
  readonly blocks: readonly PaperBlock[]
}

/** Every amount printed on the papers, in fen, each once. */
export function printedFigures(papers: readonly Paper[]): Set<Fen> {
  const entries = papers.flatMap((paper) => paper.blocks.flatMap(entriesOf))
  return new Set(entries.flatMap((entry) => (entry !== null && typeof entry === 'object' ? [entry.fen] : [])))
}

function entriesOf(block: PaperBlock): readonly PaperEntry[] {
  switch (block.block) {
    case 'facts':
      return block.facts.map(([, value]) => value)
    case 'table':
      return [...block.groups.flatMap(({ rows, total = [] }) => [...rows.flat(), ...total]), ...(block.total ?? [])]
    default:
      return []
  }
}
