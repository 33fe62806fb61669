import { columnLetters, squeeze } from '@/domain/roster/cell-text'
import { readMobile } from '@/domain/roster/mobile'
import type { SheetRow } from '@/domain/roster/sheet'
import { isUscc } from '@/domain/roster/uscc'
import { isEnterpriseLike, isPersonLike } from './name-like'
import type { ResultHeader } from './recognise-result-header'
import type { ResultColumn, ResultUse } from './result-row'

const BY_CONTENT: [ResultUse, (text: string) => boolean][] = [
  ['mobile', (text) => readMobile(text).ok],
  ['uscc', (text) => isUscc(text.toUpperCase())],
  ['enterprise', isEnterpriseLike],
  ['person', isPersonLike],
]

/**
 * A block copied without its header: each column proposed for what at least four in five of its cells look like.
 *
 * @returns null unless two columns say who the rows are about, one of them a mobile or a code
 */
export function headerByContent(rows: readonly SheetRow[]): ResultHeader | null {
  const texts = new Map<number, string[]>()
  for (const { cells } of rows)
    for (const [column, cell] of cells) {
      const text = squeeze(cell.text)
      if (text !== '') texts.set(column, [...(texts.get(column) ?? []), text])
    }
  const taken = new Set<ResultUse>()
  const columns: ResultColumn[] = []
  for (const [column, found] of [...texts].sort(([a], [b]) => a - b)) {
    const use =
      BY_CONTENT.find(([word, isSo]) => !taken.has(word) && isMostly(found, rows.length, isSo))?.[0] ?? 'unused'
    if (use !== 'unused') taken.add(use)
    columns.push({ column, letters: columnLetters(column), header: '', use })
  }
  if (taken.size < 2 || !(taken.has('mobile') || taken.has('uscc'))) return null
  return { source: 'SHEET', firstRow: 0, lastRow: 0, columns, privateColumns: new Set(), fingerprintText: null }
}

function isMostly(texts: readonly string[], rows: number, isSo: (text: string) => boolean): boolean {
  return texts.length * 2 >= rows && texts.filter(isSo).length * 5 >= texts.length * 4
}
