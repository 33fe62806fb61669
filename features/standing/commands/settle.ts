import 'server-only'
import { addDays, type Day } from '@/domain/calendar/day'
import { databaseNow } from '@/server/clock'
import { inTransaction } from '@/server/context'
import { db } from '@/server/db/client'
import { restandMany } from './restand-many'
import { settlementDay } from './settlement-day'
import { writeDailyTallies } from './write-daily-tallies'

const chunkSize = 1_000

export interface Settled {
  readonly day: Day
  readonly entries: number
  /** Days whose daily tallies were written now, over all programmes. */
  readonly daysTallied: number
}

/**
 * The midnight job: settles every entry whose time line changes by `day`, writes the daily tallies of the days before it that are missing
 * (also those missed while the worker was down), and notes the day as settled for each programme.
 *
 * Idempotent, restartable (each chunk of 1,000 entries is its own transaction), safe beside ordinary work and beside itself.
 * Run it several times a day: an entry whose transaction began before midnight and ended after it is found by the next run.
 *
 * @param day left out, the database's Shanghai day. Only tests say another, never one before the last settled day.
 */
export async function settle(day?: Day): Promise<Settled> {
  const now = settlementDay(await databaseNow(db))
  const today = day ?? now.today
  const entries = await settleEntries(today, day)
  const programmes = await db.programme.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  let daysTallied = 0
  for (const { id } of programmes) {
    const last = day ? addDays(day, -1) : now.lastFullDay
    for (const missed of await daysToTally(id, last)) {
      if (await writeDailyTallies(id, missed)) daysTallied += 1
    }
    await db.$executeRaw`
      INSERT INTO settlement (programme_id, day) VALUES (${id}::uuid, ${today}::date) ON CONFLICT (programme_id, day) DO NOTHING`
  }
  return { day: today, entries, daysTallied }
}

async function settleEntries(today: Day, told?: Day): Promise<number> {
  let done = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const due = await db.$queryRaw<{ id: string }[]>`
      SELECT entry_id AS id FROM standing WHERE next_change_on <= ${today}::date AND entry_id > ${after}::uuid
      ORDER BY entry_id LIMIT ${chunkSize}`
    const last = due.at(-1)
    if (!last) return done
    const ids = due.map((row) => row.id)
    await inTransaction((tx) => restandMany(tx, ids, told))
    done += due.length
    after = last.id
  }
}

/** The days after the last written one, up to `last`; only `last` itself when none was written yet. None before the programme began. */
async function daysToTally(programmeId: string, last: Day): Promise<Day[]> {
  const rows = await db.$queryRaw<{ day: Day }[]>`
    SELECT to_char(d, 'YYYY-MM-DD') AS day
    FROM programme p, generate_series(
      greatest(p.from_on, coalesce((SELECT max(s.day) + 1 FROM settlement s
        WHERE s.programme_id = p.id AND s.tallied_at IS NOT NULL), ${last}::date)),
      least(${last}::date, coalesce(p.to_on - 1, ${last}::date)), interval '1 day') AS d
    WHERE p.id = ${programmeId}::uuid ORDER BY d`
  return rows.map((row) => row.day)
}
