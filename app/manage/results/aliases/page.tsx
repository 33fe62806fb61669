import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { retractAliasAction } from '@/features/results/actions'
import { aliasList } from '@/features/results/queries/alias-list'
import { ActionForm } from '@/ui/forms/action-form'
import { requireActor } from '@/server/auth/actor'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'
import { SheetsNavigation } from '../../sheets-navigation'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('results'))('aliases.title') }
}

/** The spellings that decisions taught, each to be forgotten. */
export default async function AliasesPage() {
  const actor = await requireActor('results.import')
  const t = await getTranslations('results')
  const common = await getTranslations('common')
  const format = await getFormatter()
  const aliases = await aliasList(actor)
  const above = [{ href: '/manage/results', label: t('title') }, { label: t('aliases.title') }]
  return (
    <>
      <PageTitle above={<Breadcrumbs label={common('breadcrumbs')} items={above} />} beneath={t('aliases.lead')}>
        {t('aliases.title')}
      </PageTitle>
      <SheetsNavigation current="results" />
      {aliases.length === 0 ? (
        <EmptyState title={t('aliases.none')} />
      ) : (
        <table className="cards-table">
          <thead>
            <tr>
              <th scope="col">{t('aliases.written')}</th>
              <th scope="col">{t('aliases.meant')}</th>
              <th scope="col">{t('aliases.since')}</th>
              <th scope="col">{t('aliases.forget')}</th>
            </tr>
          </thead>
          <tbody>
            {aliases.map((alias) => (
              <tr key={alias.id}>
                <th scope="row" className="font-normal">
                  {[alias.enterpriseKey, alias.personKey].filter(Boolean).join(' · ')}
                </th>
                <td data-label={t('aliases.meant')}>{[alias.enterprise, alias.person].filter(Boolean).join(' · ')}</td>
                <td data-label={t('aliases.since')} className="text-ink-2">
                  {alias.area} · {format.dateTime(alias.recordedAt, { dateStyle: 'medium' })}
                </td>
                <td>
                  <ActionForm action={retractAliasAction} refusals={t.raw('refusal')}>
                    <input type="hidden" name="aliasId" value={alias.id} />
                    <button type="submit" className="button">
                      {t('aliases.forget')}
                    </button>
                  </ActionForm>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
