import { CHAIN, ELSEWHERE, OFFICERS, page, type Rule } from './rule'

const period = '/manage/reports/[period]/[code]'
const export_ = '/api/reports/[period]/[code]/[rate]'

/** Closing day, periods, bulletins and group texts. */
export const REPORT_RULES: readonly Rule[] = [
  page('/manage/programmes/[id]', ['city'], ({ programmeId }) => `/manage/programmes/${programmeId}`),
  page('/manage/reports', OFFICERS),
  page(period, CHAIN, ({ periodId, here }) => `/manage/reports/${periodId}/${here.townshipCode}`),
  page(period, ELSEWHERE, ({ periodId, elsewhere }) => `/manage/reports/${periodId}/${elsewhere.townshipCode}`),
  page(period, ['city'], ({ periodId }) => `/manage/reports/${periodId}/3302`),
  page(period, [], ({ here }) => `/manage/reports/${here.entryId}/${here.townshipCode}`),
  page(
    `${period}/lists/[rate]`,
    CHAIN,
    ({ periodId, here }) => `/manage/reports/${periodId}/${here.townshipCode}/lists/training`,
  ),
  page(
    `${period}/lists/[rate]`,
    ELSEWHERE,
    ({ periodId, elsewhere }) => `/manage/reports/${periodId}/${elsewhere.townshipCode}/lists/awareness`,
  ),
  page(
    `${period}/lists/[rate]/export`,
    CHAIN,
    ({ periodId, here }) => `/manage/reports/${periodId}/${here.townshipCode}/lists/training/export`,
  ),
  page(
    `${period}/lists/[rate]/export`,
    ELSEWHERE,
    ({ periodId, elsewhere }) => `/manage/reports/${periodId}/${elsewhere.townshipCode}/lists/training/export`,
  ),
  page(export_, CHAIN, ({ periodId, here }) => `/api/reports/${periodId}/${here.townshipCode}/training`),
  page(export_, ELSEWHERE, ({ periodId, elsewhere }) => `/api/reports/${periodId}/${elsewhere.townshipCode}/training`),
  page(
    `${period}/bulletin`,
    ['county', 'city'],
    ({ periodId, here }) => `/manage/reports/${periodId}/${here.countyCode}/bulletin`,
  ),
  page(
    `${period}/bulletin`,
    ELSEWHERE,
    ({ periodId, elsewhere }) => `/manage/reports/${periodId}/${elsewhere.countyCode}/bulletin`,
  ),
  page(
    `${period}/bulletin/[format]`,
    CHAIN,
    ({ periodId, here }) => `/manage/reports/${periodId}/${here.townshipCode}/bulletin/docx`,
  ),
  page(
    `${period}/bulletin/[format]`,
    ELSEWHERE,
    ({ periodId, elsewhere }) => `/manage/reports/${periodId}/${elsewhere.townshipCode}/bulletin/docx`,
  ),
  // That period is closed; the journey downloads the draft of an open one.
  page(
    `${period}/bulletin/draft/[format]`,
    [],
    ({ periodId, here }) => `/manage/reports/${periodId}/${here.townshipCode}/bulletin/draft/docx`,
  ),
  page('/manage/reports/group-text', OFFICERS),
  page('/manage/reports/group-text/picture', OFFICERS),
  page(
    '/manage/reports/group-text/picture',
    CHAIN,
    ({ here }) => `/manage/reports/group-text/picture?region=${here.townshipCode}`,
  ),
  page(
    '/manage/reports/group-text/picture',
    ELSEWHERE,
    ({ elsewhere }) => `/manage/reports/group-text/picture?region=${elsewhere.townshipCode}`,
  ),
]
