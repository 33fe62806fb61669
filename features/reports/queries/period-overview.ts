import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { shanghaiToday } from '@/server/clock'
import { db } from '@/server/db/client'
import { readSnapshot } from '@/server/db/snapshot'
import type { ReportView } from '../input'
import { formerPeriod, type PeriodInView, periodsInView } from './period-in-view'
import { rowsOfDay } from './period-source'
import { emptySums, periodSums, type PeriodSums, sumsByPeriod } from './period-sums'
import { chosenProgramme, type ProgrammeOfReport, reportedProgrammes } from './reported-programme'
import { type RegionOfReport, reportedRegion } from './reported-region'

export type PeriodOverview = {
  region: RegionOfReport
  programmes: ProgrammeOfReport[]
  programme: ProgrammeOfReport | null
  /** Newest first. */
  periods: { period: PeriodInView; total: PeriodSums; hasBulletin: boolean }[]
}

/** The periods of a programme with their figures for the officer's region. Null when the region is not theirs. */
export async function periodOverview(actor: Actor, view: ReportView): Promise<PeriodOverview | null> {
  const region = await reportedRegion(actor, view.region)
  if (!region) return null
  const today = shanghaiToday()
  const programmes = await reportedProgrammes()
  const programme = chosenProgramme(programmes, view.programme, today)
  if (!programme) return { region, programmes, programme, periods: [] }
  const area = { path: region.path, keyOnly: view.roster === 'key' }
  const periods = await periodsInView(programme.id, today)
  const open = periods.find((one) => one.frozenAt === null)
  const before = open ? await formerPeriod(programme.id, open.fromOn) : null
  const bulletins = await db.bulletin.findMany({
    where: { regionId: region.id, periodId: { in: periods.map((one) => one.id) }, docxFileId: { not: null } },
    select: { periodId: true },
  })
  return readSnapshot(async (snapshot) => {
    const frozen = await sumsByPeriod(snapshot, programme.id, area)
    const soFar = open ? await periodSums(snapshot, rowsOfDay(programme.id, open.on, before), area) : null
    return {
      region,
      programmes,
      programme,
      periods: periods.map((period) => ({
        period,
        total: (period.frozenAt ? frozen.get(period.id) : soFar?.total) ?? emptySums,
        hasBulletin: bulletins.some((one) => one.periodId === period.id),
      })),
    }
  })
}
