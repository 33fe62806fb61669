import { missingSentence, type TitleOf } from '@/domain/rates/missing-sentence'
import type { ShownRate } from '@/domain/rates/rate-display'
import type { PeriodRow } from '../queries/period-rows'
import type { Words } from '../rate-words'

/** Why a row is or is not counted, one sentence a seat; `t` has the sentences of "rates". */
export function rowReasons(row: PeriodRow, rate: ShownRate, t: Words, titleOf: TitleOf): string[] {
  if (rate === 'visits') return [row.met ? t('reason.met') : t('reason.visits')]
  return row.missing.map(({ seatKind, codes }) => {
    const who = seatKind ? `${t(`seat.${seatKind}`)}：` : ''
    return (
      who + (codes.length > 0 ? codes.map((code) => missingSentence(code, t, titleOf)).join('；') : t('reason.met'))
    )
  })
}
