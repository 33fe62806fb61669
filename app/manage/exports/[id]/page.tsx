import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cancelExportAction } from '@/features/rates/actions'
import { exportRun } from '@/features/rates/queries/export-run'
import { requireActor } from '@/server/auth/actor'
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
          <a className="button button-primary" href={`/api/exports/${run.runId}`} download>
            {t('fetch')}
          </a>
        ) : null}
        {isOpen ? (
          <ActionForm action={cancelExportAction} refusals={t.raw('refusal')} label={t('cancel')}>
            <input type="hidden" name="runId" value={run.runId} />
            <button type="submit" className="button">
              {t('cancel')}
            </button>
          </ActionForm>
        ) : (
          <a className="button" href={`/manage/lists/${run.rate}?${new URLSearchParams(run.view)}`}>
            {common('back')}
          </a>
        )}
      </div>
    </div>
  )
}
