import { OFFICERS, page, type Rule } from './rule'

/** The first steps, each officer's own; and the city's list of regions. */
export const START_RULES: readonly Rule[] = [
  page('/manage/start', OFFICERS),
  page('/manage/roster/regions/list', ['city']),
]
