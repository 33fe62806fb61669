import type { Day } from '@/domain/calendar/day'
import type { Problem } from '@/domain/roster/sheet'

/** What a column of a result sheet is used for. 'answer' columns are kept and shown, never graded by us. */
export type ResultUse =
  | 'number'
  | 'submitted-at'
  | 'day'
  | 'enterprise'
  | 'uscc'
  | 'person'
  | 'mobile'
  | 'score'
  | 'passed'
  | 'answer'
  | 'unused'

/** One column as found, with what we propose to use it for. */
export interface ResultColumn {
  /** From 0. */
  column: number
  letters: string
  header: string
  use: ResultUse
}

/** What the reading of one sheet (or pasted block) came to. */
export interface ResultReading {
  sheet: string
  source: 'QUESTIONNAIRE' | 'SHEET' | 'JIELONG'
  /** Row of the header as the sheet shows it; 0 for 接龙, which has none. */
  headerRow: number
  columns: ResultColumn[]
  /**
   * For questionnaires: the text whose hash tells one questionnaire from another (its questions, in order, normalised); else null.
   * The same for the export "by text" and "by number".
   */
  fingerprintText: string | null
  /** The one day that stands in the titles above the table or the lines ('…培训签到表 2026年9月12日'); null when none or several do. */
  proposedOn: Day | null
  dataRows: number
  /** Rows that are no data, with why and their text cut to 80 characters. */
  ignored: { row: number; because: 'title' | 'header' | 'total' | 'blank' | 'signature'; text: string }[]
}

/** A data row before the officer has confirmed the columns: cell texts by column. Blanks ((空), (跳过), -2, -3) are absent. */
export interface ResultCells {
  sheet: string
  row: number
  cells: Record<number, string>
  /** Problems found while reading (a rounded number, an error value). */
  problems: Problem[]
}

/** A data row as understood with the confirmed columns. */
export interface ResultEntry {
  /** 序号 as written; null when there is none. */
  number: string | null
  /** 'YYYY-MM-DD HH:mm:ss' as written by the service, normalised; null when there is none. */
  submittedAt: string | null
  /** The day it happened: of submission, of the day column; null = the day the officer says for the batch. */
  happenedOn: Day | null
  enterprise: string | null
  uscc: string | null
  person: string | null
  /** Eleven digits. */
  mobile: string | null
  /** null = no score column, or none written. */
  score: number | null
  /** true/false when a column says passed or not in words; null otherwise. */
  passed: boolean | null
  problems: Problem[]
}
