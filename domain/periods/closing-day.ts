import { addDays, type Day } from '@/domain/calendar/day'
import { covers, type DayInterval } from '@/domain/calendar/interval'

/** A reporting period: days from `fromOn` up to, but not including, `toOn`, the day after the closing day. */
export interface Period {
  readonly fromOn: Day
  readonly toOn: Day
}

/** The days of the month that may be a closing day: those that every month has. */
export const closingDays = { first: 1, last: 28 } as const

/**
 * The first closing day on or after `day`.
 *
 * @param closingDay day of the month, 1 to 28
 * @throws RangeError for any other day of the month, which some month would not have
 */
export function closingOnOrAfter(day: Day, closingDay: number): Day {
  if (!Number.isInteger(closingDay) || closingDay < closingDays.first || closingDay > closingDays.last) {
    throw new RangeError(`No closing day: ${closingDay}`)
  }
  const [year = 0, month = 0] = day.split('-').map(Number)
  const closing = dayOf(year, month, closingDay)
  return closing >= day ? closing : dayOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, closingDay)
}

/**
 * The period a day lies in: from the day after the last closing day before it to the next closing day, cut to the programme's own days.
 *
 * @returns null when the day is none of the programme's
 */
export function periodOf(day: Day, closingDay: number, programme: DayInterval): Period | null {
  if (!covers(programme, day)) return null
  const last = closingOnOrAfter(day, closingDay)
  // Two closing days lie 28 to 31 days apart, so the one before `last` is the first from 31 days earlier on.
  const fromOn = addDays(closingOnOrAfter(addDays(last, -31), closingDay), 1)
  return cut({ fromOn, toOn: addDays(last, 1) }, programme)
}

/**
 * The period that begins on `fromOn`, as decided on the day `on`: it ends with the first closing day from then on. So a closing day that
 * is changed in the middle of a period ends that period on a coming day, never on one that has passed.
 *
 * @returns null when the programme is over by `fromOn`
 */
export function periodFrom(fromOn: Day, on: Day, closingDay: number, programme: DayInterval): Period | null {
  if (!covers(programme, fromOn)) return null
  const last = closingOnOrAfter(on > fromOn ? on : fromOn, closingDay)
  return cut({ fromOn, toOn: addDays(last, 1) }, programme)
}

/** The last day of a period: its closing day, or the programme's last day. */
export function lastDayOf(period: Period): Day {
  return addDays(period.toOn, -1)
}

function cut(period: Period, programme: DayInterval): Period {
  const { fromOn, toOn } = programme
  return {
    fromOn: period.fromOn < fromOn ? fromOn : period.fromOn,
    toOn: toOn !== null && toOn < period.toOn ? toOn : period.toOn,
  }
}

function dayOf(year: number, month: number, day: number): Day {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
