import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { programmeList } from '@/features/programmes/queries/programme-list'
import { requireActor } from '@/server/auth/actor'
import { PageTitle } from '@/ui/layout/page-title'
import { HelpLink } from '../help-link'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('programmes'))('list.title') }
}

/** All programmes side by side; for officers of the city. */
export default async function ProgrammesPage() {
  await requireActor('programme.write')
  const t = await getTranslations('programmes')
  const programmes = await programmeList()
  return (
    <>
      <PageTitle beneath={t('list.lead')}>{t('list.title')}</PageTitle>
      <p className="mb-4">
        <a className="button button-primary" href="/manage/programmes/new">
          {t('title')}
        </a>
      </p>
      <table className="cards-table">
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('list.days')}</th>
            <th scope="col">{t('list.entries')}</th>
            <th scope="col">{t('freeze.day')}</th>
            <th scope="col">{t('list.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {programmes.map((one) => (
            <tr key={one.id}>
              <th scope="row" className="font-normal">
                <a href={`/manage/today?programme=${one.id}`}>{one.name}</a>
                {one.copiedFrom ? (
                  <span className="block text-ink-3 text-sm">{t('list.copiedFrom', { name: one.copiedFrom })}</span>
                ) : null}
              </th>
              <td className="whitespace-nowrap tabular-nums" data-label={t('list.days')}>
                {one.lastOn
                  ? t('settings.days', { from: one.fromOn, to: one.lastOn })
                  : t('settings.daysOpen', { from: one.fromOn })}
              </td>
              <td className="tabular-nums" data-label={t('list.entries')}>
                {one.entries}
              </td>
              <td className="whitespace-nowrap tabular-nums" data-label={t('freeze.day')}>
                {one.frozenOn ?? '—'}
              </td>
              <td data-label={t('list.actions')}>
                <a
                  className="mr-4 inline-flex min-h-11 items-center"
                  href={`/manage/programmes/${one.id}`}
                  aria-label={t('list.settingsOf', { name: one.name })}
                >
                  {t('list.settings')}
                </a>
                <a
                  className="inline-flex min-h-11 items-center"
                  href={`/manage/programmes/copy/${one.id}`}
                  aria-label={t('list.copyOf', { name: one.name })}
                >
                  {t('list.copy')}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <HelpLink topic="programmes" />
    </>
  )
}
