import { OFFICERS, page, type Rule } from './rule'

const COURSE = 'guiji-fuzhuzhang'

/** What authors see: content for every officer, keys and figures for the city (and authors) alone; signals for each area's officers. */
export const AUTHOR_RULES: readonly Rule[] = [
  page('/author', OFFICERS),
  page('/author/courses/[course]', ['city'], () => `/author/courses/${COURSE}`),
  page('/author/courses/[course]/paper', ['city'], () => `/author/courses/${COURSE}/paper?draw=a`),
  page(
    '/author/courses/[course]/questions/[question]',
    ['city'],
    () => `/author/courses/${COURSE}/questions/activity-size-change`,
  ),
  page('/author/exchange', ['city'], () => `/author/exchange?course=${COURSE}&format=gift`),
  page('/author/exchange/[course]/[format]', ['city'], () => `/author/exchange/${COURSE}/gift`),
  page('/manage/signals', OFFICERS),
]
