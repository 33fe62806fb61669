import type { Day } from '@/domain/calendar/day'
import { standingOf } from '@/domain/rates/standing-of'
import type { LoadedEntries } from './queries/loaded-entries'
import type { DerivedRows } from './row-differences'
import { intervalRows, seatRows, standingRow } from './standing-rows'

/** The rows that `standingOf` wants for the loaded entries, on the day `dayOf` names for each. */
export function derivedRows(loaded: LoadedEntries, dayOf: (entryId: string) => Day): DerivedRows {
  const days = loaded.entries.map((entry) => dayOf(entry.entryId))
  const standings = loaded.entries.map((entry, index) => standingOf(entry, days[index] ?? loaded.today))
  return {
    standings: standings.map((standing, index) => standingRow(standing, days[index] ?? loaded.today)),
    seats: standings.flatMap(seatRows),
    intervals: standings.flatMap(intervalRows),
  }
}
