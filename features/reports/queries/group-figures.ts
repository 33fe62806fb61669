import 'server-only'
import { addDays, type Day } from '@/domain/calendar/day'
import type { Actor } from '@/domain/permissions/actor'
import { type RateFigure, rateFigure, type ShownRate, shownRates } from '@/domain/rates/rate-display'
import { mayNameEnterprise } from '@/domain/reports/names-allowed'
import { rateChange, type RateChange } from '@/domain/reports/rate-change'
import { shortEnterpriseName, shortRegionName } from '@/domain/reports/short-name'
import { shanghaiToday } from '@/server/clock'
import { db } from '@/server/db/client'
import { dayOfColumn } from '@/server/db/day'
import { readSnapshot } from '@/server/db/snapshot'
import type { ReportView } from '../input'
import { openEntries } from './open-entries'
import { frozenRows, rowsOfDay } from './period-source'
import { periodSums } from './period-sums'
import { chosenProgramme, type ProgrammeOfReport, reportedProgrammes, rulesOn } from './reported-programme'
import { type RegionOfReport, reportedRegion } from './reported-region'

/** What a group text says: figures of now, short names, nobody's name. */
export type GroupFigures = {
  region: string
  programme: string
  isDemonstration: boolean
  day: Day
  keyOnly: boolean
  rates: { rate: ShownRate; figure: RateFigure; change: RateChange | null }[]
  /** The closing day that the change is since; null before the first. */
  since: Day | null
  /** Enterprises whose training is still to be completed; the sum of the children's where there are any. */
  missing: number
  /** In the regions' own order. */
  children: { name: string; missing: number }[]
  /** Some of those enterprises, where this level may name them. */
  names: string[]
}

export type GroupPage = {
  region: RegionOfReport
  programme: ProgrammeOfReport | null
  programmes: ProgrammeOfReport[]
  figures: GroupFigures | null
}

/** The figures of now for a work group of a region; without a programme there are none. Null when the region is not the officer's. */
export async function groupPage(actor: Actor, view: ReportView): Promise<GroupPage | null> {
  const region = await reportedRegion(actor, view.region)
  if (!region) return null
  const today = shanghaiToday()
  const programmes = await reportedProgrammes()
  const programme = chosenProgramme(programmes, view.programme, today)
  if (!programme) return { region, programme, programmes, figures: null }
  // After the programme's last day, now stays that day.
  const day = programme.toOn && programme.toOn <= today ? addDays(programme.toOn, -1) : today
  return { region, programme, programmes, figures: await figuresOf(region, programme, day, view.roster === 'key') }
}

async function figuresOf(
  region: RegionOfReport,
  programme: ProgrammeOfReport,
  day: Day,
  keyOnly: boolean,
): Promise<GroupFigures> {
  const { trainingRule } = await rulesOn(programme.id, day)
  const last = await db.reportingPeriod.findFirst({
    where: { programmeId: programme.id, frozenAt: { not: null } },
    orderBy: { toOn: 'desc' },
  })
  const former = last ? { id: last.id, lastDay: addDays(dayOfColumn(last.toOn), -1) } : null
  const area = { path: region.path, keyOnly }
  const rows = rowsOfDay(programme.id, day, former)
  return readSnapshot(async (snapshot) => {
    const now = await periodSums(snapshot, rows, area)
    const before = former ? await periodSums(snapshot, frozenRows(former.id), area) : null
    const children = await snapshot.rows<{ code: string; name: string }>(
      `SELECT code, name FROM region WHERE parent_id = $1 ORDER BY sort_order, code`,
      [region.id],
    )
    const open =
      region.kind === 'CITY'
        ? []
        : await openEntries(snapshot, { rows, rule: trainingRule, ...area, on: day }, 'training')
    const figure = rateFigure(now.total.sums, 'training', trainingRule)
    return {
      region: shortRegionName(region.name),
      programme: programme.name,
      isDemonstration: programme.isDemonstration,
      day,
      keyOnly,
      rates: shownRates.map((rate) => {
        const shown = rateFigure(now.total.sums, rate, trainingRule)
        const then = before ? rateFigure(before.total.sums, rate, trainingRule) : null
        return { rate, figure: shown, change: then ? rateChange(shown, then) : null }
      }),
      since: former?.lastDay ?? null,
      missing: figure.whole - figure.part,
      children: children.flatMap(({ code, name }) => {
        const sums = now.children.get(code)?.sums
        if (!sums) return []
        const { part, whole } = rateFigure(sums, 'training', trainingRule)
        return [{ name: shortRegionName(name), missing: whole - part }]
      }),
      names: open
        .filter((one) => mayNameEnterprise(region, one.leafPath))
        .map((one) => shortEnterpriseName(one.enterprise)),
    }
  })
}
