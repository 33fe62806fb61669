import 'server-only'
import type { Day } from '@/domain/calendar/day'
import type { DayInterval } from '@/domain/calendar/interval'
import { type Period, periodFrom, periodOf } from '@/domain/periods/closing-day'
import { inTransaction } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { columnOfDay, dayOfColumn } from '@/server/db/day'
import { newId } from '@/server/db/id'

/**
 * Brings the open period of a programme in line with its closing day as set on the day `on`: opens the first or the next one, moves the end of the
 * open one to a coming closing day, or removes it when there is no closing day any more. Frozen periods are never touched.
 *
 * @param on null = nothing was set: only the period after a frozen one is opened
 */
export function openPeriod(programmeId: string, on: Day | null): Promise<void> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`reporting-periods:${programmeId}`}))`
    const programme = await tx.programme.findUniqueOrThrow({ where: { id: programmeId } })
    const periods = await tx.reportingPeriod.findMany({ where: { programmeId }, orderBy: { toOn: 'desc' }, take: 2 })
    const open = periods.find((one) => one.frozenAt === null)
    if (open && on === null) return
    const frozen = periods.find((one) => one.frozenAt !== null)
    const days = { fromOn: dayOfColumn(programme.fromOn), toOn: programme.toOn ? dayOfColumn(programme.toOn) : null }
    const wanted = wantedPeriod({
      closingDay: programme.closingDay,
      on,
      startOn: open ? dayOfColumn(open.fromOn) : frozen ? dayOfColumn(frozen.toOn) : null,
      days,
    })
    await write(tx, programmeId, open?.id ?? null, wanted)
  })
}

function wantedPeriod(asked: {
  closingDay: number | null
  on: Day | null
  startOn: Day | null
  days: DayInterval
}): Period | null {
  const { closingDay, on, startOn, days } = asked
  if (closingDay === null) return null
  if (startOn !== null) return periodFrom(startOn, on ?? startOn, closingDay, days)
  if (on === null) return null
  // Set before the programme begins: its first period begins with it.
  return periodOf(on < days.fromOn ? days.fromOn : on, closingDay, days)
}

async function write(tx: Transaction, programmeId: string, openId: string | null, wanted: Period | null) {
  if (openId && !wanted) await tx.reportingPeriod.deleteMany({ where: { id: openId, frozenAt: null } })
  if (!wanted) return
  const days = { fromOn: columnOfDay(wanted.fromOn), toOn: columnOfDay(wanted.toOn) }
  if (openId) await tx.reportingPeriod.updateMany({ where: { id: openId, frozenAt: null }, data: days })
  else await tx.reportingPeriod.create({ data: { id: newId(), programmeId, ...days } })
}
