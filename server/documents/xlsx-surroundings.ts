import { partText, relations } from './xlsx-book'
import type { OfficeParts } from './office-parts'
import { movedAddresses, movedFormulaRows, type RowMoves } from './row-moves'
import type { PlannedRow } from './xlsx-plan'
import { attribute, decoded, encoded } from './xlsx-sheet'

/** What stands before and behind the rows of a sheet, with its addresses brought after rows that moved. */
export function movedSurroundings(
  xml: string,
  moves: RowMoves,
  all: readonly RowMoves[],
  planned: readonly PlannedRow[],
): string {
  const formula = (text: string) => encoded(movedFormulaRows(decoded(text), moves.sheet, all))
  return repeatedMerges(xml, planned)
    .replace(
      /(<(?:\w+:)?(?:dimension|hyperlink|autoFilter|sortState|sortCondition|protectedRange)\s[^>]*?\bref=")([^"]*)"/g,
      (_, before: string, ref: string) => `${before}${movedAddresses(ref, moves)}"`,
    )
    .replace(
      /(<(?:\w+:)?mergeCell\s[^>]*?\bref=")([^"]*)"/g,
      (_, before: string, ref: string) => `${before}${mergeMoved(ref, moves)}"`,
    )
    .replace(
      /(<(?:\w+:)?(?:conditionalFormatting|dataValidation|ignoredError|selection|protectedRange)\s[^>]*?\bsqref=")([^"]*)"/g,
      (_, before: string, ref: string) => `${before}${movedAddresses(ref, moves)}"`,
    )
    .replace(
      /(<(?:\w+:)?(?:formula|formula1|formula2|f)>)([^<]*)</g,
      (_, before: string, text: string) => `${before}${formula(text)}<`,
    )
    .replace(
      /(<(?:\w+:)?brk\s[^>]*?\bid=")(\d+)"/g,
      (_, before: string, row: string) => `${before}${moves.last(Number(row))}"`,
    )
}

const COPIED = '\u0001'

/** A merged range inside a repeated row stands in each copy. New ones are marked, as they are where they belong already. */
function repeatedMerges(xml: string, planned: readonly PlannedRow[]): string {
  const repeated = planned.filter(({ block }) => block !== null)
  const added: string[] = []
  const own = xml.replace(
    /<(?:\w+:)?mergeCell(\s[^>]*)>(?:\s*<\/(?:\w+:)?mergeCell>)?/g,
    (whole, attributes: string) => {
      const ref = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(attribute(attributes, 'ref') ?? '')
      if (!ref || !/\/>$|<\//.test(whole)) return whole
      const [, left = '', top = '', right = '', bottom = ''] = ref
      const copies = repeated.filter(
        ({ line, block }) => line.row === Number(top) && block !== null && Number(bottom) <= block.to,
      )
      if (copies.length === 0) return whole
      added.push(...copies.map(({ row }) => `${left}${row}:${right}${row + Number(bottom) - Number(top)}`))
      return ''
    },
  )
  if (added.length === 0) return own
  const p = /<((?:\w+:)?)mergeCells[\s>]/.exec(xml)?.[1] ?? ''
  const elements = added.map((ref) => `<${p}mergeCell ref="${COPIED}${ref}"/>`).join('')
  const count = (own.match(/<(?:\w+:)?mergeCell\s/g)?.length ?? 0) + added.length
  return own
    .replace(new RegExp(`</${p}mergeCells>`), `${elements}</${p}mergeCells>`)
    .replace(new RegExp(`(<${p}mergeCells\\b)[^>]*>`), `$1 count="${count}">`)
}

function mergeMoved(ref: string, moves: RowMoves): string {
  return ref.startsWith(COPIED) ? ref.slice(1) : movedAddresses(ref, moves)
}

/** Tables, drawings and notes of a sheet, brought after its rows. `parts` is changed. */
export function moveAttached(parts: OfficeParts, sheetPath: string, moves: RowMoves): void {
  for (const { type, target } of relations(parts, sheetPath).values()) {
    const xml = partText(parts, target)
    if (xml === '') continue
    if (/\/(?:table|comments|threadedComment)$/.test(type))
      parts.set(
        target,
        Buffer.from(
          xml.replace(
            /(\sref=")([A-Z]+\d+(?::[A-Z]+\d+)?)"/g,
            (_, before: string, ref: string) => `${before}${movedAddresses(ref, moves)}"`,
          ),
        ),
      )
    else if (type.endsWith('/drawing'))
      parts.set(
        target,
        Buffer.from(
          xml.replace(
            /(<(?:\w+:)?row>)(\d+)</g,
            (_, before: string, row: string) => `${before}${moves.first(Number(row) + 1) - 1}<`,
          ),
        ),
      )
    else if (type.endsWith('/vmlDrawing'))
      parts.set(
        target,
        Buffer.from(
          xml.replace(
            /(<x:Row>\s*)(\d+)/g,
            (_, before: string, row: string) => `${before}${moves.first(Number(row) + 1) - 1}`,
          ),
        ),
      )
  }
}

/** Names, print areas and charts of the workbook, brought after rows that moved on any sheet. `parts` is changed. */
export function moveNamesAndCharts(parts: OfficeParts, workbookPath: string, all: readonly RowMoves[]): void {
  const moved = (text: string) => encoded(movedFormulaRows(decoded(text), '', all))
  const change = (path: string, pattern: RegExp) =>
    parts.set(
      path,
      Buffer.from(
        partText(parts, path).replace(pattern, (_, before: string, text: string) => `${before}${moved(text)}<`),
      ),
    )
  change(workbookPath, /(<(?:\w+:)?definedName\s[^>]*>)([^<]*)</g)
  for (const path of [...parts.keys()])
    if (/^xl\/charts\/[^/]+\.xml$/.test(path)) change(path, /(<(?:\w+:)?f>)([^<]*)</g)
}
