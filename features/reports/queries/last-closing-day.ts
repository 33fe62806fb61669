import 'server-only'
import { addDays, type Day } from '@/domain/calendar/day'
import { db } from '@/server/db/client'
import { dayOfColumn } from '@/server/db/day'

/** The closing day of the last frozen period of a programme; null before the first. */
export async function lastClosingDay(programmeId: string): Promise<Day | null> {
  const row = await db.reportingPeriod.findFirst({
    where: { programmeId, frozenAt: { not: null } },
    orderBy: { toOn: 'desc' },
    select: { toOn: true },
  })
  return row ? addDays(dayOfColumn(row.toOn), -1) : null
}
