import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cancelImportAction, undoImportAction } from '@/features/roster/actions'
import { importPage } from '@/features/roster/queries/import-page'
import { ActionForm } from '@/ui/forms/action-form'
import { ConfirmForm } from '@/features/roster/ui/confirm-form'
import { ImportProgress } from '@/features/roster/ui/import-progress'
import { ImportRows } from '@/features/roster/ui/import-rows'
import { ImportSheets } from '@/features/roster/ui/import-sheets'
import { VerdictTabs } from '@/features/roster/ui/verdict-tabs'
import { importViewInput } from '@/features/roster/view'
import { requireActor } from '@/server/auth/actor'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('roster'))('imports.title') }
}

/** One import: progress, the dry run, the questions, confirm, undo. */
export default async function ImportPage({ params, searchParams }: PageProps<'/manage/roster/imports/[id]'>) {
  const actor = await requireActor('import.run')
  const { id } = await params
  const view = importViewInput.parse(await searchParams)
  const one = await importPage(actor, id, view)
  if (!one) notFound()
  const t = await getTranslations('roster')
  const common = await getTranslations('common')
  const here = `/manage/roster/imports/${id}`
  const above = [
    { href: '/manage/roster', label: t('title') },
    { href: '/manage/roster/imports', label: t('imports.title') },
  ]
  const name = one.fileName || t('imports.pasted')
  const isStaged = one.state === 'STAGED'
  return (
    <>
      <PageTitle
        above={<Breadcrumbs label={common('breadcrumbs')} items={[...above, { label: name }]} />}
        beneath={t('import.about', { area: one.area, day: one.effectiveOn ?? '' })}
      >
        {t('import.title', { file: name })}
      </PageTitle>
      <ImportProgress one={one} here={here} />
      {one.counts && (isStaged || one.state === 'CONFIRMED') ? (
        <>
          <VerdictTabs base={here} counts={one.counts} chosen={view.verdict} />
          {isStaged ? (
            <ConfirmForm
              importId={id}
              conflicts={one.counts.CONFLICT}
              left={one.counts.LEFT}
              mustTypeLeft={one.mustTypeLeft}
            />
          ) : null}
          <ImportSheets sheets={one.sheets} />
          {one.rows.length > 0 ? (
            <ImportRows importId={id} rows={one.rows} isStaged={isStaged} />
          ) : (
            <p className="py-6 text-ink-2">{t('import.nothingHere')}</p>
          )}
          {one.next !== null ? (
            <p className="mt-4">
              <a className="button" href={`${here}?${view.verdict ? `verdict=${view.verdict}&` : ''}after=${one.next}`}>
                {t('import.next')}
              </a>
            </p>
          ) : null}
        </>
      ) : null}
      {['UPLOADED', 'STAGING', 'STAGED', 'REFUSED'].includes(one.state) ? (
        <ActionForm action={cancelImportAction} refusals={t.raw('refusal')} className="mt-6">
          <input type="hidden" name="importId" value={id} />
          <button type="submit" className="button button-danger">
            {t('import.cancel')}
          </button>
        </ActionForm>
      ) : null}
      {one.state === 'CONFIRMED' && !one.isUndoing ? (
        one.acts > 0 ? (
          <p className="mt-6 text-ink-2">{t('import.actedOn', { acts: one.acts })}</p>
        ) : (
          <ActionForm action={undoImportAction} refusals={t.raw('refusal')} className="mt-6">
            <input type="hidden" name="importId" value={id} />
            <p className="mb-2 text-ink-2">{t('import.undoHint')}</p>
            <button type="submit" className="button button-danger">
              {t('import.undo')}
            </button>
          </ActionForm>
        )
      ) : null}
    </>
  )
}
