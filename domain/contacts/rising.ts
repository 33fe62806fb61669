import { addDays, type Day } from '../calendar/day'

/** Who is asked to look at an enterprise that has something open and that nobody has spoken to: it rises by itself, by the calendar alone. */
export const CASE_LEVELS = ['LEAF', 'COUNTY', 'CITY'] as const
export type CaseLevel = (typeof CASE_LEVELS)[number]

/** Days of quiet after which a case rises to the level above the leaf, and to the city. */
export const RISES_AFTER_DAYS = { COUNTY: 21, CITY: 42 } as const

/**
 * Where a case stands on a day. `quietSince`: the day somebody of the enterprise was last spoken to (an unanswered call is no talk), or the day it came
 * onto the roster. A talk brings it back to the leaf. Source: decision 045.
 */
export function caseLevel(quietSince: Day, on: Day): CaseLevel {
  if (on >= addDays(quietSince, RISES_AFTER_DAYS.CITY)) return 'CITY'
  return on >= addDays(quietSince, RISES_AFTER_DAYS.COUNTY) ? 'COUNTY' : 'LEAF'
}

/** The day on which a case rises next when nobody speaks to the enterprise; null when it stands with the city. */
export function risesOn(quietSince: Day, on: Day): Day | null {
  const level = caseLevel(quietSince, on)
  if (level === 'CITY') return null
  return addDays(quietSince, level === 'LEAF' ? RISES_AFTER_DAYS.COUNTY : RISES_AFTER_DAYS.CITY)
}
