import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { shanghaiToday } from '@/server/clock'
import type { Prisma } from '@/server/db/client'
import { readSnapshot, type Snapshot } from '@/server/db/snapshot'
import type { ReportView } from '../input'
import { formerPeriod, periodInView, type PeriodInView } from './period-in-view'
import { type FormerPeriod, frozenRows, rowsOfDay } from './period-source'
import { emptySums, periodSums, type PeriodSums } from './period-sums'
import { type ProgrammeOfReport, reportedProgrammes } from './reported-programme'
import { type RegionOfReport, reportedRegion } from './reported-region'
import { type RosterChange, rosterChange } from './roster-change'

export type ChildOfPeriod = {
  code: string
  name: string
  kind: RegionOfReport['kind']
  now: PeriodSums
  before: PeriodSums | null
}

export type PeriodPage = {
  region: RegionOfReport
  programme: ProgrammeOfReport
  period: PeriodInView
  keyOnly: boolean
  total: PeriodSums
  children: ChildOfPeriod[]
  /** The frozen period before, what it counted, and how the roster changed since; null for the first. */
  former: { id: string; lastDay: string; total: PeriodSums; roster: RosterChange } | null
}

type PeriodFrame = Pick<PeriodPage, 'region' | 'programme' | 'period' | 'keyOnly'> & {
  before: FormerPeriod | null
  rows: Prisma.Sql
}

type Child = { code: string; name: string; kind: RegionOfReport['kind']; isClosed: boolean }

/**
 * The figures of a period for a region of the officer's. Null when the period is unknown or the region is not theirs.
 */
export async function periodPage(
  actor: Actor,
  asked: { periodId: string; code?: string | undefined },
  view: Pick<ReportView, 'roster'>,
): Promise<PeriodPage | null> {
  const [region, period] = await Promise.all([
    reportedRegion(actor, asked.code),
    periodInView(asked.periodId, shanghaiToday()),
  ])
  return region && period ? periodFigures(region, period, view.roster === 'key') : null
}

/**
 * The figures of a period for a region: frozen ones from the period's rows, those of the open period from the time lines as of today. With the
 * same per child region and of the period before. Whether somebody may see them is asked by the caller.
 */
async function periodFigures(
  region: RegionOfReport,
  period: PeriodInView,
  keyOnly: boolean,
): Promise<PeriodPage | null> {
  const frame = await periodFrame(region, period, keyOnly)
  return frame && readSnapshot((snapshot) => figuresIn(snapshot, frame))
}

/** What is counted for a region and period: the rows, and the frozen period before. Null when the programme is gone. */
export async function periodFrame(
  region: RegionOfReport,
  period: PeriodInView,
  keyOnly: boolean,
): Promise<PeriodFrame | null> {
  const programme = (await reportedProgrammes()).find((one) => one.id === period.programmeId)
  if (!programme) return null
  const before = await formerPeriod(period.programmeId, period.fromOn)
  const rows = period.frozenAt ? frozenRows(period.id) : rowsOfDay(period.programmeId, period.on, before)
  return { region, programme, period, keyOnly, before, rows }
}

/** Counts it, in a snapshot in which more may be asked about the same rows. */
export async function figuresIn(snapshot: Snapshot, frame: PeriodFrame): Promise<PeriodPage> {
  const { before, rows, ...about } = frame
  const { region, period, keyOnly } = about
  const area = { path: region.path, keyOnly }
  const now = await periodSums(snapshot, rows, area)
  const then = before ? await periodSums(snapshot, frozenRows(before.id), area) : null
  const roster = before ? await rosterChange(snapshot, { rows, formerId: before.id, ...area }) : null
  const former = before && then && roster ? { id: before.id, lastDay: before.lastDay, total: then.total, roster } : null
  const children = await childrenOf(snapshot, region.id, period.on)
  return {
    ...about,
    total: now.total,
    children: children
      .map((child) => ({
        ...child,
        now: now.children.get(child.code) ?? emptySums,
        before: then ? (then.children.get(child.code) ?? emptySums) : null,
      }))
      .filter((child) => child.now.sums.entries > 0 || (!child.isClosed && child.kind !== 'UNKNOWN')),
    former,
  }
}

/** The child regions in the order of the official list. */
function childrenOf(snapshot: Snapshot, regionId: string, on: string): Promise<Child[]> {
  return snapshot.rows<Child>(
    `SELECT code, name, kind, coalesce(closed_on <= $2::date, false) AS "isClosed"
     FROM region WHERE parent_id = $1 ORDER BY sort_order, code`,
    [regionId, on],
  )
}
