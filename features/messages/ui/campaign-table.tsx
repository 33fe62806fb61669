import { getFormatter, getTranslations } from 'next-intl/server'
import { asFormHandler } from '@/ui/forms/form-handler'
import { cancelCampaignAction } from '../actions'
import type { CampaignLine } from '../queries/messages-page'

/** What was written, and how far it has got. */
export async function CampaignTable({ campaigns }: { campaigns: readonly CampaignLine[] }) {
  const [t, format] = await Promise.all([getTranslations('messages'), getFormatter()])
  return (
    <table className="cards-table">
      <caption className="sr-only">{t('sentTitle')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('subject')}</th>
          <th scope="col">{t('when')}</th>
          {(['queued', 'sent', 'dropped', 'failed'] as const).map((state) => (
            <th key={state} scope="col">
              {t(`counts.${state}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {campaigns.map((one) => (
          <tr key={one.campaignId}>
            <th scope="row" className="font-normal">
              <span lang="zh-CN">{one.subject}</span>
              <span className="block text-ink-3 text-sm">
                {one.place} · {one.by ?? '—'}
              </span>
            </th>
            <td className="whitespace-nowrap" data-label={t('when')}>
              {format.dateTime(one.createdAt, { dateStyle: 'medium' })}
            </td>
            {(['queued', 'sent', 'dropped', 'failed'] as const).map((state) => (
              <td key={state} className="tabular-nums" data-label={t(`counts.${state}`)}>
                {one[state]}
                {state === 'queued' && one.queued > 0 ? (
                  <form action={asFormHandler(cancelCampaignAction)}>
                    <input type="hidden" name="campaignId" value={one.campaignId} />
                    <button className="button" type="submit" aria-label={t('cancelOf', { subject: one.subject })}>
                      {t('cancel')}
                    </button>
                  </form>
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
