import { CHAIN, ELSEWHERE, EVERYBODY, OFFICERS, page, type Rule } from './rule'

/** What is done for enterprises and shown to others: agencies, visits, sessions, displays and large exports. */
export const SERVICE_RULES: readonly Rule[] = [
  page('/manage/service', ['agency']),
  page('/manage/agencies', OFFICERS),
  page('/manage/agencies/[id]', ['county', 'city'], ({ here }) => `/manage/agencies/${here.agencyId}`),
  page('/manage/agencies/[id]', ELSEWHERE, ({ elsewhere }) => `/manage/agencies/${elsewhere.agencyId}`),
  page(
    '/manage/agencies/contracts/[contract]/export',
    ['county', 'city'],
    ({ here }) => `/manage/agencies/contracts/${here.contractId}/export`,
  ),
  page(
    '/manage/agencies/contracts/[contract]/export',
    ELSEWHERE,
    ({ elsewhere }) => `/manage/agencies/contracts/${elsewhere.contractId}/export`,
  ),
  page('/manage/visits', [...OFFICERS, 'agency']),
  page('/manage/sessions', [...OFFICERS, 'agency']),
  page('/manage/sessions/new', [...OFFICERS, 'agency']),
  page('/manage/sessions/[id]', ['county', 'city'], ({ here }) => `/manage/sessions/${here.sessionId}`),
  page('/manage/sessions/[id]', ELSEWHERE, ({ elsewhere }) => `/manage/sessions/${elsewhere.sessionId}`),
  page('/manage/sessions/[id]/screen', ['county', 'city'], ({ here }) => `/manage/sessions/${here.sessionId}/screen`),
  page('/manage/sessions/[id]/screen', ELSEWHERE, ({ elsewhere }) => `/manage/sessions/${elsewhere.sessionId}/screen`),
  page('/manage/visits/reserve', OFFICERS),
  page('/manage/visits/rounds', OFFICERS),
  page('/manage/visits/rounds/[id]', CHAIN, ({ roundId }) => `/manage/visits/rounds/${roundId}`),
  page('/manage/visits/findings/[id]', CHAIN, ({ findingId }) => `/manage/visits/findings/${findingId}`),
  page('/manage/visits/reserve/export', OFFICERS),
  page('/manage/visits/reserve/whole', OFFICERS),
  page('/manage/visits/new/[entry]', [...CHAIN, 'agency'], ({ here }) => `/manage/visits/new/${here.entryId}`),
  page('/manage/visits/new/[entry]', ELSEWHERE, ({ elsewhere }) => `/manage/visits/new/${elsewhere.entryId}`),
  // Displays: hung by officers, looked at by anybody.
  page('/manage/displays', OFFICERS),
  page('/display/[token]', EVERYBODY, ({ displayToken }) => `/display/${displayToken}`),
  // Large exports: whoever asked for one, and nobody else.
  page('/manage/lists/[rate]/export', OFFICERS, () => '/manage/lists/training/export'),
  page('/manage/exports/[id]', ['county'], ({ exportRunId }) => `/manage/exports/${exportRunId}`),
  {
    route: '/api/exports/[id]',
    method: 'POST',
    address: ({ exportRunId }) => `/api/exports/${exportRunId}`,
    opens: ['county'],
  },
]
