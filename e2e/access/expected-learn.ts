import { goes, page, READERS, type Rule, SIGNED_IN } from './rule'

const COURSE = 'guiji-fuzhuzhang'

/** Whoever is signed in, also by personal link: their own learning. */
export const LEARN_RULES: readonly Rule[] = [
  page('/learn', SIGNED_IN),
  {
    ...page('/learn/start', ['head by link', 'head']),
    goes: goes(['clerk', 'other clerk', ...READERS, 'agency'], /^\/learn$/),
  },
  page('/learn/certificates', SIGNED_IN),
  page('/learn/mail', SIGNED_IN),
  page('/learn/spot', SIGNED_IN),
  page('/learn/ask', SIGNED_IN),
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
    form: () => ({}),
    opens: SIGNED_IN,
    status: 400,
  },
  {
    route: '/learn/exams/[exam]/start',
    method: 'POST',
    // Nobody's exam: whoever is signed in is sent back to its page, and nothing is opened.
    address: () => '/learn/exams/no-such-exam/start',
    opens: [],
    goes: goes(SIGNED_IN, /^\/learn\/exams\/no-such-exam$/),
    asksToSignIn: true,
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
]
