import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { type BatchShown, batchPage } from '@/features/results/queries/batch-page'
import { BatchProgress } from '@/features/results/ui/batch-progress'
import { BatchEnding, ConfirmBatch, Rematch } from '@/features/results/ui/batch-tools'
import { ColumnForm } from '@/features/results/ui/column-form'
import { DecidedNotice } from '@/features/results/ui/decided-notice'
import { LikelyQueue } from '@/features/results/ui/likely-queue'
import { Queue } from '@/features/results/ui/queue'
import { RowTable } from '@/features/results/ui/row-table'
import { StateTabs } from '@/features/results/ui/state-tabs'
import { batchHref, type BatchView, batchViewInput } from '@/features/results/view'
import { requireActor } from '@/server/auth/actor'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { PageTitle } from '@/ui/layout/page-title'
import { SheetsNavigation } from '../../sheets-navigation'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('results'))('title') }
}

/** One batch: progress, its columns, the numbers, what waits, writing and taking back. */
export default async function BatchPage({ params, searchParams }: PageProps<'/manage/results/[id]'>) {
  const actor = await requireActor('results.import')
  const { id } = await params
  const view = batchViewInput.parse(await searchParams)
  const one = await batchPage(actor, id, view)
  if (!one) notFound()
  const t = await getTranslations('results')
  const common = await getTranslations('common')
  const title = one.title || t('list.pasted')
  const { first, last } = one.days
  const days = last === null ? t('batch.daysOpen', { first }) : t('batch.days', { first, last })
  return (
    <>
      <PageTitle
        above={
          <Breadcrumbs
            label={common('breadcrumbs')}
            items={[{ href: '/manage/results', label: t('title') }, { label: title }]}
          />
        }
        beneath={t('batch.about', {
          area: one.area,
          programme: one.programme,
          days,
          source: t(`source.${one.source}`),
        })}
      >
        {title}
      </PageTitle>
      <SheetsNavigation current="results" />
      <BatchProgress one={one} here={batchHref(id)} />
      {one.columns && one.state === 'READ' ? <ColumnForm one={one} columns={one.columns} /> : null}
      <Rows one={one} view={view} />
      {one.columns && one.state === 'MATCHED' ? (
        <details className="mt-8">
          <summary className="flex min-h-11 cursor-pointer items-center text-indigo">{t('columns.again')}</summary>
          <ColumnForm one={one} columns={one.columns} />
        </details>
      ) : null}
      <div className="mt-10">
        <BatchEnding one={one} />
      </div>
    </>
  )
}

async function Rows({ one, view }: { one: BatchShown; view: BatchView }) {
  const t = await getTranslations('results')
  if (!['MATCHED', 'WRITTEN', 'RETRACTED'].includes(one.state)) return null
  const isQueue = view.state === 'QUEUED' && one.state !== 'RETRACTED'
  return (
    <>
      <StateTabs id={one.id} counts={one.counts} chosen={view.state} />
      <DecidedNotice batchId={one.id} view={view} />
      <ConfirmBatch one={one} />
      {isQueue && view.likely ? (
        <LikelyQueue one={one} />
      ) : one.rows.length === 0 ? (
        <p className="py-6 text-ink-2">{t(isQueue ? 'queue.empty' : 'batch.nothingHere')}</p>
      ) : isQueue ? (
        <Queue one={one} view={view} />
      ) : (
        <RowTable one={one} />
      )}
      {one.next !== null ? (
        <p className="mt-4">
          <a className="button" href={batchHref(one.id, { state: view.state, likely: view.likely, after: one.next })}>
            {t('batch.next')}
          </a>
        </p>
      ) : null}
      <Rematch one={one} />
    </>
  )
}
