import 'server-only'
import { recordAudit } from '@/server/audit/record'
import { inTransaction, systemContext } from '@/server/context'
import { db } from '@/server/db/client'
import { derivedRows } from '../derived-rows'
import { loadedEntries } from '../queries/loaded-entries'
import { type TallyDifference, tallyDifferences } from '../queries/tally-differences'
import { rowDifferences } from '../row-differences'
import { mendTallies } from './mend-tallies'
import { restandMany } from './restand-many'

const chunkSize = 1_000
const none = { standings: 0, seats: 0, intervals: 0 }

/** One entry whose stored rows are not what its facts say. */
export interface EntryDifference {
  readonly entryId: string
  /** How many rows of each derived table would be written or removed. */
  readonly standings: number
  readonly seats: number
  readonly intervals: number
}

export interface Recount {
  readonly entries: number
  readonly differing: EntryDifference[]
  readonly tallies: TallyDifference[]
  /** Entries whose time line changes today or before and that settlement has not reached yet; no difference. */
  readonly unsettled: number
  /** Restand runs still under way: their programmes may differ until the worker has finished. */
  readonly openRuns: number
}

/**
 * Derives every standing anew from the facts, with the same function that counts, and compares it with what is stored; then every tally
 * with the sum of its standings. Reads only: each chunk of 1,000 entries is one snapshot, so ordinary work may go on beside it.
 *
 * Each entry is judged as of the day it was settled to, so the hour of the night does not matter.
 */
export async function recount(onProgress: (done: number) => void = () => {}): Promise<Recount> {
  const differing: EntryDifference[] = []
  let entries = 0
  for (let ids = await entryIdsAfter(null); ids.length > 0; ids = await entryIdsAfter(ids.at(-1) ?? null)) {
    differing.push(...(await differencesOf(ids)))
    entries += ids.length
    onProgress(entries)
  }
  const tallies = await tallyDifferences(db)
  const [due] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM standing WHERE next_change_on <= (clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date`
  const openRuns = await db.restandRun.count({ where: { finishedAt: null } })
  return { entries, differing, tallies, unsettled: due?.count ?? 0, openRuns }
}

/**
 * Mends what `recount` found: tallies become the sums of their standings, then the differing entries are restanded, in one audited
 * transaction each per 1,000. What is mended is exactly what the report lists.
 */
export async function mend(found: Pick<Recount, 'differing' | 'tallies'>): Promise<void> {
  const ctx = systemContext('recount')
  if (found.tallies.length > 0) {
    await inTransaction(async (tx) => {
      await mendTallies(tx)
      await recordAudit(tx, ctx, { kind: 'recount.mended', detail: { tallies: found.tallies.length } })
    })
  }
  for (let start = 0; start < found.differing.length; start += chunkSize) {
    const ids = found.differing.slice(start, start + chunkSize).map((one) => one.entryId)
    await inTransaction(async (tx) => {
      await recordAudit(tx, ctx, { kind: 'recount.mended', detail: { entries: ids.length } })
      await restandMany(tx, ids)
    })
  }
}

async function entryIdsAfter(id: string | null): Promise<string[]> {
  const rows = await db.rosterEntry.findMany({
    where: id ? { id: { gt: id } } : {},
    orderBy: { id: 'asc' },
    take: chunkSize,
    select: { id: true },
  })
  return rows.map((row) => row.id)
}

async function differencesOf(ids: readonly string[]): Promise<EntryDifference[]> {
  const loaded = await loadedEntries(db, ids)
  const settled = new Map(loaded.stored.standings.map((row) => [row.entry_id, row.settled_on]))
  const wanted = derivedRows(loaded, (entryId) => settled.get(entryId) ?? loaded.today)
  const { standings, seats, goneSeats, intervals, goneIntervals } = rowDifferences(loaded.stored, wanted)

  const found = new Map<string, { standings: number; seats: number; intervals: number }>()
  const note = (entryId: string, table: 'standings' | 'seats' | 'intervals') => {
    const counts = found.get(entryId) ?? { ...none }
    counts[table] += 1
    found.set(entryId, counts)
  }
  for (const row of standings) note(row.entry_id, 'standings')
  for (const row of seats) note(row.entry_id, 'seats')
  const gone = new Set(goneSeats)
  for (const row of loaded.stored.seats) if (gone.has(row.seat_id)) note(row.entry_id, 'seats')
  for (const row of [...intervals, ...goneIntervals]) note(row.entry_id, 'intervals')
  return [...found.keys()].sort().flatMap((entryId) => ({ entryId, ...(found.get(entryId) ?? none) }))
}
