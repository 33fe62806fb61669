import 'server-only'
import { addDays, type Day } from '@/domain/calendar/day'
import type { TrainingRule } from '@/domain/rates/entry-facts'
import { db } from '@/server/db/client'
import { dayOfColumn } from '@/server/db/day'
import type { FormerPeriod } from './period-source'
import { rulesOn } from './reported-programme'

/** A period as shown. An open one has the rules of today and is counted as of today. */
export type PeriodInView = {
  id: string
  programmeId: string
  fromOn: Day
  /** The closing day. */
  lastDay: Day
  frozenAt: Date | null
  /** The day its figures are of. */
  on: Day
  trainingRule: TrainingRule
  /** 原口径, shown beside; null = not shown. */
  formerRule: TrainingRule | null
  definitionVersion: number
}

type Row = NonNullable<Awaited<ReturnType<typeof db.reportingPeriod.findFirst>>>
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The period with this id, or null. Periods are the programme's, so every officer knows them; the numbers in them are not. */
export async function periodInView(id: string, today: Day): Promise<PeriodInView | null> {
  if (!uuid.test(id)) return null
  const row = await db.reportingPeriod.findUnique({ where: { id } })
  return row ? shown(row, today) : null
}

/** The periods of a programme, newest first. */
export async function periodsInView(programmeId: string, today: Day): Promise<PeriodInView[]> {
  const rows = await db.reportingPeriod.findMany({ where: { programmeId }, orderBy: { toOn: 'desc' } })
  return Promise.all(rows.map((row) => shown(row, today)))
}

/** The frozen period that ended the day before `fromOn`; null before the first. */
export async function formerPeriod(programmeId: string, fromOn: Day): Promise<(FormerPeriod & { fromOn: Day }) | null> {
  const row = await db.reportingPeriod.findFirst({
    where: { programmeId, toOn: new Date(`${fromOn}T00:00:00Z`), frozenAt: { not: null } },
  })
  return row ? { id: row.id, fromOn: dayOfColumn(row.fromOn), lastDay: addDays(dayOfColumn(row.toOn), -1) } : null
}

async function shown(row: Row, today: Day): Promise<PeriodInView> {
  const lastDay = addDays(dayOfColumn(row.toOn), -1)
  const on = row.frozenAt || lastDay < today ? lastDay : today
  const common = { id: row.id, programmeId: row.programmeId, fromOn: dayOfColumn(row.fromOn), lastDay, on }
  if (!row.frozenAt) return { ...common, frozenAt: null, ...(await rulesOn(row.programmeId, on)) }
  return {
    ...common,
    frozenAt: row.frozenAt,
    trainingRule: row.trainingRule ?? 'ANY',
    formerRule: row.formerRule,
    definitionVersion: row.definitionVersion ?? 1,
  }
}
