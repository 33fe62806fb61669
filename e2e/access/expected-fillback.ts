import { ELSEWHERE, OFFICERS, page, type Rule } from './rule'

/** The office's own sheets: those of one's own area and below, the file as well as the page. */
export const FILLBACK: readonly Rule[] = [
  page('/manage/fill-back', OFFICERS),
  page('/manage/fill-back/[id]', ['county', 'city'], ({ here }) => `/manage/fill-back/${here.fillBackId}`),
  page('/manage/fill-back/[id]', ELSEWHERE, ({ elsewhere }) => `/manage/fill-back/${elsewhere.fillBackId}`),
  page('/manage/fill-back/[id]/file', ['county', 'city'], ({ here }) => `/manage/fill-back/${here.fillBackId}/file`),
  page('/manage/fill-back/[id]/file', ELSEWHERE, ({ elsewhere }) => `/manage/fill-back/${elsewhere.fillBackId}/file`),
]
