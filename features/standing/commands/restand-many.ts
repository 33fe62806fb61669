import 'server-only'
import type { Day } from '@/domain/calendar/day'
import type { Transaction } from '@/server/db/client'
import { correctionsOf } from '../corrections'
import { derivedRows } from '../derived-rows'
import { loadedEntries } from '../queries/loaded-entries'
import { isSame, type RowDifferences, rowDifferences } from '../row-differences'
import { rememberedState } from '../standing-rows'
import { TallyChanges } from '../tally-changes'
import { lockStandings } from './lock-standings'
import { isSingleMove, moveTallies } from './move-tallies'
import { saveStandings } from './save-standings'

const chunkSize = 1_000

/**
 * Brings the standings of `entryIds` and the tallies they are counted in up to date with the facts written so far in `tx`.
 * It is the only writer of both.
 *
 * Call it once, as the last step of the transaction that wrote the facts (READ COMMITTED). When facts or holdings of persons changed, the
 * persons were locked before (`lockPersonsAndFindEntries`). Locks are taken in sorted phases (persons, standings, tallies), so
 * concurrent calls never deadlock; facts are read after the locks, so none is lost. Running it twice changes nothing.
 *
 * @param entryIds in any order, repeats allowed; as many as one transaction can hold (facts are read in chunks of 1,000)
 * @param on the day to settle to; left out, the database's Shanghai day once the locks are held. Only settlement and tests say it.
 */
export async function restandMany(tx: Transaction, entryIds: readonly string[], on?: Day): Promise<void> {
  const ids = [...new Set(entryIds)].sort()
  if (ids.length === 0) return
  await lockStandings(tx, ids)
  const changes = new TallyChanges()
  for (let start = 0; start < ids.length; start += chunkSize) {
    const differences = await changedRows(tx, ids.slice(start, start + chunkSize), changes, on)
    if (isSame(differences)) continue
    const isAll = ids.length <= chunkSize && isSingleMove(changes.sorted())
    await saveStandings(tx, differences, isAll ? changes.sorted() : [])
    if (isAll) return
  }
  await moveTallies(tx, changes.sorted())
}

/** Loads one chunk, decides it anew, and notes in `changes` what has to move between tallies. */
async function changedRows(
  tx: Transaction,
  ids: readonly string[],
  changes: TallyChanges,
  on?: Day,
): Promise<RowDifferences> {
  const loaded = await loadedEntries(tx, ids)
  const today = on ?? loaded.today
  const differences = rowDifferences(
    loaded.stored,
    derivedRows(loaded, () => today),
  )
  const remembered = new Map(loaded.stored.standings.map((row) => [row.entry_id, rememberedState(row)]))
  for (const row of differences.standings) {
    changes.move(row.programme_id, remembered.get(row.entry_id) ?? null, rememberedState(row))
  }
  for (const { programmeId, place, day } of correctionsOf(differences, today)) changes.correct(programmeId, place, day)
  return differences
}
