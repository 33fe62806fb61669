import { missingSentence, type TitleOf } from '@/domain/rates/missing-sentence'
import type { ShownRow } from '../queries/list-page'

type Translate = (key: string, values?: Record<string, string | number>) => string

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
