import { columnOfDay, dayOfColumn } from '@/server/db/day'

/** What ends an open interval on a day: its `toOn`, or, when it only began that day, its retraction, as no interval is empty. */
export function ending(fromOn: Date, toOn: string, by: string) {
  if (dayOfColumn(fromOn) < toOn) return { toOn: columnOfDay(toOn) }
  return { retractedAt: new Date(), retractedById: by }
}
