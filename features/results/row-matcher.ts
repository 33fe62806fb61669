import 'server-only'
import type { Day } from '@/domain/calendar/day'
import { candidatesFor } from '@/domain/matching/candidates'
import type { MatchCandidate, MatchRequest } from '@/domain/matching/match'
import { matchRow } from '@/domain/matching/match-row'
import { enterpriseKeys } from '@/domain/matching/enterprise-keys'
import { personKey } from '@/domain/matching/person-key'
import type { RosterIndex } from '@/domain/matching/roster-index'
import type { Spelling } from '@/domain/matching/spelling'
import { readResultEntry } from '@/domain/results/read-result-entry'
import type { ResultColumn, ResultEntry } from '@/domain/results/result-row'
import type { Problem } from '@/domain/roster/sheet'
import { mobileKeyOf } from '@/server/matching/mobile-key'
import { type CountsAs, countedRates } from './batch-options'
import { rowKey } from './row-key'
import { openRow, sealRow, withoutFound } from './sealed-row'

/** What every row of a batch is understood and matched with. */
export interface MatchingGround {
  batchId: string
  programmeId: string
  /** The programme's days: its first, and the first after it. */
  programme: { fromOn: Day; toOn: Day | null }
  today: Day
  /** The day of rows that say none. */
  day: Day | null
  countsAs: CountsAs
  /** Columns and fingerprint by sheet. */
  sheets: ReadonlyMap<string, { columns: readonly ResultColumn[]; fingerprint: string | null }>
  index: RosterIndex
}

/** A stored row as it is read to be matched. */
export interface RowToMatch {
  position: number
  sheet: string
  row: number
  sealed: Uint8Array
}

/** What became of a row, as it is stored. */
export interface MatchedRow {
  position: number
  sealed: Uint8Array
  rowKey: Uint8Array | null
  state: 'INVALID' | 'QUEUED' | 'MATCHED' | 'UNCOUNTED' | 'REPEATED'
  happenedOn: Day | null
  score: number | null
  how: string | null
  reasons: string[]
  problems: Problem[]
  candidates: { entryId: string; personId: string | null; because: string[] }[]
  personId: string | null
  entryId: string | null
}

const MOST_CANDIDATES = 5

/** Understands one row with the confirmed columns and looks for whom it is about. Reads nothing, writes nothing. */
export function matchedRow(ground: MatchingGround, row: RowToMatch): MatchedRow {
  const opened = openRow(row.sealed)
  const sheet = ground.sheets.get(row.sheet)
  const cells = { sheet: row.sheet, row: row.row, cells: opened.cells, problems: opened.problems }
  const entry = readResultEntry(cells, sheet?.columns ?? [], { today: ground.today })
  const happenedOn = entry.happenedOn ?? ground.day
  const plain: MatchedRow = {
    position: row.position,
    sealed: sealRow({ ...opened, entry }),
    rowKey: null,
    state: 'INVALID',
    happenedOn,
    score: entry.score,
    how: null,
    reasons: [],
    problems: withoutFound(entry.problems),
    candidates: [],
    personId: null,
    entryId: null,
  }
  if (entry.problems.some(({ isWarning }) => !isWarning)) return plain
  const keyed = { ...plain, rowKey: keyOf(ground, row, entry, happenedOn) }
  const reason = whyUncounted(ground, entry, happenedOn)
  if (reason) return { ...keyed, state: 'UNCOUNTED', reasons: [reason] }
  return { ...keyed, ...whom(ground, requestOf(entry)) }
}

/** The comparison form of an enterprise's name as written; '' when there is none. */
export function enterpriseKeyOf(name: string | null, spelling: Spelling): string {
  return name === null ? '' : enterpriseKeys(name, spelling).strict
}

/** The same for a person's. */
export function personKeyOf(name: string | null, spelling: Spelling): string {
  return name === null ? '' : personKey(name, spelling)
}

function keyOf(ground: MatchingGround, row: RowToMatch, entry: ResultEntry, happenedOn: Day | null) {
  return rowKey({
    programmeId: ground.programmeId,
    fingerprint: ground.sheets.get(row.sheet)?.fingerprint ?? null,
    countsAs: ground.countsAs,
    entry,
    happenedOn,
    enterpriseKey: enterpriseKeyOf(entry.enterprise, ground.index.spelling),
    personKey: personKeyOf(entry.person, ground.index.spelling),
    place: row,
  })
}

function whyUncounted({ programme, countsAs }: MatchingGround, entry: ResultEntry, happenedOn: Day | null) {
  if (countsAs.rates.length === 0) return null
  if (happenedOn === null) return 'no-day'
  if (happenedOn < programme.fromOn || (programme.toOn !== null && happenedOn >= programme.toOn))
    return 'outside-programme'
  return countedRates(entry, countsAs).reason
}

function requestOf({ uscc, mobile, enterprise, person }: ResultEntry): MatchRequest {
  return { uscc, mobileKey: mobile === null ? null : mobileKeyOf(mobile), enterprise, person }
}

function whom({ index }: MatchingGround, request: MatchRequest) {
  const match = matchRow(index, request)
  if (match.kind === 'matched')
    return { state: 'MATCHED' as const, how: match.by, entryId: match.entryId, personId: match.personId }
  return {
    state: 'QUEUED' as const,
    reasons: [...match.reasons],
    entryId: match.entryId,
    candidates: candidatesFor(index, request, MOST_CANDIDATES).map(shortCandidate),
  }
}

function shortCandidate({ entryId, personId, because }: MatchCandidate) {
  return { entryId, personId, because: [...because] }
}
