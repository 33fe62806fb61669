import { columnOfLetters } from '@/domain/roster/cell-text'
import { CellCursor, type Mark, scanMarks } from './patch-workbook-marks'
import { WorkbookRefused } from './workbook-refusal'

/** One `<col>` with the bytes of the whole element; columns from 0. */
export interface ColumnRange {
  start: number
  end: number
  tag: Mark
  first: number
  last: number
}

/** What has to be known of a worksheet before the first byte of it is changed. Columns count from 0, -1 = none. */
export interface SheetSurvey {
  /** The last column with a cell, also one that only has a format. */
  lastCell: number
  /** The last column with a value or a formula. */
  lastFilled: number
  lastMerged: number
  lastRow: number
  dimension: Mark | null
  columns: ColumnRange[]
  /** Where `</cols>` begins; null when there is none to add to. */
  columnsEnd: number | null
  /** An empty `<cols/>`, which is replaced. */
  emptyColumns: Mark | null
  sheetData: Mark | null
}

/** A format may reach a little beyond the cells; one that reaches further covers nothing but emptiness. */
const NEAR = 16
const WIDEST = 16_384

/** Reads a worksheet once for its used area and the places where it tells of its columns. @throws WorkbookRefused */
export async function surveySheet(xml: Buffer): Promise<SheetSurvey> {
  const survey: SheetSurvey = {
    lastCell: -1,
    lastFilled: -1,
    lastMerged: -1,
    lastRow: 0,
    dimension: null,
    columns: [],
    columnsEnd: null,
    emptyColumns: null,
    sheetData: null,
  }
  const cursor = new CellCursor()
  // Names such as row and col stand elsewhere, too: in the anchors of controls, for one.
  let section = ''
  let isInCell = false
  await scanMarks(xml, {
    open(mark) {
      const { name, attributes } = mark
      if (name === 'cols' || name === 'sheetData') section = name
      if (section === 'sheetData' && name === 'row') cursor.openRow(attributes)
      else if (section === 'sheetData' && name === 'c') {
        isInCell = true
        cursor.openCell(attributes)
        survey.lastCell = Math.max(survey.lastCell, cursor.column)
      } else if (isInCell && (name === 'v' || name === 'f' || name === 'is'))
        survey.lastFilled = Math.max(survey.lastFilled, cursor.column)
      else if (section === 'cols' && name === 'col') noteColumn(survey, mark)
      else noteOther(survey, mark)
    },
    close(name, start, end) {
      if (name === 'c') isInCell = false
      if (name === section) section = ''
      if (name === 'cols' && !survey.emptyColumns) survey.columnsEnd = start
      const range = section === 'cols' && name === 'col' ? survey.columns.at(-1) : undefined
      if (range) range.end = end
    },
  })
  return { ...survey, lastRow: cursor.row }
}

function noteOther(survey: SheetSurvey, mark: Mark): void {
  const { name, attributes } = mark
  if (name === 'dimension') survey.dimension ??= mark
  else if (name === 'sheetData') survey.sheetData ??= mark
  else if (name === 'cols' && mark.isSelfClosing) survey.emptyColumns = mark
  else if (name === 'mergeCell') survey.lastMerged = Math.max(survey.lastMerged, lastColumnOf(attributes.ref))
}

function noteColumn(survey: SheetSurvey, mark: Mark): void {
  const [first, last] = [Number(mark.attributes.min) - 1, Number(mark.attributes.max) - 1]
  if (first >= 0 && last >= first) survey.columns.push({ start: mark.start, end: mark.end, tag: mark, first, last })
}

/** The last column a range names, 'A1:H20' → 7; -1 when it names none. */
export function lastColumnOf(ref: string | undefined): number {
  const letters = /([A-Z]{1,3})\$?\d{0,7}$/.exec(ref ?? '')?.[1]
  return letters ? columnOfLetters(letters) : -1
}

/**
 * The first column free for `count` new ones: after every cell, merged range, and what the sheet says of its size and columns as
 * far as that reaches no more than a little beyond them. Where formats run to the sheet's very end there is no such
 * column; the new ones then stand after the last value, over cells that hold nothing but a format.
 *
 * @throws WorkbookRefused 'too-large-inside' when values stand up to the end, too
 */
export function firstFreeColumn(survey: SheetSurvey, count: number): number {
  const used = Math.max(survey.lastCell, survey.lastMerged)
  const told = [lastColumnOf(survey.dimension?.attributes.ref), ...survey.columns.map(({ last }) => last)]
  const near = Math.max(used, ...told.filter((column) => column <= used + NEAR))
  const first = near + count < WIDEST ? near + 1 : survey.lastFilled + 1
  if (first + count > WIDEST) throw new WorkbookRefused('too-large-inside')
  return first
}
