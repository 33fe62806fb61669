import { Readable } from 'node:stream'
import JSZip from 'jszip'
import { type Archive, openArchive } from './open-archive'
import { scanMarks } from './patch-workbook-marks'
import { frameSplices, type PatchValue, RowSplicer, type Splice } from './patch-workbook-splices'
import { firstFreeColumn, surveySheet } from './patch-workbook-survey'
import { plainStyles } from './plain-styles'
import { readBook } from './read-workbook'
import { WorkbookRefused } from './workbook-refusal'

/** Columns for one sheet. */
export interface SheetPatch {
  /** As the workbook names it. */
  sheet: string
  /** The row the headers go to, from 1. */
  headerRow: number
  headers: readonly string[]
  /** Width of each column in characters. */
  widths: readonly number[]
  /** Cells by row number, each as long as `headers`. Rows not named get none. */
  rows: ReadonlyMap<number, readonly PatchValue[]>
  /** Columns we wrote into this sheet an earlier time: they are written again instead of being added. From 0. */
  earlier: { first: number; count: number } | null
}

/**
 * Adds columns to sheets of an .xlsx and leaves every byte that is not ours as it is: other parts keep their bytes, and in the
 * worksheets our cells are spliced in where they belong while all text before, between and after stays.
 *
 * Our columns stand after the last used one, or where an earlier fill-back left them; of these, the ones no longer wanted are
 * emptied. Text is written as inline strings (never a formula), the style is that of a neighbour whose number format shows
 * texts as they are. The widths of our columns, the sheet's size and the rows' spans are brought up to date.
 *
 * @returns the new file; memory grows with the largest worksheet (100 MB at most, `openArchive`) and the file itself
 * @throws WorkbookRefused for everything `openArchive` and the reader refuse; 'no-sheets' when a sheet named is not there
 */
export async function patchWorkbook(bytes: Buffer, patches: readonly SheetPatch[]): Promise<Buffer> {
  const archive = await openArchive(bytes)
  try {
    const book = await readBook(archive)
    const isPlain = await plainStyles(archive, book.stylesPath)
    const zip = await JSZip.loadAsync(bytes)
    for (const patch of patches) {
      const path = book.sheets.find(({ name }) => name === patch.sheet)?.path
      if (!path) throw new WorkbookRefused('no-sheets')
      const xml = await partOf(archive, path)
      const date = zip.file(path)?.date
      const splices = await splicesOf(xml, patch, isPlain)
      zip.file(path, Readable.from(spliced(xml, splices)), { createFolders: false, ...(date ? { date } : {}) })
    }
    // Parts that were deflated and are not ours are copied as they are, not inflated and deflated again.
    return await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
  } finally {
    archive.close()
  }
}

/** The bytes of a part in one piece, never twice in memory. */
async function partOf(archive: Archive, path: string): Promise<Buffer> {
  const xml = Buffer.allocUnsafe(archive.sizeOf(path))
  let at = 0
  try {
    for await (const chunk of await archive.open(path)) at += (chunk as Buffer).copy(xml, at)
  } catch {
    throw new WorkbookRefused('truncated')
  }
  return xml.subarray(0, at)
}

async function splicesOf(xml: Buffer, patch: SheetPatch, isPlain: readonly boolean[]): Promise<Splice[]> {
  const survey = await surveySheet(xml)
  const { earlier } = patch
  const count = Math.max(patch.headers.length, earlier?.count ?? 0)
  const first = earlier?.first ?? firstFreeColumn(survey, count)
  const columns = {
    ...patch,
    first,
    headers: Array.from({ length: count }, (_, i) => patch.headers[i] ?? ''),
    widthsFrom: earlier ? earlier.first + earlier.count : first,
  }
  const rows = new RowSplicer(xml, columns, isPlain)
  await scanMarks(xml, rows)
  return [...frameSplices(xml, survey, columns), ...rows.splices].sort((a, b) => a.at - b.at)
}

const PIECE = 64 * 1024

/** The part with its splices, in pieces of a handy size. */
function* spliced(xml: Buffer, splices: readonly Splice[]): Generator<Buffer> {
  let waiting: Buffer[] = []
  let size = 0
  let from = 0
  const flush = () => {
    const piece = Buffer.concat(waiting)
    waiting = []
    size = 0
    return piece
  }
  for (const { at, drop, text } of splices) {
    const added = Buffer.from(text(), 'utf8')
    waiting.push(xml.subarray(from, at), added)
    size += at - from + added.length
    from = at + drop
    if (size >= PIECE) yield flush()
  }
  waiting.push(xml.subarray(from))
  yield flush()
}
