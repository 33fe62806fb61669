/** A calendar day of Asia/Shanghai, 'YYYY-MM-DD'. Days compare as strings: '2026-11-02' < '2026-11-10'. */
export type Day = string

const dayMs = 86_400_000
const shanghaiOffsetMs = 8 * 3_600_000

/**
 * The day `count` days after `day` (before it, when negative).
 *
 * @throws RangeError when `day` is not a calendar day
 */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10)
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)
}

/**
 * The Shanghai day an instant falls on; the day begins at 00:00 +08:00.
 *
 * Right for instants from 1992 on: the summer time of 1986–1991 is not considered (birthdays are never instants here).
 * Independent of the time zone of the machine.
 */
export function shanghaiDayOf(instant: Date): Day {
  return new Date(instant.getTime() + shanghaiOffsetMs).toISOString().slice(0, 10)
}

/** The instant a Shanghai day begins. */
export function startOfDay(day: Day): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - shanghaiOffsetMs)
}

/** Whether the text is an existing calendar day written 'YYYY-MM-DD'. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
