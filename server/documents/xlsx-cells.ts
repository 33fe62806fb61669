import type { DocumentData, DocumentRow, DocumentValue } from '@/domain/documents/document-data'
import { type Tag, tagsIn } from '@/domain/documents/scan-placeholders'
import { safeCell } from '@/server/files/safe-cell'
import { plainText } from './plain-text'
import { cellText } from './xlsx-plan'
import { encoded, type Run, type SheetCell, without } from './xlsx-sheet'

/** Excel's limit for the text of a cell. */
const MAX_TEXT = 32_767

/** What stands around a cell: the document's values, and the row of the list it repeats for. */
export interface CellScope {
  data: DocumentData
  item: DocumentRow | null
}

/**
 * A cell with its placeholders filled; null when it has none. A number that stands alone stays a number with the cell's
 * format; everything else is a text, never a formula, whatever it begins with. Formatted pieces keep their format.
 */
export function filledCell(cell: SheetCell, scope: CellScope, prefix: string): SheetCell | null {
  const text = cellText(cell)
  const tags = tagsIn({ text, place: { part: 'sheet', paragraph: 0, text: '' } })
  if (!cell.runs || tags.length === 0) return null
  const attributes = without(cell.attributes, 't')
  const only = onlyValue(tags, text)
  if (only) {
    const value = filledValue(only.name, scope)
    if (value === null || value === '') return { ...cell, attributes, inside: '', runs: null }
    if (typeof value === 'number' && Number.isFinite(value))
      return { ...cell, attributes, inside: `<${prefix}v>${value}</${prefix}v>`, runs: null }
  }
  const runs = guarded(joinedRuns(pieces(tags, text, scope), cell.runs))
  if (runs.every((run) => run.text === '')) return { ...cell, attributes, inside: '', runs: null }
  return { ...cell, attributes: `${attributes} t="inlineStr"`, inside: inlineXml(runs, prefix), runs }
}

/** The value that stands alone in its cell, perhaps with the beginning or end of a list that goes over the row. */
function onlyValue(tags: readonly Tag[], text: string): Tag | null {
  const values = tags.filter(({ sign }) => sign === '')
  const isWhole = tags.some(
    (tag) => tag.sign === '/' && tags.some(({ sign, name }) => /[#^]/.test(sign) && name === tag.name),
  )
  const rest = tags.reduceRight((left, tag) => left.slice(0, tag.from) + left.slice(tag.to), text)
  return values.length === 1 && !isWhole && rest.trim() === '' ? (values[0] ?? null) : null
}

/** A piece of the result and the place in the template's text whose format it takes. */
interface Piece {
  text: string
  at: number
}

/** The texts between placeholders as they are, values in place of them; a list within one cell stands once a row. */
function pieces(tags: readonly Tag[], text: string, scope: CellScope, from = 0, to = text.length): Piece[] {
  const out: Piece[] = []
  let at = from
  for (let i = 0; i < tags.length; i += 1) {
    const tag = tags[i]
    if (!tag) break
    out.push(...literal(text, at, tag.from))
    at = tag.to
    const end =
      tag.sign === '#' || tag.sign === '^'
        ? tags.findIndex((one, j) => j > i && one.sign === '/' && one.name === tag.name)
        : -1
    const close = tags[end]
    if (tag.sign === '') out.push({ text: shown(filledValue(tag.name, scope)), at: tag.from })
    if (!close) continue
    for (const item of itemsOf(tag, scope))
      out.push(...pieces(tags.slice(i + 1, end), text, { ...scope, item }, tag.to, close.from))
    at = close.to
    i = end
  }
  return [...out, ...literal(text, at, to)]
}

/** Sign by sign, as each may be formatted differently. */
function literal(text: string, from: number, to: number): Piece[] {
  const out: Piece[] = []
  let at = from
  for (const sign of text.slice(from, Math.max(from, to))) {
    out.push({ text: sign, at })
    at += sign.length
  }
  return out
}

function itemsOf(tag: Tag, { data, item }: CellScope): (DocumentRow | null)[] {
  const list = data[tag.name]
  const rows = Array.isArray(list) ? (list as readonly DocumentRow[]) : []
  return tag.sign === '#' ? [...rows] : rows.length === 0 ? [item] : []
}

function filledValue(name: string, { data, item }: CellScope): DocumentValue {
  const own = item && Object.hasOwn(item, name) ? item[name] : Object.hasOwn(data, name) ? data[name] : null
  return typeof own === 'string' || typeof own === 'number' ? own : null
}

function shown(value: DocumentValue): string {
  return value === null ? '' : plainText(String(value)).slice(0, MAX_TEXT)
}

/** Neighbouring pieces of one format put together; each takes the format of the run that its place lies in. */
function joinedRuns(parts: readonly Piece[], runs: readonly Run[]): Run[] {
  const out: Run[] = []
  for (const { text, at } of parts) {
    const format = formatAt(runs, at)
    const last = out.at(-1)
    if (last && last.format === format) last.text += text
    else out.push({ format, text })
  }
  return out
}

function formatAt(runs: readonly Run[], at: number): string {
  let end = 0
  for (const { format, text } of runs) {
    end += text.length
    if (at < end) return format
  }
  return ''
}

/** The first text never looks like a formula to a program that reads texts as typed. */
function guarded(runs: readonly Run[]): Run[] {
  const first = runs.findIndex(({ text }) => text !== '')
  return runs.map((run, i) => (i === first ? { ...run, text: safeCell(run.text) } : run))
}

function inlineXml(runs: readonly Run[], p: string): string {
  const texts = runs.filter(({ text }) => text !== '')
  const t = (text: string) => `<${p}t xml:space="preserve">${encoded(withoutCodes(text))}</${p}t>`
  const isRich = texts.some(({ format }) => format !== '')
  const inside = isRich
    ? texts.map(({ format, text }) => `<${p}r>${format}${t(text)}</${p}r>`).join('')
    : texts.map(({ text }) => t(text)).join('')
  return `<${p}is>${inside}</${p}is>`
}

/** A text that happens to look like Excel's own code for a sign (_x0041_) is kept as it is. */
function withoutCodes(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}
