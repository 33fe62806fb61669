import { getTranslations } from 'next-intl/server'
import { asFormHandler } from '@/ui/forms/form-handler'
import { StatusMark } from '@/ui/layout/status-mark'
import { retractVisitAction } from '../actions'
import type { VisitLine } from '../queries/visit-list'

/** Visits with where each stands; one's own can be taken back while nobody has confirmed it. `showsEnterprise`: off on the enterprise's own page. */
export async function VisitTable({
  visits,
  showsEnterprise,
  linksToRoster = true,
}: {
  visits: readonly VisitLine[]
  showsEnterprise: boolean
  linksToRoster?: boolean
}) {
  const t = await getTranslations('visits')
  return (
    <table className="cards-table">
      <thead>
        <tr>
          {showsEnterprise ? <th scope="col">{t('enterprise')}</th> : null}
          <th scope="col">{t('visitedOn')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col">{t('topics')}</th>
          <th scope="col">{t('found')}</th>
          <th scope="col">{t('by')}</th>
        </tr>
      </thead>
      <tbody>
        {visits.map((visit) => (
          <tr key={visit.visitId}>
            {showsEnterprise ? (
              <th scope="row" className="font-normal">
                {linksToRoster ? <a href={`/manage/roster/${visit.entryId}`}>{visit.enterprise}</a> : visit.enterprise}
                <span className="block text-ink-3 text-sm">{visit.place}</span>
              </th>
            ) : null}
            <td className="whitespace-nowrap tabular-nums" data-label={t('visitedOn')}>
              {visit.visitedOn}
            </td>
            <td data-label={t('state')}>
              <State visit={visit} />
              {visit.isOwn && !visit.confirmedOn ? (
                <form action={asFormHandler(retractVisitAction)}>
                  <input type="hidden" name="visitId" value={visit.visitId} />
                  <button
                    type="submit"
                    className="button"
                    aria-label={t('retractOf', { enterprise: visit.enterprise, day: visit.visitedOn })}
                  >
                    {t('retract')}
                  </button>
                </form>
              ) : null}
            </td>
            <td data-label={t('topics')}>{visit.topics ?? '—'}</td>
            <td data-label={t('found')}>{t('foundCounts', { needs: visit.needs, projects: visit.projects })}</td>
            <td data-label={t('by')}>{[visit.by ?? '—', visit.agency].filter(Boolean).join(' · ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

async function State({ visit }: { visit: VisitLine }) {
  const t = await getTranslations('visits')
  if (visit.confirmedOn) return <StatusMark kind="done" label={t('confirmedOn', { day: visit.confirmedOn })} />
  return visit.isDisputed ? (
    <StatusMark kind="expired" label={t('disputed')} />
  ) : (
    <StatusMark kind="open" label={t('waiting')} />
  )
}
