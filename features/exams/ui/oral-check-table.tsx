import { getFormatter, getTranslations } from 'next-intl/server'
import type { OralCheckLine } from '../queries/oral-check-list'

/** Checks of today and earlier; each opens into its questions and answers. */
export async function OralCheckTable({
  checks,
  label,
  isOneEntry = false,
}: {
  checks: readonly OralCheckLine[]
  label: string
  isOneEntry?: boolean
}) {
  const [t, format] = await Promise.all([getTranslations('oral'), getFormatter()])
  return (
    <table className="cards-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('list.when')}</th>
          {isOneEntry ? null : <th scope="col">{t('list.enterprise')}</th>}
          <th scope="col">{t('list.person')}</th>
          <th scope="col">{t('list.about')}</th>
          <th scope="col">{t('list.channel')}</th>
          <th scope="col">{t('list.askedBy')}</th>
          <th scope="col">{t('list.result')}</th>
        </tr>
      </thead>
      <tbody>
        {checks.map((check) => (
          <tr key={check.id}>
            <th scope="row" className="font-normal">
              <a href={`/manage/in-person/${check.id}`} className="inline-flex min-h-11 items-center sm:min-h-0">
                {format.dateTime(check.startedAt, { dateStyle: 'medium', timeStyle: 'short' })}
              </a>
            </th>
            {isOneEntry ? null : <td data-label={t('list.enterprise')}>{check.enterprise}</td>}
            <td data-label={t('list.person')}>{check.personName}</td>
            <td data-label={t('list.about')} lang="zh-CN">
              {check.exam}
            </td>
            <td data-label={t('list.channel')}>{t(`channel.${check.channel}`)}</td>
            <td data-label={t('list.askedBy')}>{check.isMine ? t('list.me') : check.askedBy}</td>
            <td data-label={t('list.result')}>{t(`result.${resultKey(check)}`, { right: check.right ?? 0 })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function resultKey({ state, passed, isRetracted }: OralCheckLine) {
  if (state === 'OPEN') return 'open'
  if (state === 'ABANDONED') return 'abandoned'
  if (isRetracted) return 'retracted'
  return passed ? 'passed' : 'notYet'
}
