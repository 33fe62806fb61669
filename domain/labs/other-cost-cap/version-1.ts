import type { Fen } from '../fen'
import type { GeneratedLab } from '../lab'
import type { LedgerProject } from './ledger'
import { sheetOf } from './sheet'

/** What version 1 stored: the projects themselves instead of papers, and a key of amounts alone. */
type Version1 = {
  readonly sheet: { readonly company: string; readonly year: number; readonly projects: readonly LedgerProject[] }
  readonly key: {
    readonly cells: readonly {
      readonly id: string
      readonly expected: Fen
      readonly wrong: readonly { readonly path: string; readonly amount: Fen }[]
    }[]
  }
}

/** Version 1 accepted one fen everywhere. */
const TOLERANCE_FEN = 1

/** A run of version 1 as version 2 stores it: the same cells in the same order, the same key. */
export function readVersion1(stored: { sheet: unknown; key: unknown }): GeneratedLab {
  const { sheet, key } = stored as Version1
  return {
    sheet: { model: 2, generator: 'other-cost-cap', ...sheetOf(sheet) },
    key: {
      cells: key.cells.map(({ id, expected, wrong }) => ({
        id,
        expected,
        tolerance: TOLERANCE_FEN,
        wrong: wrong.map(({ path, amount }) => ({ path, value: amount })),
      })),
    },
  }
}
