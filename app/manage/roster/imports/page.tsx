import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { importAreas } from '@/features/roster/queries/import-area'
import { importList } from '@/features/roster/queries/import-list'
import { programmes } from '@/features/roster/queries/programmes'
import { UploadForm } from '@/features/roster/ui/upload-form'
import { requireActor } from '@/server/auth/actor'
import { shanghaiToday } from '@/server/clock'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'
import { SheetsNavigation } from '../../sheets-navigation'
import { HelpLink } from '../../help-link'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('roster'))('imports.title') }
}

/** A new import, and those before it. */
export default async function ImportsPage() {
  const actor = await requireActor('import.run')
  const t = await getTranslations('roster')
  const format = await getFormatter()
  const [areas, all, imports] = [await importAreas(actor), await programmes(), await importList(actor)]
  const [programme] = all
  return (
    <>
      <PageTitle beneath={t('imports.lead')}>{t('imports.title')}</PageTitle>
      <SheetsNavigation current="roster" />
      <p className="mb-6">
        <a className="button" href="/manage/roster/template">
          {t('imports.template')}
        </a>
      </p>
      {programme ? (
        <UploadForm areas={areas} programmes={all} programmeId={programme.id} today={shanghaiToday()} />
      ) : (
        <EmptyState title={t('noProgramme')}>{t('noProgrammeText')}</EmptyState>
      )}
      <h2 className="mt-10 mb-2 text-xl">{t('imports.history')}</h2>
      {imports.length === 0 ? <EmptyState title={t('imports.none')}>{t('imports.noneText')}</EmptyState> : null}
      <ul>
        {imports.map((one) => (
          <li key={one.id} className="flex flex-wrap items-baseline gap-x-4 border-rule border-b py-2">
            <a className="inline-flex min-h-11 items-center" href={`/manage/roster/imports/${one.id}`}>
              {one.fileName || t('imports.pasted')}
            </a>
            <span>{one.area}</span>
            <span>{t(one.isNothingWritten ? 'state.nothing' : `state.${one.state}`)}</span>
            {one.counts ? (
              <span className="text-ink-2">{t('imports.rowsShort', { rows: one.counts.rows ?? 0 })}</span>
            ) : null}
            <time className="text-ink-3 text-sm" dateTime={one.createdAt.toISOString()}>
              {format.dateTime(one.createdAt, { dateStyle: 'medium', timeStyle: 'short' })}
            </time>
          </li>
        ))}
      </ul>
      <HelpLink topic="roster" />
    </>
  )
}
