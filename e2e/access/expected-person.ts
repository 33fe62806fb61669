import { CHAIN, ELSEWHERE, OFFICERS, page, type Rule } from './rule'

/** Asking in person, and the office's own list for its SMS platform. */
export const PERSON_RULES: readonly Rule[] = [
  page('/manage/in-person', OFFICERS),
  page('/manage/in-person/ask/[holding]', CHAIN, ({ headHolding }) => `/manage/in-person/ask/${headHolding}`),
  // Nobody is asked about what they are able to do.
  page('/manage/in-person/ask/[holding]', [], ({ here }) => `/manage/in-person/ask/${here.clerkHolding}`),
  page('/manage/in-person/[check]', CHAIN, ({ here }) => `/manage/in-person/${here.oralCheckId}`),
  page('/manage/in-person/[check]', ELSEWHERE, ({ elsewhere }) => `/manage/in-person/${elsewhere.oralCheckId}`),
  page('/manage/links/sheet-layout', OFFICERS),
  page('/manage/links/sheet-layout', CHAIN, ({ here }) => `/manage/links/sheet-layout?region=${here.townshipCode}`),
  page(
    '/manage/links/sheet-layout',
    ELSEWHERE,
    ({ elsewhere }) => `/manage/links/sheet-layout?region=${elsewhere.townshipCode}`,
  ),
]
