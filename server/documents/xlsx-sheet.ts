import { columnLetters, columnOfLetters } from '@/domain/roster/cell-text'

/** A piece of text with one formatting: its `<rPr>` as XML, or ''. */
export interface Run {
  format: string
  text: string
}

/** One cell as it stands in the sheet's XML. */
export interface SheetCell {
  column: number
  /** All attributes but the address. */
  attributes: string
  /** What stands inside, as XML. */
  inside: string
  /** Its text by formatting, when the cell holds text; null for numbers, formulas, blanks. */
  runs: Run[] | null
}

export interface SheetLine {
  row: number
  /** All attributes but the number. */
  attributes: string
  cells: SheetCell[]
}

/** One worksheet: what stands before the rows, the rows, and what stands behind, to the sign. */
export interface SheetXml {
  head: string
  lines: SheetLine[]
  tail: string
  /** 'x:' when the file writes its elements so. */
  prefix: string
}

/** Takes a worksheet apart. The XML was found well-formed before; rows and cells without an address follow the one before. */
export function sheetOf(xml: string, strings: readonly Run[][]): SheetXml {
  const prefix = /<((?:\w+:)?)worksheet[\s>]/.exec(xml)?.[1] ?? ''
  const data = new RegExp(`<${prefix}sheetData\\s*(?:/>|>([\\s\\S]*?)</${prefix}sheetData>)`).exec(xml)
  if (!data) return { head: xml, lines: [], tail: '', prefix }
  const lines: SheetLine[] = []
  for (const { attributes, inside } of elements(data[1] ?? '', `${prefix}row`)) {
    const row = Number(attribute(attributes, 'r') ?? (lines.at(-1)?.row ?? 0) + 1)
    lines.push({ row, attributes: without(attributes, 'r'), cells: cellsOf(inside, prefix, strings) })
  }
  return { head: xml.slice(0, data.index), lines, tail: xml.slice(data.index + data[0].length), prefix }
}

function cellsOf(xml: string, prefix: string, strings: readonly Run[][]): SheetCell[] {
  const cells: SheetCell[] = []
  for (const { attributes, inside } of elements(xml, `${prefix}c`)) {
    const letters = /^[A-Z]+/.exec(attribute(attributes, 'r') ?? '')?.[0]
    const column = letters ? columnOfLetters(letters) : (cells.at(-1)?.column ?? -1) + 1
    const type = attribute(attributes, 't')
    const value = type === 's' ? new RegExp(`<${prefix}v[^>]*>\\s*(\\d+)`).exec(inside)?.[1] : undefined
    const runs =
      type === 'inlineStr' ? runsOf(inside, prefix) : value === undefined ? null : (strings[Number(value)] ?? null)
    cells.push({ column, attributes: without(attributes, 'r'), inside, runs })
  }
  return cells
}

/** The shared strings of a workbook by their number. */
export function sharedStrings(xml: string): Run[][] {
  const prefix = /<((?:\w+:)?)sst[\s>]/.exec(xml)?.[1] ?? ''
  return elements(xml, `${prefix}si`).map(({ inside }) => runsOf(inside, prefix))
}

/** The runs of a string, without its phonetic guide. */
function runsOf(xml: string, prefix: string): Run[] {
  const guides = elements(xml, `${prefix}rPh`)
  const plain = [...guides, { from: xml.length }].map(({ from }, i) => xml.slice(guides[i - 1]?.to ?? 0, from)).join('')
  const rich = elements(plain, `${prefix}r`)
  const pieces = rich.length > 0 ? rich.map(({ inside }) => inside) : [plain]
  return pieces.map((piece) => ({
    format: new RegExp(`<${prefix}rPr\\s*(?:/>|>[\\s\\S]*?</${prefix}rPr>)`).exec(piece)?.[0] ?? '',
    text: elements(piece, `${prefix}t`)
      .map(({ inside }) => decoded(inside))
      .join(''),
  }))
}

/** One element as it stands in a part: from and to are its first sign and the one behind it. */
interface Element {
  attributes: string
  inside: string
  from: number
  to: number
}

/**
 * The elements of one name (a pattern, for its prefix) in order; those of this name never stand inside one another. The part is gone
 * through once, whatever stands in its attributes.
 */
export function elements(xml: string, name: string): Element[] {
  const opening = new RegExp(`<(${name})(?=[\\s/>])([^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*)>`, 'g')
  const found: Element[] = []
  const neverClosed = new Set<string>()
  for (let match = opening.exec(xml); match; match = opening.exec(xml)) {
    const [, tag = '', attributes = ''] = match
    const from = match.index
    const begin = opening.lastIndex
    if (attributes.endsWith('/')) {
      found.push({ attributes: attributes.slice(0, -1), inside: '', from, to: begin })
      continue
    }
    const end = neverClosed.has(tag) ? -1 : xml.indexOf(`</${tag}>`, begin)
    if (end < 0) neverClosed.add(tag)
    else {
      opening.lastIndex = end + tag.length + 3
      found.push({ attributes, inside: xml.slice(begin, end), from, to: opening.lastIndex })
    }
  }
  return found
}

/** The value of an attribute, decoded, or undefined. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found ? decoded(found[1] ?? found[2] ?? '') : undefined
}

/** The attributes without one of them. */
export function without(attributes: string, name: string): string {
  return attributes.replace(new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), '')
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text of XML: entities become signs. */
export function decoded(xml: string): string {
  return xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, decimal?: string, name = '') => {
    if (hex ?? decimal) return String.fromCodePoint(Number.parseInt(hex ?? decimal ?? '', hex ? 16 : 10))
    return NAMED[name] ?? all
  })
}

/** Text as XML content or attribute. */
export function encoded(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/** The sheet put together again, each row and cell with its address. */
export function sheetXml({ head, lines, tail, prefix: p }: SheetXml): string {
  const rows = lines.map(({ row, attributes, cells }) => {
    const inside = cells.map(
      (cell) => `<${p}c r="${columnLetters(cell.column)}${row}"${cell.attributes}>${cell.inside}</${p}c>`,
    )
    return `<${p}row r="${row}"${attributes}>${inside.join('')}</${p}row>`
  })
  return `${head}<${p}sheetData>${rows.join('')}</${p}sheetData>${tail}`
}
