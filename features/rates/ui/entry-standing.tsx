import { missingSentence, type TitleOf } from '@/domain/rates/missing-sentence'
import { getTranslations } from 'next-intl/server'
import { StatusMark } from '@/ui/layout/status-mark'
import type { SeatNow } from '../queries/entry-standing'

const RATES = ['training', 'awareness', 'readiness'] as const

/** Who of an enterprise has done what, and what is still missing: one row a seat. */
export async function EntryStanding({ seats, titleOf }: { seats: readonly SeatNow[]; titleOf: TitleOf }) {
  const t = await getTranslations('rates')
  if (seats.length === 0) return null
  return (
    <section aria-labelledby="entry-standing" className="mb-10">
      <h2 id="entry-standing" className="mb-2 text-xl">
        {t('entry.title')}
      </h2>
      <table className="cards-table">
        <thead>
          <tr>
            <th scope="col">{t('entry.seat')}</th>
            {RATES.map((rate) => (
              <th key={rate} scope="col">
                {t(`entry.${rate}`)}
              </th>
            ))}
            <th scope="col">{t('entry.missing')}</th>
          </tr>
        </thead>
        <tbody>
          {seats.map((seat) => (
            <tr key={seat.seatId}>
              <th scope="row" className="font-normal">
                {t(`seat.${seat.seatKind}`)} {seat.holderName ?? t('list.vacant')}
              </th>
              {RATES.map((rate) => (
                <td key={rate} data-label={t(`entry.${rate}`)}>
                  {seat[rate] === null ? (
                    '—'
                  ) : (
                    <StatusMark
                      kind={seat[rate] ? 'done' : 'open'}
                      label={seat[rate] ? t('list.part') : t('list.missing')}
                    />
                  )}
                </td>
              ))}
              <td data-label={t('entry.missing')}>
                {seat.missing.length > 0
                  ? seat.missing.map((code) => missingSentence(code, t, titleOf)).join('；')
                  : t('reason.met')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
