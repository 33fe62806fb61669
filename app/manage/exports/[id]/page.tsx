import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cancelExportAction } from '@/features/exports/actions'
import { requireActor } from '@/server/auth/actor'
import { type ExportRunView, exportRun } from '@/server/exports/export-run'
import { ActionForm } from '@/ui/forms/action-form'
import { PageTitle } from '@/ui/layout/page-title'
import { Refresh } from '@/ui/layout/refresh'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exports'))('title') }
}

/** One's own large list: fetch it, see how far it is, stop it. */
export default async function ExportRunPage({ params }: PageProps<'/manage/exports/[id]'>) {
  const actor = await requireActor('list.export')
  const run = await exportRun(actor, (await params).id)
  if (!run) notFound()
  const [t, common] = await Promise.all([getTranslations('exports'), getTranslations('common')])
  const isOpen = run.state === 'READY' || run.state === 'RUNNING'
  return (
    <div className="max-w-xl">
      <PageTitle beneath={t(`state.${run.state}`)}>{t('title')}</PageTitle>
      {isOpen ? <Refresh seconds={2} /> : null}
      <p className="mb-4 text-2xl tabular-nums" role="status">
        {t('progress', { written: run.written, total: run.total })}
      </p>
      <progress className="mb-6 w-full" max={Math.max(1, run.total)} value={run.written} aria-label={t('title')} />
      <div className="flex flex-wrap gap-3">
        {run.state === 'READY' ? (
          <form method="post" action={`/api/exports/${run.runId}`}>
            <button type="submit" className="button button-primary">
              {t('fetch')}
            </button>
          </form>
        ) : null}
        {isOpen ? (
          <ActionForm action={cancelExportAction} refusals={t.raw('refusal')} label={t('cancel')}>
            <input type="hidden" name="runId" value={run.runId} />
            <button type="submit" className="button">
              {t('cancel')}
            </button>
          </ActionForm>
        ) : (
          <a className="button" href={listAddress(run)}>
            {common('back')}
          </a>
        )}
      </div>
    </div>
  )
}

/** The list on screen that the run is of. */
function listAddress({ kind, view }: ExportRunView): string {
  const { rate = '', period = '', code = '', ...filters } = view
  if (kind === 'RESERVE') return `/manage/visits/reserve?${new URLSearchParams(filters)}`
  const list = kind === 'PERIOD_LIST' ? `/manage/reports/${period}/${code}/lists/${rate}` : `/manage/lists/${rate}`
  return `${list}?${new URLSearchParams(filters)}`
}
