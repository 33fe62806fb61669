import 'server-only'
import { addDays } from '@/domain/calendar/day'
import type { Actor } from '@/domain/permissions/actor'
import { emptyTally } from '@/domain/rates/tally'
import type { TallySums } from '@/domain/rates/tally'
import { shanghaiToday } from '@/server/clock'
import { readSnapshot } from '@/server/db/snapshot'
import type { AreaView } from '../input'
import { areaSums } from './area-sums'
import { areaTrend } from './area-trend'
import type { TrendDay } from './area-trend'
import { programmeInView } from './programme-in-view'
import type { ProgrammeInView } from './programme-in-view'
import { regionInScope } from './region-in-scope'
import type { RegionInScope } from './region-in-scope'

const TREND_DAYS = 60

export type AreaPage = {
  region: RegionInScope
  programme: ProgrammeInView | null
  /** The day the figures are of; `settledOn` the last day settled (null before the first midnight). */
  on: string
  isNow: boolean
  settledOn: string | null
  total: TallySums
  children: { code: string; name: string; kind: RegionInScope['kind']; isClosed: boolean; sums: TallySums }[]
  trend: TrendDay[]
  /** The sums of an earlier day, as known now, when one was asked for. */
  since: { day: string; total: TallySums; children: ReadonlyMap<string, TallySums> } | null
}

type ChildRow = { code: string; name: string; kind: RegionInScope['kind']; isClosed: boolean }

/**
 * An officer's area: its rates, the same per child region, and the trend, all of one moment. Null when the region is not theirs.
 */
export async function areaPage(actor: Actor, code: string, view: AreaView): Promise<AreaPage | null> {
  const region = await regionInScope(actor, code)
  return region && { ...(await areaOf(region, view)), region }
}

/** The same of a region that the caller has made sure may be shown. */
export async function areaOf(region: { id: string; path: string }, view: AreaView): Promise<Omit<AreaPage, 'region'>> {
  const today = shanghaiToday()
  const on = view.on && view.on < today ? view.on : today
  const since = view.since && view.since < on ? view.since : null
  const programme = await programmeInView(view.programme, on)
  const keyOnly = view.roster === 'key'
  return readSnapshot(async (snapshot) => {
    const children = await snapshot.rows<ChildRow>(
      `SELECT code, name, kind, coalesce(closed_on <= $2::date, false) AS "isClosed"
       FROM region WHERE parent_id = $1 ORDER BY sort_order, code`,
      [region.id, on],
    )
    const nothing = { total: emptyTally, children: new Map<string, TallySums>() }
    const isNow = on === today
    const question = { programmeId: programme?.id ?? '', path: region.path, keyOnly, on: isNow ? null : on }
    const sums = programme ? await areaSums(snapshot, question) : nothing
    const then = programme && since ? await areaSums(snapshot, { ...question, on: since }) : null
    const trend = programme
      ? await areaTrend(snapshot, { ...question, regionId: region.id, from: addDays(on, -TREND_DAYS), to: on })
      : []
    const [settled] = await snapshot.rows<{ day: string | null }>(
      `SELECT to_char(max(day), 'YYYY-MM-DD') AS day FROM settlement WHERE programme_id = $1`,
      [programme?.id ?? null],
    )
    return {
      programme,
      on,
      isNow,
      settledOn: settled?.day ?? null,
      total: sums.total,
      children: children
        .map((child) => ({ ...child, sums: sums.children.get(child.code) ?? emptyTally }))
        .filter((child) => !child.isClosed || child.sums.entries > 0),
      trend,
      since: since && then ? { day: since, ...then } : null,
    }
  })
}
