import { columnOfLetters } from '@/domain/roster/cell-text'
import type { MergedRange, SheetRow } from '@/domain/roster/sheet'
import { type Archive, openArchive } from './open-archive'
import { parseXml } from './parse-xml'
import { SheetListener } from './sheet-listener'
import { WorkbookRefused } from './workbook-refusal'

/** One sheet as the workbook lists it. */
export interface SheetInfo {
  name: string
  isHidden: boolean
  merges: MergedRange[]
}

/** Takes the rows of a workbook in order. `startSheet` returns false to skip a sheet. */
export interface RowTaker {
  startSheet(sheet: SheetInfo): boolean | Promise<boolean>
  rows(rows: SheetRow[]): void | Promise<void>
  endSheet(): void | Promise<void>
}

export interface ReadLimits {
  /** Rows with any text over all sheets; more are refused, never cut off silently. */
  maxRows: number
}

/**
 * Reads an .xlsx piece by piece in memory that does not grow with the number of rows: cells without address, shared and
 * inline strings, cached results of formulas, errors, 1900 and 1904 dates, hidden rows, merged ranges. Rows without any
 * value are skipped, so a million styled rows at the end cost only their inflating.
 *
 * @throws WorkbookRefused with the reason, within a second for everything that is no honest workbook
 */
export async function readWorkbook(bytes: Buffer, taker: RowTaker, limits: ReadLimits): Promise<void> {
  const archive = await openArchive(bytes)
  try {
    const book = await readBook(archive)
    const strings = await readSharedStrings(archive, book.stringsPath)
    const dateStyles = await readDateStyles(archive, book.stylesPath)
    let rowsLeft = limits.maxRows
    for (const sheet of book.sheets) {
      const merges = sheet.isHidden ? [] : await readMerges(archive, sheet.path)
      if (!(await taker.startSheet({ name: sheet.name, isHidden: sheet.isHidden, merges }))) continue
      const listener = new SheetListener({ strings, dateStyles, is1904: book.is1904 })
      await parseXml(await archive.open(sheet.path), listener, async () => {
        const rows = listener.take()
        rowsLeft -= rows.length
        if (rowsLeft < 0) throw new WorkbookRefused('too-many-rows')
        if (rows.length > 0) await taker.rows(rows)
      })
      const rest = listener.take()
      if (rest.length > rowsLeft) throw new WorkbookRefused('too-many-rows')
      if (rest.length > 0) await taker.rows(rest)
      await taker.endSheet()
    }
  } finally {
    archive.close()
  }
}

interface Book {
  sheets: { name: string; path: string; isHidden: boolean }[]
  is1904: boolean
  stringsPath: string | null
  stylesPath: string | null
}

/** The sheets of a workbook and where its parts stand. @throws WorkbookRefused */
export async function readBook(archive: Archive): Promise<Book> {
  const root = await readRelations(archive, '_rels/.rels')
  const bookPath = [...root.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
  if (!archive.names.includes(bookPath)) throw new WorkbookRefused('not-a-workbook')
  const folder = bookPath.slice(0, bookPath.lastIndexOf('/') + 1)
  const relations = await readRelations(archive, `${folder}_rels/${bookPath.slice(folder.length)}.rels`, folder)
  const book: Book = { sheets: [], is1904: false, stringsPath: null, stylesPath: null }
  for (const { type, target } of relations.values()) {
    if (type.endsWith('/sharedStrings')) book.stringsPath = target
    if (type.endsWith('/styles')) book.stylesPath = target
  }
  await parseXml(await archive.open(bookPath), {
    open(name, at) {
      if (name === 'workbookPr') book.is1904 = at.date1904 === '1' || at.date1904 === 'true'
      if (name !== 'sheet') return
      const relation = relations.get(at['r:id'] ?? at.id ?? '')
      if (!relation?.type.endsWith('/worksheet')) return
      book.sheets.push({ name: at.name ?? '', path: relation.target, isHidden: (at.state ?? 'visible') !== 'visible' })
    },
  })
  if (book.sheets.length === 0) throw new WorkbookRefused('no-sheets')
  return book
}

async function readRelations(
  archive: Archive,
  path: string,
  folder = '',
): Promise<Map<string, { type: string; target: string }>> {
  const relations = new Map<string, { type: string; target: string }>()
  if (!archive.names.includes(path)) return relations
  await parseXml(await archive.open(path), {
    open(name, at) {
      if (name !== 'Relationship' || at.TargetMode === 'External') return
      const target = at.Target ?? ''
      relations.set(at.Id ?? '', {
        type: at.Type ?? '',
        target: target.startsWith('/') ? target.slice(1) : folder + target,
      })
    },
  })
  return relations
}

async function readSharedStrings(archive: Archive, path: string | null): Promise<string[]> {
  const strings: string[] = []
  if (!path || !archive.names.includes(path)) return strings
  let parts: string[] | null = null
  let isText = false
  let isPhonetic = false
  await parseXml(await archive.open(path), {
    open(name) {
      if (name === 'si') parts = []
      if (name === 'rPh') isPhonetic = true
      isText = name === 't' && !isPhonetic
    },
    text(text) {
      if (isText) parts?.push(text)
    },
    close(name) {
      isText = false
      if (name === 'rPh') isPhonetic = false
      if (name === 'si' && parts) strings.push(parts.length === 1 ? (parts[0] ?? '') : parts.join(''))
    },
  })
  return strings
}

const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/** For each cell style whether its number format shows a date. */
async function readDateStyles(archive: Archive, path: string | null): Promise<boolean[]> {
  const styles: boolean[] = []
  if (!path || !archive.names.includes(path)) return styles
  const custom = new Map<string, boolean>()
  let isCellStyles = false
  await parseXml(await archive.open(path), {
    open(name, at) {
      if (name === 'numFmt') custom.set(at.numFmtId ?? '', isDateFormat(at.formatCode ?? ''))
      if (name === 'cellXfs') isCellStyles = true
      if (name === 'xf' && isCellStyles)
        styles.push(custom.get(at.numFmtId ?? '') ?? BUILT_IN_DATES.has(Number(at.numFmtId ?? 0)))
    },
    close(name) {
      if (name === 'cellXfs') isCellStyles = false
    },
  })
  return styles
}

function isDateFormat(code: string): boolean {
  return /[yd]|m(?!m?;@)|年|月|日/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')) && !/0|#/.test(code)
}

/** Merged ranges stand behind the rows; a pass of its own finds them without building any cell. */
async function readMerges(archive: Archive, path: string): Promise<MergedRange[]> {
  try {
    return await mergesIn(await archive.open(path))
  } catch (error) {
    throw error instanceof WorkbookRefused ? error : new WorkbookRefused('truncated')
  }
}

async function mergesIn(stream: AsyncIterable<Buffer>): Promise<MergedRange[]> {
  const merges: MergedRange[] = []
  let tail = ''
  for await (const chunk of stream) {
    const text: string = tail + chunk.toString('latin1')
    if (text.includes('<!DOCTYPE')) throw new WorkbookRefused('doctype')
    let end = 0
    for (const match of text.matchAll(/<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g)) {
      end = match.index + match[0].length
      const [, left = 'A', top = '1', right = 'A', bottom = '1'] = match
      if (merges.length < 100_000)
        merges.push({
          left: columnOfLetters(left),
          top: Number(top),
          right: columnOfLetters(right),
          bottom: Number(bottom),
        })
    }
    tail = text.slice(Math.max(end, text.length - 200))
  }
  return merges
}
