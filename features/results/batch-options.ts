import type { Day } from '@/domain/calendar/day'
import type { ResultEntry, ResultReading, ResultUse } from '@/domain/results/result-row'

/** The rates that imported evidence can count for; readiness is shown by doing. */
export const COUNTED_RATES = ['TRAINING', 'AWARENESS'] as const
export type CountedRate = (typeof COUNTED_RATES)[number]

/** What the rows of a batch are: completions for one or both rates, or people who signed up. */
export interface CountsAs {
  /** Empty = sign-ups: nobody has been there yet. */
  rates: CountedRate[]
  /** From this score on a row counts for awareness; null = a column says who passed. */
  passScore: number | null
}

/** What `result_batch.options` holds. */
export interface BatchOptions {
  /** What the officer said at upload that a pasted block is. */
  kind: 'AUTO' | 'SHEET' | 'JIELONG'
  /** The day it happened, for rows that do not say. */
  day: Day | null
  /** Set when the columns are confirmed. */
  countsAs?: CountsAs
  /** Proposed from the last time this questionnaire came. */
  proposed?: CountsAs
  /** Who confirmed, asked to retract: the worker acts in their name. */
  byId?: string
}

/** Options as stored; missing ones are their defaults. */
export function batchOptions(stored: unknown): BatchOptions {
  return { kind: 'AUTO', day: null, ...(stored as Partial<BatchOptions> | null) }
}

/** What `result_batch.reading` holds: one reading a sheet, its columns as proposed and, once confirmed, as the officer said. */
export interface BatchReading {
  sheets: ResultReading[]
  hiddenSheets: string[]
  /** The columns are proposed as this questionnaire was read last time. */
  isRemembered: boolean
}

/** What `questionnaire.mapping` holds: uses by header, as columns move between exports. */
export interface QuestionnaireMapping {
  uses: { header: string; use: ResultUse }[]
  countsAs: CountsAs
}

/** Why a row that was understood counts for nothing. */
export type UncountedReason = 'below-mark' | 'no-score' | 'outside-programme' | 'no-requirement' | 'no-seat'

/**
 * The rates a row counts for, or why for none.
 *
 * A column that says who passed wins over the score. Training counts whoever was there, whatever the score.
 */
export function countedRates(
  entry: Pick<ResultEntry, 'score' | 'passed'>,
  { rates, passScore }: CountsAs,
): { rates: CountedRate[]; reason: UncountedReason | null } {
  const marked = passScore === null || entry.score === null ? null : entry.score >= passScore
  const passed = entry.passed ?? marked
  const counted = rates.filter((rate) => rate === 'TRAINING' || passed === true)
  if (counted.length > 0 || rates.length === 0) return { rates: counted, reason: null }
  return { rates: [], reason: passed === null ? 'no-score' : 'below-mark' }
}
