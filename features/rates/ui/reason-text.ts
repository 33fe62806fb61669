import type { ShownRow } from '../queries/list-page'

type Translate = (key: string, values?: Record<string, string | number>) => string

/** The title of a course, exam, lab or session by kind and slug; the slug itself when it is not known here. */
export type TitleOf = (kind: string, slug: string) => string

/**
 * A code of what is missing as a sentence: "READINESS:EXAM:guiji…:expired" → "《结业测评》待通过（已到期）". See domain/rates
 * `missingCode` for the codes.
 */
export function missingSentence(code: string, t: Translate, titleOf: TitleOf): string {
  if (code === 'vacant') return t('reason.vacant')
  const [, ...rest] = code.split(':')
  const body = rest.join(':')
  const ending = /:(expired|evidence|version)$/.exec(body)?.[1]
  const alternatives = (ending ? body.slice(0, -ending.length - 1) : body).split('|')
  const sentence = alternatives
    .map((one) => {
      const [kind = '', slug = ''] = one.split(':')
      return t(`reason.${kind}`, { title: titleOf(kind, slug) })
    })
    .join(t('reason.or'))
  return ending ? `${sentence}${t(`reason.${ending}`)}` : sentence
}

/** Why a row is or is not counted, one sentence a seat. */
export function rowReasons(row: ShownRow, rate: string, t: Translate, titleOf: TitleOf): string[] {
  if (rate === 'visits') return [row.met ? t('reason.met') : t('reason.visits')]
  return row.reasons.map(({ seatKind, holderName, missing }) => {
    const who = seatKind ? `${t(`seat.${seatKind}`)}${holderName ? ` ${holderName}` : ''}：` : ''
    const what =
      missing.length > 0 ? missing.map((code) => missingSentence(code, t, titleOf)).join('；') : t('reason.met')
    return `${who}${what}`
  })
}
