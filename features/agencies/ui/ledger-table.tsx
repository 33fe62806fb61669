import { getTranslations } from 'next-intl/server'
import { asFormHandler } from '@/ui/forms/form-handler'
import { removeEntryAction } from '../actions'
import type { LedgerLine } from '../queries/ledger'

/** 验收台账 on the page; the workbook holds the same rows. */
export async function LedgerTable({ contractId, lines }: { contractId: string; lines: readonly LedgerLine[] }) {
  const t = await getTranslations('agencies')
  return (
    <table className="cards-table">
      <thead>
        <tr>
          <th scope="col">{t('enterprise')}</th>
          <th scope="col">{t('visits')}</th>
          <th scope="col">{t('attended')}</th>
          <th scope="col">{t('seats')}</th>
          <th scope="col">{t('gain')}</th>
          <th scope="col">
            <span className="sr-only">{t('remove')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.entryId}>
            <th scope="row" className="font-normal">
              <a href={`/manage/roster/${line.entryId}`}>{line.enterprise}</a>
              <span className="block text-ink-3 text-sm">
                {line.place}
                {line.isRemoved ? ` · ${t('removed')}` : ''}
              </span>
            </th>
            <td data-label={t('visits')}>
              {t('visitCounts', { visits: line.visits, confirmed: line.confirmed, disputed: line.disputed })}
            </td>
            <td className="tabular-nums" data-label={t('attended')}>
              {line.attended}
            </td>
            <td className="tabular-nums" data-label={t('seats')}>
              {t('seatCounts', {
                before: line.doneBefore,
                ofBefore: line.seatsBefore,
                now: line.doneNow,
                ofNow: line.seatsNow,
              })}
            </td>
            <td className="tabular-nums" data-label={t('gain')}>
              {line.firstScore === null || line.lastScore === null
                ? t('notMeasured')
                : t('gainOf', { first: percent(line.firstScore), last: percent(line.lastScore) })}
            </td>
            <td>
              {line.isRemoved ? null : (
                <form action={asFormHandler(removeEntryAction)}>
                  <input type="hidden" name="contractId" value={contractId} />
                  <input type="hidden" name="entryId" value={line.entryId} />
                  <button
                    type="submit"
                    className="button"
                    aria-label={t('removeOf', { remove: t('remove'), enterprise: line.enterprise })}
                  >
                    {t('remove')}
                  </button>
                </form>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Never rounded up to a hundred. */
const percent = (share: number) => Math.floor(share * 100)
