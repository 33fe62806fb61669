import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { type ShownRate, shownRates } from '@/domain/rates/rate-display'
import { shanghaiToday } from '@/server/clock'
import { openSnapshot, readSnapshot } from '@/server/db/snapshot'
import type { PeriodListView } from '../input'
import { periodInView } from './period-in-view'
import {
  countRows,
  type PeriodRow,
  placeAfter,
  type RowsQuestion,
  rowsStatement,
  shownRows,
  type StoredRow,
} from './period-rows'
import { type ProgrammeOfReport, reportedProgrammes } from './reported-programme'
import { type RegionOfReport, reportedRegion } from './reported-region'

const PAGE_ROWS = 50
const CHUNK_ROWS = 500

export type PeriodListFrame = { region: RegionOfReport; programme: ProgrammeOfReport; question: RowsQuestion }

/** What a list of a frozen period is about; null when the region is not the officer's, or there is no such rate or frozen period. */
export async function periodListFrame(
  actor: Actor,
  asked: { periodId: string; code: string; rate: string },
  view: PeriodListView,
): Promise<PeriodListFrame | null> {
  const rate: ShownRate | undefined = shownRates.find((one) => one === asked.rate)
  const [region, period] = await Promise.all([
    reportedRegion(actor, asked.code),
    periodInView(asked.periodId, shanghaiToday()),
  ])
  if (!rate || !region || !period?.frozenAt) return null
  const programme = (await reportedProgrammes()).find((one) => one.id === period.programmeId)
  if (!programme) return null
  return {
    region,
    programme,
    question: { period, rate, rule: view.rule ?? period.trainingRule, path: region.path, view },
  }
}

export type PeriodList = PeriodListFrame & { whole: number; part: number; rows: PeriodRow[]; next: string | null }

/** One page of the list behind a frozen number, with the counts of the same rows. */
export function periodList(actor: Actor, frame: PeriodListFrame): Promise<PeriodList> {
  return readSnapshot(async (snapshot) => {
    const counts = await countRows(snapshot, frame.question)
    const sql = rowsStatement(frame.question, PAGE_ROWS + 1)
    const rows = await snapshot.rows<StoredRow>(sql.text, sql.values)
    const shown = rows.slice(0, PAGE_ROWS)
    const last = shown.at(-1)
    return {
      ...frame,
      ...counts,
      rows: await shownRows(snapshot, actor, frame.question, shown),
      next: rows.length > PAGE_ROWS && last ? placeAfter(last) : null,
    }
  })
}

/** How many rows the list holds in its state of "missing", "part" or "all". */
export function periodListLength({ question }: PeriodListFrame): Promise<number> {
  return readSnapshot(async (snapshot) => {
    const { whole, part } = await countRows(snapshot, question)
    return { missing: whole - part, part, all: whole }[question.view.state]
  })
}

/** Every row of the list, as on screen, in chunks so that memory stays flat. */
export async function* periodListExport(actor: Actor, { question }: PeriodListFrame): AsyncGenerator<PeriodRow> {
  const { snapshot, close } = await openSnapshot()
  try {
    const { after: _after, ...view } = question.view
    const sql = rowsStatement({ ...question, view }, null)
    for await (const rows of snapshot.chunks<StoredRow>(sql.text, sql.values, CHUNK_ROWS)) {
      yield* await shownRows(snapshot, actor, question, rows)
    }
  } finally {
    await close()
  }
}
