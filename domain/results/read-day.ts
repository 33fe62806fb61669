import { type Day, isDay } from '@/domain/calendar/day'
import { cleanText } from '@/domain/roster/cell-text'

const DATE = /(?<!\d)(\d{4})\s?[年/.-]\s?(\d{1,2})\s?[月/.-]\s?(\d{1,2})\s?日?(?!\d)/g
const WHOLE =
  /^(\d{4}) ?[年/.-] ?(\d{1,2}) ?[月/.-] ?(\d{1,2}) ?日?(?:[ T]*(?:星期.|周.)?[ T]*(上午|下午)? ?(\d{1,2}) ?[:时点] ?(\d{1,2})?(?: ?[:分] ?(\d{1,2})(?:\.\d+)?秒?)?分?)?$/

/**
 * A day with or without the time of day, as people and services write it: 2026/9/12, 2026-09-12 14:03, 2026年9月12日 14:03:22.
 *
 * @returns the day and the time ('00:00:00' when none is written); null when it is no such text or no existing day. A day
 * without its year, or one whose order is unclear (9/12/2026), is none: it is never guessed.
 */
export function readMoment(raw: string): { day: Day; time: string } | null {
  const parts = WHOLE.exec(cleanText(raw))
  if (!parts) return null
  const [, year = '', month = '', date = '', half, hour = '0', minute = '0', second = '0'] = parts
  const day = dayOf(year, month, date)
  const hours = Number(hour) + (half === '下午' && Number(hour) < 12 ? 12 : 0)
  if (!day || hours > 23 || Number(minute) > 59 || Number(second) > 59) return null
  return { day, time: [String(hours), minute, second].map((part) => part.padStart(2, '0')).join(':') }
}

/** The one day that is written anywhere in some texts; null when none or several different ones are. */
export function onlyDayIn(texts: readonly string[]): Day | null {
  const days = new Set<Day>()
  for (const text of texts)
    for (const [, year = '', month = '', date = ''] of cleanText(text).matchAll(DATE)) {
      const day = dayOf(year, month, date)
      if (day) days.add(day)
    }
  const [only] = days
  return days.size === 1 && only ? only : null
}

function dayOf(year: string, month: string, date: string): Day | null {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : null
}
