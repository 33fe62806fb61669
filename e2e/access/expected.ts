import { RESULTS_RULES } from './expected-results'
import { FILLBACK } from './expected-fillback'
import { TEMPLATE_RULES } from './expected-templates'
import { REPORT_RULES } from './expected-reports'
import { PERSON_RULES } from './expected-person'
import { START_RULES } from './expected-start'
import { AUTHOR_RULES } from './expected-author'
import { ACCOUNTS, CHAIN, ELSEWHERE, EVERYBODY, goes, OFFICERS, page, type Rule, SIGNED_IN } from './rule'

const COURSE = 'guiji-fuzhuzhang'
const FORM = {}

/** Everybody and everything; see `Rule`. A group of pages may keep its rows in a file of its own, spread in at the end. */
export const RULES: readonly Rule[] = [
  // Anybody.
  {
    ...page('/', ['anonymous']),
    goes: { ...goes(SIGNED_IN, /^\/learn$/), ...goes(OFFICERS, /^\/manage$/) },
  },
  { ...page('/sign-in', ['anonymous', 'head by link']), goes: goes(ACCOUNTS, /^\/$/) },
  page('/help', EVERYBODY),
  page('/accessibility', EVERYBODY),
  page('/worksheets', EVERYBODY),
  page('/desk', EVERYBODY, () => '/desk?search=%E9%99%90%E9%A2%9D'),
  page('/desk/costs', EVERYBODY),
  page('/desk/glossary', EVERYBODY),
  page('/desk/timeline', EVERYBODY),
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

  // Whoever is signed in, also by personal link: their own learning.
  page('/learn', SIGNED_IN),
  {
    ...page('/learn/start', ['head by link', 'head']),
    goes: goes(['clerk', 'other clerk', ...OFFICERS], /^\/learn$/),
  },
  page('/learn/certificates', SIGNED_IN),
  page('/learn/courses', SIGNED_IN),
  page('/learn/courses/[course]', SIGNED_IN, () => `/learn/courses/${COURSE}`),
  page('/learn/courses/[course]/[lesson]', SIGNED_IN, () => `/learn/courses/${COURSE}/fuzhuzhang`),
  page('/learn/courses/[course]', [], () => '/learn/courses/no-such-course'),
  page('/learn/exams/[exam]', SIGNED_IN, () => `/learn/exams/${COURSE}-ceping`),
  page('/learn/labs', SIGNED_IN),
  page('/learn/labs/[slug]', SIGNED_IN, () => '/learn/labs/qita-xiane'),
  page('/learn/labs/[slug]/[runId]', ['clerk'], ({ here }) => `/learn/labs/qita-xiane/${here.labRunId}`),
  page(
    '/learn/labs/[slug]/[runId]',
    ['other clerk'],
    ({ elsewhere }) => `/learn/labs/qita-xiane/${elsewhere.labRunId}`,
  ),
  page('/learn/labs/[slug]/[runId]/pdf', ['clerk'], ({ here }) => `/learn/labs/qita-xiane/${here.labRunId}/pdf`),
  page(
    '/learn/labs/[slug]/[runId]/pdf',
    ['other clerk'],
    ({ elsewhere }) => `/learn/labs/qita-xiane/${elsewhere.labRunId}/pdf`,
  ),
  page('/learn/attempts/[attempt]', ['clerk'], ({ here }) => `/learn/attempts/${here.attemptId}`),
  page('/learn/attempts/[attempt]', ['other clerk'], ({ elsewhere }) => `/learn/attempts/${elsewhere.attemptId}`),
  page(
    '/learn/attempts/[attempt]',
    ['head by link', 'head'],
    ({ headAttemptId }) => `/learn/attempts/${headAttemptId}`,
  ),
  {
    route: '/learn/courses/[course]/[lesson]/check',
    method: 'POST',
    address: () => `/learn/courses/${COURSE}/fuzhuzhang/check`,
    form: () => FORM,
    opens: SIGNED_IN,
    status: 400,
  },
  {
    route: '/learn/attempts/[attempt]/paper',
    method: 'POST',
    address: ({ here }) => `/learn/attempts/${here.attemptId}/paper`,
    form: () => ({ intent: 'submit' }),
    opens: [],
    goes: goes(['clerk'], /^\/learn\/attempts\//),
  },
  {
    route: '/api/attempts/[attempt]/answers/[question]',
    method: 'PUT',
    address: ({ here }) => `/api/attempts/${here.attemptId}/answers/1`,
    json: { v: 1, seq: 1_000_000, value: ['o000000'] },
    opens: ['clerk'],
    status: 409,
  },
  {
    route: '/api/lab-runs/[id]/cells/[cell]',
    method: 'PUT',
    address: ({ here }) => `/api/lab-runs/${here.labRunId}/cells/${here.labCell}`,
    json: { version: 1, seq: 1_000_000, value: '1' },
    opens: ['clerk'],
    status: 409,
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
    goes: goes(OFFICERS, /^\/manage\/area\/\w+$/),
  },
  page('/manage/area/[code]', CHAIN, ({ here }) => `/manage/area/${here.townshipCode}`),
  page('/manage/area/[code]', ['county', 'city'], ({ here }) => `/manage/area/${here.countyCode}`),
  page('/manage/area/[code]', ELSEWHERE, ({ elsewhere }) => `/manage/area/${elsewhere.townshipCode}`),
  page('/manage/area/[code]', ['city'], () => '/manage/area/3302'),
  page('/manage/contacts', OFFICERS),
  page('/manage/visits', OFFICERS),
  page('/manage/visits/reserve', OFFICERS),
  page('/manage/visits/reserve/export', OFFICERS),
  page('/manage/visits/new/[entry]', CHAIN, ({ here }) => `/manage/visits/new/${here.entryId}`),
  page('/manage/visits/new/[entry]', ELSEWHERE, ({ elsewhere }) => `/manage/visits/new/${elsewhere.entryId}`),
  page('/manage/area/[code]/concepts', CHAIN, ({ here }) => `/manage/area/${here.townshipCode}/concepts`),
  page('/manage/area/[code]/concepts', ELSEWHERE, ({ elsewhere }) => `/manage/area/${elsewhere.townshipCode}/concepts`),
  page('/manage/area/[code]/concepts', ['city'], () => '/manage/area/3302/concepts'),
  page('/manage/definitions', OFFICERS),
  page('/manage/lists/[rate]', OFFICERS, () => '/manage/lists/training'),
  page('/manage/lists/[rate]', CHAIN, ({ here }) => `/manage/lists/readiness?region=${here.townshipCode}`),
  page(
    '/manage/lists/[rate]',
    ELSEWHERE,
    ({ elsewhere }) => `/manage/lists/readiness?region=${elsewhere.townshipCode}`,
  ),
  page('/manage/lists/[rate]', ['city'], () => '/manage/lists/training?region=3302'),
  page('/api/lists/[rate]', CHAIN, ({ here }) => `/api/lists/readiness?region=${here.townshipCode}`),
  page('/api/lists/[rate]', ELSEWHERE, ({ elsewhere }) => `/api/lists/readiness?region=${elsewhere.townshipCode}`),
  page('/manage/roster', OFFICERS),
  page('/manage/roster/[entry]', CHAIN, ({ here }) => `/manage/roster/${here.entryId}`),
  page('/manage/roster/[entry]', ELSEWHERE, ({ elsewhere }) => `/manage/roster/${elsewhere.entryId}`),
  page('/manage/roster/imports', OFFICERS),
  page('/manage/roster/imports/[id]', ['county', 'city'], ({ here }) => `/manage/roster/imports/${here.importId}`),
  page('/manage/roster/imports/[id]', ELSEWHERE, ({ elsewhere }) => `/manage/roster/imports/${elsewhere.importId}`),
  page('/manage/roster/template', OFFICERS),
  page('/manage/roster/regions', ['city']),
  page('/manage/programmes/new', ['city']),
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
  page('/manage/certificates', OFFICERS),
  page('/manage/certificates/[id]', CHAIN, ({ here }) => `/manage/certificates/${here.certificateId}`),
  page('/manage/certificates/[id]', ELSEWHERE, ({ elsewhere }) => `/manage/certificates/${elsewhere.certificateId}`),
  page('/manage/suggestions', OFFICERS),
  ...RESULTS_RULES,
  ...FILLBACK,
  ...TEMPLATE_RULES,
  ...REPORT_RULES,
  ...PERSON_RULES,
  ...START_RULES,
  ...AUTHOR_RULES,
]
