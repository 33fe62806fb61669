import { CHAIN, ELSEWHERE, OFFICERS, page, type Rule } from './rule'

/** Templates of the office: a county's are for itself and all above and below; filled documents for whoever had them made. */
export const TEMPLATE_RULES: readonly Rule[] = [
  page('/manage/templates', OFFICERS),
  page('/manage/templates/[id]', CHAIN, ({ here }) => `/manage/templates/${here.templateId}`),
  page('/manage/templates/[id]', ELSEWHERE, ({ elsewhere }) => `/manage/templates/${elsewhere.templateId}`),
  page('/manage/templates/[id]/file', CHAIN, ({ here }) => `/manage/templates/${here.templateId}/file`),
  page('/manage/templates/[id]/file', ELSEWHERE, ({ elsewhere }) => `/manage/templates/${elsewhere.templateId}/file`),
  page('/manage/templates/[id]/preview', CHAIN, ({ here }) => `/manage/templates/${here.templateId}/preview`),
  page(
    '/manage/templates/[id]/preview',
    ELSEWHERE,
    ({ elsewhere }) => `/manage/templates/${elsewhere.templateId}/preview`,
  ),
  page('/manage/templates/samples/[sample]', OFFICERS, () => '/manage/templates/samples/letter.docx'),
  page('/manage/templates/runs/[run]', ['county'], ({ here }) => `/manage/templates/runs/${here.templateRunId}`),
]
