import type { ShownRate } from '@/domain/rates/rate-display'
import type { PeriodRow } from '../queries/period-rows'
import type { Words } from '../rate-words'

/** The title of a course, exam, lab or session by kind and slug. */
export type TitleOf = (kind: string, slug: string) => string

/** Why a row is or is not counted, one sentence a seat; `t` has the sentences of "rates". */
export function rowReasons(row: PeriodRow, rate: ShownRate, t: Words, titleOf: TitleOf): string[] {
  if (rate === 'visits') return [row.met ? t('reason.met') : t('reason.visits')]
  return row.missing.map(({ seatKind, codes }) => {
    const who = seatKind ? `${t(`seat.${seatKind}`)}：` : ''
    return who + (codes.length > 0 ? codes.map((code) => sentence(code, t, titleOf)).join('；') : t('reason.met'))
  })
}

/** "READINESS:EXAM:slug:expired" as a sentence; see domain/rates `missingCode` for the codes. */
function sentence(code: string, t: Words, titleOf: TitleOf): string {
  if (code === 'vacant') return t('reason.vacant')
  const body = code.slice(code.indexOf(':') + 1)
  const ending = /:(expired|evidence|version)$/.exec(body)?.[1]
  const alternatives = (ending ? body.slice(0, -ending.length - 1) : body).split('|').map((one) => {
    const [kind = '', slug = ''] = one.split(':')
    return t(`reason.${kind}`, { title: titleOf(kind, slug) })
  })
  return alternatives.join(t('reason.or')) + (ending ? t(`reason.${ending}`) : '')
}
