import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'
import { reportQuery } from '../input'
import type { draftForm, DraftPage } from '../queries/draft-page'
import { ComposeForm } from './compose-form'
import { instantText } from './instant-text'
import { ReportControls } from './report-controls'

/** The officer's draft of the bulletin of an open period: its files once made, and the form to make it, again and again. */
export async function DraftView(props: {
  page: DraftPage
  form: Awaited<ReturnType<typeof draftForm>>
  roster: 'key' | 'all'
  /** Asks for the page again while the draft is being made. */
  refresh: ReactNode
}) {
  const { page, form, roster } = props
  const { region, period, stored } = page
  const t = await getTranslations('reports')
  const common = await getTranslations('common')
  const up = `/manage/reports/${period.id}/${region.code}`
  const here = `${up}/bulletin`
  const query = reportQuery({ roster })
  const above = [
    { href: `${up}${query}`, label: t('periodOf', { region: region.name, from: period.fromOn, to: period.lastDay }) },
    { label: t('draft.open') },
  ]
  const isBeingMade = stored?.state.state === 'composing'
  return (
    <>
      <PageTitle
        above={<Breadcrumbs label={common('breadcrumbs')} items={above} />}
        beneath={t('draft.lead', { closes: period.lastDay, day: period.on })}
      >
        {t('draft.titleOf', { region: region.name })}
      </PageTitle>
      {stored ? <DraftMade here={here} query={query} state={stored.state} refresh={props.refresh} /> : null}
      {isBeingMade ? null : (
        <div className="max-w-2xl">
          <ReportControls action={here} view={{ roster }} />
          <ComposeForm
            key={`${roster} ${form.text}`}
            kind="draft"
            sentences={{
              text: t('bulletin.text'),
              textHint: t('draft.textHint'),
              docxTemplate: t('bulletin.docxTemplate'),
              xlsxTemplate: t('bulletin.xlsxTemplate'),
              plain: t('bulletin.plain'),
              submit: t('draft.submit'),
            }}
            refusals={t.raw('refusal')}
            periodId={period.id}
            code={region.code}
            roster={roster}
            text={form.text}
            templates={form.templates}
          />
        </div>
      )}
    </>
  )
}

async function DraftMade(props: {
  here: string
  query: string
  state: NonNullable<DraftPage['stored']>['state']
  refresh: ReactNode
}) {
  const { here, query, state } = props
  const t = await getTranslations('reports')
  if (state.state === 'composing')
    return (
      <Notice title={t('draft.composing')} live>
        <p>{t('draft.composingText')}</p>
        <a className="inline-flex min-h-11 items-center" href={`${here}${query}`}>
          {t('bulletin.refresh')}
        </a>
        {props.refresh}
      </Notice>
    )
  if (state.state === 'refused')
    return (
      <Notice tone="stop" title={t('draft.broken')}>
        <p>{t(`refusal.${state.refusal}`)}</p>
        <ul className="list-disc pl-5">
          {state.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
        <p>
          {t('draft.brokenText')} {t('bulletin.kept')}
        </p>
      </Notice>
    )
  const again = reportQuery({ roster: state.request.roster, text: 'new' })
  return (
    <section className="mb-8">
      <p className="mb-3">{t('draft.ready', { day: state.on, at: instantText(new Date(state.at)) })}</p>
      <p className="flex flex-wrap items-center gap-3">
        <a className="button button-primary" href={`${here}/draft/docx`}>
          {t('draft.docx')}
        </a>
        <a className="button" href={`${here}/draft/xlsx`}>
          {t('draft.xlsx')}
        </a>
        <a className="inline-flex min-h-11 items-center" href={`${here}${again}`}>
          {t('draft.again')}
        </a>
      </p>
    </section>
  )
}
