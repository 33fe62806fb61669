import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { resultAreas } from '@/features/results/queries/batch-choices'
import { batchList } from '@/features/results/queries/batch-list'
import { UploadForm } from '@/features/results/ui/upload-form'
import { requireActor } from '@/server/auth/actor'
import { programmeChoices } from '@/server/programmes/known-programmes'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'
import { SheetsNavigation } from '../sheets-navigation'
import { HelpLink } from '../help-link'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('results'))('title') }
}

/** Earlier results brought in: a new batch, and those before it. */
export default async function ResultsPage() {
  const actor = await requireActor('results.import')
  const t = await getTranslations('results')
  const format = await getFormatter()
  const [areas, programmes, batches] = [await resultAreas(actor), await programmeChoices(), await batchList(actor)]
  return (
    <>
      <PageTitle beneath={t('lead')}>{t('title')}</PageTitle>
      <SheetsNavigation current="results" />
      <p className="mb-6">
        <a className="inline-flex min-h-11 items-center" href="/manage/results/aliases">
          {t('aliases.link')}
        </a>
      </p>
      {programmes.length > 0 ? (
        <UploadForm areas={areas} programmes={programmes} />
      ) : (
        <EmptyState title={t('noProgramme')} />
      )}
      <h2 className="mt-10 mb-2 text-xl">{t('list.title')}</h2>
      {batches.length === 0 ? <EmptyState title={t('list.none')}>{t('list.noneText')}</EmptyState> : null}
      <ul>
        {batches.map((one) => (
          <li key={one.id} className="flex flex-wrap items-baseline gap-x-4 border-rule border-b py-2">
            <a className="inline-flex min-h-11 items-center" href={`/manage/results/${one.id}`}>
              {one.title || t('list.pasted')}
            </a>
            <span>{one.area}</span>
            <span>{t(`state.${one.state}`)}</span>
            {one.rowsTotal === null ? null : (
              <span className="text-ink-2 tabular-nums">{t('list.rows', { rows: one.rowsTotal })}</span>
            )}
            {one.counts.QUEUED && (one.state === 'MATCHED' || one.state === 'WRITTEN') ? (
              <span className="text-ochre tabular-nums">{t('list.queued', { rows: one.counts.QUEUED })}</span>
            ) : null}
            <time className="text-ink-3 text-sm" dateTime={one.createdAt.toISOString()}>
              {format.dateTime(one.createdAt, { dateStyle: 'medium', timeStyle: 'short' })}
            </time>
          </li>
        ))}
      </ul>
      <HelpLink topic="results" />
    </>
  )
}
