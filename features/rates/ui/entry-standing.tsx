import { missingSentence, type TitleOf } from '@/domain/rates/missing-sentence'
import { getTranslations } from 'next-intl/server'
import type { Evidence } from '@/domain/rates/entry-facts'
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
                  <SeatRate isMet={seat[rate]} evidence={seat[`${rate}Evidence`]} />
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

/** Whether a seat meets a rate, and by what evidence; "—" when nothing is asked there. */
async function SeatRate({ isMet, evidence }: { isMet: boolean | null; evidence: Evidence | null }) {
  const t = await getTranslations('rates')
  if (isMet === null) return '—'
  return (
    <>
      <StatusMark kind={isMet ? 'done' : 'open'} label={isMet ? t('list.part') : t('list.missing')} />
      {isMet && evidence ? <span className="block text-ink-2 text-sm">{t(`evidence.${evidence}`)}</span> : null}
    </>
  )
}
