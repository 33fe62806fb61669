import 'server-only'
import { addDays, type Day } from '@/domain/calendar/day'
import { settlementDay } from '@/features/standing/commands/settlement-day'
import { databaseNow } from '@/server/clock'
import { db } from '@/server/db/client'
import { columnOfDay, dayOfColumn } from '@/server/db/day'
import { freezePeriod } from './freeze-period'
import { openPeriod } from './open-period'

/**
 * Freezes every period whose last day is over and opens the one after it, also several in a row when the worker was down. Idempotent,
 * safe beside itself.
 *
 * @param today left out, the database's Shanghai day; only tests and the demonstration say another
 * @returns how many periods were frozen now
 */
export async function keepPeriods(today?: Day): Promise<number> {
  const until = today ? addDays(today, -1) : settlementDay(await databaseNow(db)).lastFullDay
  const programmes = await db.programme.findMany({
    where: { closingDay: { not: null } },
    select: { id: true, closingDay: true, toOn: true },
    orderBy: { id: 'asc' },
  })
  let frozen = 0
  for (const programme of programmes) {
    await openPeriod(programme.id, null)
    const endOn = programme.toOn ? dayOfColumn(programme.toOn) : null
    // A period that ends on another day than the closing day says is about to be moved by `setPeriodsAgain`.
    const isPlanned = (toOn: Day) => toOn === endOn || Number(addDays(toOn, -1).slice(8)) === programme.closingDay
    frozen += await freezeDue(programme.id, until, isPlanned)
  }
  return frozen
}

/** After the closing day of a programme was set on the day `on`: what had ended by then is frozen first, then the open period is set anew. */
export async function setPeriodsAgain(programmeId: string, on: Day): Promise<void> {
  const { lastFullDay } = settlementDay(await databaseNow(db))
  const before = addDays(on, -1)
  await freezeDue(programmeId, before < lastFullDay ? before : lastFullDay, () => true)
  await openPeriod(programmeId, on)
}

async function freezeDue(programmeId: string, until: Day, isPlanned: (toOn: Day) => boolean): Promise<number> {
  let frozen = 0
  for (;;) {
    const due = await db.reportingPeriod.findFirst({
      where: { programmeId, frozenAt: null, toOn: { lte: columnOfDay(addDays(until, 1)) } },
      orderBy: { toOn: 'asc' },
    })
    if (!due) return frozen
    const period = { id: due.id, programmeId, fromOn: dayOfColumn(due.fromOn), toOn: dayOfColumn(due.toOn) }
    if (!isPlanned(period.toOn) || (await isRestanding(programmeId))) return frozen
    if (await freezePeriod(period)) frozen += 1
    await openPeriod(programmeId, null)
  }
}

/** Whether time lines are still being counted anew after a change of rules: then the figures of a past day are not known yet. */
async function isRestanding(programmeId: string): Promise<boolean> {
  return (await db.restandRun.count({ where: { programmeId, finishedAt: null } })) > 0
}
