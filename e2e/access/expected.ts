import { RESULTS_RULES } from './expected-results'
import { LEARN_RULES } from './expected-learn'
import { FILLBACK } from './expected-fillback'
import { TEMPLATE_RULES } from './expected-templates'
import { REPORT_RULES } from './expected-reports'
import { PERSON_RULES } from './expected-person'
import { SERVICE_RULES } from './expected-service'
import { START_RULES } from './expected-start'
import { AUTHOR_RULES } from './expected-author'
import {
  ACCOUNTS,
  CHAIN,
  CHAIN_READERS,
  ELSEWHERE,
  EVERYBODY,
  goes,
  OFFICERS,
  page,
  READERS,
  type Rule,
  SIGNED_IN,
} from './rule'

const FORM = {}

/** Everybody and everything; see `Rule`. A group of pages may keep its rows in a file of its own, spread in at the end. */
export const RULES: readonly Rule[] = [
  // Anybody.
  {
    ...page('/', ['anonymous']),
    goes: { ...goes(SIGNED_IN, /^\/learn$/), ...goes([...READERS, 'agency'], /^\/manage$/) },
  },
  { ...page('/sign-in', ['anonymous', 'head by link']), goes: goes(ACCOUNTS, /^\/$/) },
  page('/help', EVERYBODY),
  page('/accessibility', EVERYBODY),
  page('/worksheets', EVERYBODY),
  page('/s/[token]', EVERYBODY, ({ here }) => `/s/${here.sessionToken}`),
  page('/s/[token]', [], () => '/s/no-such-session'),
  page('/desk', EVERYBODY, () => '/desk?search=%E9%99%90%E9%A2%9D'),
  page('/desk/costs', EVERYBODY),
  page('/desk/glossary', EVERYBODY),
  page('/desk/timeline', EVERYBODY),
  page('/desk/answers', EVERYBODY),
  page('/worksheets/[name]', EVERYBODY, () => '/worksheets/ledger'),
  page('/worksheets/[name]', [], () => '/worksheets/no-such-book'),
  page('/suggest', EVERYBODY),
  page('/verify', EVERYBODY),
  page('/verify/[token]', EVERYBODY, ({ here }) => `/verify/${here.certificateToken}`),
  page('/l', EVERYBODY),
  {
    ...page(
      '/l/[token]',
      EVERYBODY.filter((name) => !name.startsWith('head')),
      ({ linkPath }) => linkPath,
    ),
    goes: goes(['head by link', 'head'], /^\/learn\/start$/),
  },
  page('/setup/[token]', [], () => `/setup/${'A'.repeat(22)}`),
  { ...page('/healthz', EVERYBODY) },
  { ...page('/readyz', EVERYBODY) },
  { ...page('/api/auth/[...nextauth]', EVERYBODY, () => '/api/auth/providers') },
  {
    route: '/api/preferences',
    method: 'POST',
    address: () => '/api/preferences',
    form: () => ({ theme: 'light', back: '/help' }),
    opens: [],
    goes: goes(EVERYBODY, /^\/help$/),
  },
  {
    route: '/sign-in/sso',
    method: 'POST',
    address: () => '/sign-in/sso',
    form: () => FORM,
    opens: EVERYBODY,
    status: 404,
  },

  page('/api/certificates/[id]/pdf', ['clerk', ...CHAIN], ({ here }) => `/api/certificates/${here.certificateId}/pdf`),
  page(
    '/api/certificates/[id]/pdf',
    ['other clerk', ...ELSEWHERE],
    ({ elsewhere }) => `/api/certificates/${elsewhere.certificateId}/pdf`,
  ),

  // The account. By link only a clerk may make one; a head is told so.
  { ...page('/account', ACCOUNTS), goes: goes(['head by link'], /^\/account\/password$/) },
  page('/account/password', SIGNED_IN),
  page('/account/logins', ACCOUNTS),
  page('/account/totp', ACCOUNTS),
  page('/account/totp/codes', ACCOUNTS),

  // Officers, each in their own subtree.
  {
    ...page('/manage', []),
    goes: {
      ...goes(OFFICERS, /^\/manage\/today$/),
      ...goes(['auditor'], /^\/manage\/area\/\d+$/),
      ...goes(['agency'], /^\/manage\/service$/),
    },
  },
  page('/manage/area/[code]', CHAIN_READERS, ({ here }) => `/manage/area/${here.townshipCode}`),
  page('/manage/area/[code]', ['county', 'city', 'auditor'], ({ here }) => `/manage/area/${here.countyCode}`),
  page('/manage/area/[code]', ELSEWHERE, ({ elsewhere }) => `/manage/area/${elsewhere.townshipCode}`),
  page('/manage/area/[code]', ['city'], () => '/manage/area/3302'),
  page('/manage/today', OFFICERS),
  page('/manage/help', [...READERS, 'agency']),
  page('/manage/messages', OFFICERS),
  page('/manage/spot-checks', OFFICERS),
  page('/manage/spot-checks/[id]', CHAIN, ({ here }) => `/manage/spot-checks/${here.spotCheckId}`),
  page('/manage/spot-checks/[id]', ELSEWHERE, ({ elsewhere }) => `/manage/spot-checks/${elsewhere.spotCheckId}`),
  // Names in full: the entry's own level and its parent, not the city.
  page(
    '/manage/spot-checks/ask/[seat]',
    ['township', 'county'],
    ({ here }) => `/manage/spot-checks/ask/${here.spotSeatId}`,
  ),
  page(
    '/manage/spot-checks/ask/[seat]',
    ['other county'],
    ({ elsewhere }) => `/manage/spot-checks/ask/${elsewhere.spotSeatId}`,
  ),
  page('/manage/inquiries', OFFICERS),
  page('/manage/contacts', OFFICERS),
  page('/manage/contacts/owners', OFFICERS),
  page('/manage/contacts/cases', OFFICERS),
  page('/manage/area/[code]/concepts', CHAIN_READERS, ({ here }) => `/manage/area/${here.townshipCode}/concepts`),
  page('/manage/area/[code]/concepts', ELSEWHERE, ({ elsewhere }) => `/manage/area/${elsewhere.townshipCode}/concepts`),
  page('/manage/area/[code]/concepts', ['city'], () => '/manage/area/3302/concepts'),
  page('/manage/definitions', READERS),
  page('/manage/lists/[rate]', READERS, () => '/manage/lists/training'),
  page('/manage/lists/[rate]', CHAIN_READERS, ({ here }) => `/manage/lists/readiness?region=${here.townshipCode}`),
  page(
    '/manage/lists/[rate]',
    ELSEWHERE,
    ({ elsewhere }) => `/manage/lists/readiness?region=${elsewhere.townshipCode}`,
  ),
  page('/manage/lists/[rate]', ['city'], () => '/manage/lists/training?region=3302'),
  page('/api/lists/[rate]', CHAIN, ({ here }) => `/api/lists/readiness?region=${here.townshipCode}`),
  page('/api/lists/[rate]', ELSEWHERE, ({ elsewhere }) => `/api/lists/readiness?region=${elsewhere.townshipCode}`),
  page('/manage/roster', READERS),
  page('/manage/roster/proposals', READERS),
  page('/manage/roster/[entry]', CHAIN_READERS, ({ here }) => `/manage/roster/${here.entryId}`),
  page('/manage/roster/[entry]', ELSEWHERE, ({ elsewhere }) => `/manage/roster/${elsewhere.entryId}`),
  page('/manage/roster/imports', OFFICERS),
  page('/manage/roster/imports/[id]', ['county', 'city'], ({ here }) => `/manage/roster/imports/${here.importId}`),
  page('/manage/roster/imports/[id]', ELSEWHERE, ({ elsewhere }) => `/manage/roster/imports/${elsewhere.importId}`),
  page('/manage/roster/template', OFFICERS),
  page('/manage/roster/regions', ['city']),
  page('/manage/programmes/new', ['city']),
  page('/manage/programmes', ['city']),
  page('/manage/programmes/copy/[id]', ['city'], ({ programmeId }) => `/manage/programmes/copy/${programmeId}`),
  page('/manage/links', OFFICERS),
  page('/manage/links/[holding]', CHAIN, ({ here }) => `/manage/links/${here.clerkHolding}`),
  page('/manage/links/[holding]', ELSEWHERE, ({ elsewhere }) => `/manage/links/${elsewhere.clerkHolding}`),
  {
    // Names and mobiles in full: the entry's own level and its parent, not the city.
    route: '/manage/links/letters',
    method: 'POST',
    address: () => '/manage/links/letters',
    form: ({ here }) => ({ holding: here.clerkHolding }),
    opens: ['township', 'county'],
  },
  {
    route: '/manage/links/letters',
    method: 'POST',
    address: () => '/manage/links/letters',
    form: ({ elsewhere }) => ({ holding: elsewhere.clerkHolding }),
    opens: ['other county'],
  },
  {
    // Without a public address no list leaves the house; whoever may ask is told so.
    route: '/manage/links/sheet',
    method: 'POST',
    address: () => '/manage/links/sheet',
    form: () => FORM,
    opens: OFFICERS,
    status: 409,
  },
  page('/manage/officers', OFFICERS),
  page('/manage/audit', READERS),
  page('/manage/audit', READERS, ({ here }) => `/manage/audit?subject=${here.entryId}&kind=group:roster`),
  page('/manage/certificates', OFFICERS),
  page('/manage/certificates/[id]', CHAIN, ({ here }) => `/manage/certificates/${here.certificateId}`),
  page('/manage/certificates/[id]', ELSEWHERE, ({ elsewhere }) => `/manage/certificates/${elsewhere.certificateId}`),
  page('/manage/suggestions', OFFICERS),
  ...RESULTS_RULES,
  ...FILLBACK,
  ...TEMPLATE_RULES,
  ...REPORT_RULES,
  ...LEARN_RULES,
  ...PERSON_RULES,
  ...SERVICE_RULES,
  ...START_RULES,
  ...AUTHOR_RULES,
]
