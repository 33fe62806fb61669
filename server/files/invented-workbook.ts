import JSZip from 'jszip'
import { columnLetters } from '@/domain/roster/cell-text'

/** A cell of an invented workbook: a text, or the raw XML attributes and content of a `<c>`. */
export type InventedCell = string | { attributes: string; content: string } | null

export interface InventedSheet {
  name: string
  rows: InventedCell[][]
  merges?: string[]
  hiddenRows?: number[]
  /** Leaves out `r` on rows and cells, as some exporters do. */
  withoutAddresses?: boolean
  /** Raw XML after the last row, inside `<sheetData>`. */
  tail?: string
  state?: string
}

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** For tests only: a workbook written by hand, so that every oddity of real exporters can be had. */
export function inventedWorkbook(
  sheets: readonly InventedSheet[],
  more: { is1904?: boolean; prolog?: string; extra?: [string, string][] } = {},
): Promise<Buffer> {
  const zip = new JSZip()
  const prolog = more.prolog ?? '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  zip.file(
    '_rels/.rels',
    `<Relationships><Relationship Id="r1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  )
  const list = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="r${i + 1}"${state ? ` state="${state}"` : ''}/>`,
  )
  zip.file(
    'xl/workbook.xml',
    `${prolog}<workbook ${NS} xmlns:r="${RELATION}"><workbookPr${more.is1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
  )
  const relations = sheets.map(
    (_, i) => `<Relationship Id="r${i + 1}" Type="${RELATION}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  )
  const shared = new Map<string, number>()
  sheets.forEach((sheet, i) => {
    zip.file(`xl/worksheets/sheet${i + 1}.xml`, `${prolog}${sheetXml(sheet, shared)}`)
  })
  zip.file(
    'xl/_rels/workbook.xml.rels',
    `<Relationships>${relations.join('')}<Relationship Id="rs" Type="${RELATION}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rt" Type="${RELATION}/styles" Target="styles.xml"/></Relationships>`,
  )
  zip.file(
    'xl/sharedStrings.xml',
    `<sst ${NS}>${[...shared.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
  )
  zip.file(
    'xl/styles.xml',
    `<styleSheet ${NS}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  )
  for (const [path, text] of more.extra ?? []) zip.file(path, text)
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

function sheetXml(sheet: InventedSheet, shared: Map<string, number>): string {
  const rows = sheet.rows.map((cells, i) => {
    const hidden = sheet.hiddenRows?.includes(i + 1) ? ' hidden="1"' : ''
    const address = sheet.withoutAddresses ? '' : ` r="${i + 1}"`
    return `<row${address}${hidden}>${cells.map((cell, c) => cellXml(cell, sheet.withoutAddresses ? '' : ` r="${columnLetters(c)}${i + 1}"`, shared)).join('')}</row>`
  })
  const merges = (sheet.merges ?? []).map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  const merged = merges ? `<mergeCells>${merges}</mergeCells>` : ''
  return `<worksheet ${NS}><sheetData>${rows.join('')}${sheet.tail ?? ''}</sheetData>${merged}</worksheet>`
}

function cellXml(cell: InventedCell, address: string, shared: Map<string, number>): string {
  if (cell === null) return address ? '' : '<c/>'
  if (typeof cell !== 'string') return `<c${address} ${cell.attributes}>${cell.content}</c>`
  const index = shared.get(cell) ?? shared.size
  shared.set(cell, index)
  return `<c${address} t="s"><v>${index}</v></c>`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
