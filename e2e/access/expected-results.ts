import { ELSEWHERE, OFFICERS, page, type Rule } from './rule'

/** Earlier results: every officer in their own area; a batch belongs to the area it was brought in for. */
export const RESULTS_RULES: readonly Rule[] = [
  page('/manage/results', OFFICERS),
  page('/manage/results/aliases', OFFICERS),
  page('/manage/results/[id]', ['county', 'city'], ({ here }) => `/manage/results/${here.batchId}`),
  page('/manage/results/[id]', ELSEWHERE, ({ elsewhere }) => `/manage/results/${elsewhere.batchId}`),
  page('/manage/results/[id]/queue', ['county', 'city'], ({ here }) => `/manage/results/${here.batchId}/queue`),
  page('/manage/results/[id]/queue', ELSEWHERE, ({ elsewhere }) => `/manage/results/${elsewhere.batchId}/queue`),
]
