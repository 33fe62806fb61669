import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { mayEver } from '@/domain/permissions/permission'
import { reportView } from '@/features/reports/input'
import { bulletinDraft, bulletinPage } from '@/features/reports/queries/bulletin-page'
import { draftForm, draftPage } from '@/features/reports/queries/draft-page'
import { ComposeForm } from '@/features/reports/ui/compose-form'
import { ComposedBulletin } from '@/features/reports/ui/composed-bulletin'
import { DraftView } from '@/features/reports/ui/draft-view'
import { instantText } from '@/features/reports/ui/instant-text'
import { ReportControls } from '@/features/reports/ui/report-controls'
import { LiveRefresh } from '@/features/roster/ui/live-refresh'
import { requireActor } from '@/server/auth/actor'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('bulletin.title') }
}

/** The bulletin of a period and region: drafts while the period is open, the form before it is composed, and what was kept ever after. */
export default async function BulletinPage({
  params,
  searchParams,
}: PageProps<'/manage/reports/[period]/[code]/bulletin'>) {
  const actor = await requireActor('report.read')
  const { period: periodId, code } = await params
  const view = reportView.parse(await searchParams)
  const page = await bulletinPage(actor, { periodId, code })
  if (!page) {
    const open = mayEver(actor, 'report.compose') ? await draftPage(actor, { periodId, code }) : null
    if (!open) notFound()
    const form = await draftForm(open, { roster: view.roster, isNew: view.text === 'new' })
    return <DraftView page={open} form={form} roster={view.roster} refresh={<LiveRefresh />} />
  }
  const t = await getTranslations('reports')
  const rates = await getTranslations('rates')
  const common = await getTranslations('common')
  const { region, period, stored } = page
  const up = `/manage/reports/${period.id}/${region.code}`
  const here = `${up}/bulletin`
  const state = stored?.state
  const composed = state?.state === 'composed' ? state.bulletin : null
  const isOpen = !state || state.state === 'refused'
  const draft = isOpen && mayEver(actor, 'report.compose') ? await bulletinDraft(page, view.roster) : null
  const above = [
    { href: up, label: t('periodOf', { region: region.name, from: period.fromOn, to: period.lastDay }) },
    { label: t('bulletin.title') },
  ]
  const about =
    composed && stored
      ? t('bulletin.composedAt', {
          at: instantText(stored.composedAt),
          version: composed.definitionVersion,
          rule: rates(`rule.${composed.trainingRule}`),
          frozen: instantText(new Date(composed.frozenAt)),
        })
      : t('bulletin.lead')
  return (
    <>
      <PageTitle above={<Breadcrumbs label={common('breadcrumbs')} items={above} />} beneath={about}>
        {t('bulletin.titleOf', { region: region.name })}
      </PageTitle>
      {composed ? (
        <>
          <p className="mb-6 flex flex-wrap gap-3 print:hidden">
            <a className="button button-primary" href={`${here}/docx`}>
              {t('bulletin.docx')}
            </a>
            <a className="button" href={`${here}/xlsx`}>
              {t('bulletin.xlsx')}
            </a>
          </p>
          <ComposedBulletin bulletin={composed} />
        </>
      ) : null}
      {state?.state === 'composing' ? (
        <Notice title={t('bulletin.composing')} live>
          <p>{t('bulletin.composingText')}</p>
          <a className="inline-flex min-h-11 items-center" href={here}>
            {t('bulletin.refresh')}
          </a>
          <LiveRefresh />
        </Notice>
      ) : null}
      {state?.state === 'refused' ? (
        <Notice tone="stop" title={t('bulletin.broken')}>
          <p>{t(`refusal.${state.refusal}`)}</p>
          <ul className="list-disc pl-5">
            {state.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
          <p>
            {t('bulletin.brokenText')} {t('bulletin.kept')}
          </p>
        </Notice>
      ) : null}
      {draft ? (
        <div className="max-w-2xl">
          <ReportControls action={here} view={{ roster: view.roster }} />
          <ComposeForm
            kind="bulletin"
            key={view.roster}
            sentences={{
              text: t('bulletin.text'),
              textHint: t('bulletin.textHint'),
              docxTemplate: t('bulletin.docxTemplate'),
              xlsxTemplate: t('bulletin.xlsxTemplate'),
              plain: t('bulletin.plain'),
              submit: t('bulletin.submit'),
            }}
            refusals={t.raw('refusal')}
            periodId={period.id}
            code={region.code}
            roster={view.roster}
            text={draft.text}
            templates={draft.templates}
          />
        </div>
      ) : null}
    </>
  )
}
