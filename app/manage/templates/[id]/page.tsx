import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { fullNameAreas } from '@/features/templates/queries/template-regions'
import { templatePage } from '@/features/templates/queries/template-page'
import { LiveRefresh } from '@/features/templates/ui/live-refresh'
import { ProblemList } from '@/features/templates/ui/problem-list'
import { RetireForm } from '@/features/templates/ui/retire-form'
import { RunForm } from '@/features/templates/ui/run-form'
import { RunList } from '@/features/templates/ui/run-list'
import { TemplateState } from '@/features/templates/ui/template-state'
import { requireActor } from '@/server/auth/actor'
import { env } from '@/server/env'
import { programmeChoices } from '@/server/programmes/known-programmes'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('templates'))('title') }
}

/** One template: whether it is in order, what is broken where, an example, and documents filled with it. */
export default async function TemplatePage({ params }: PageProps<'/manage/templates/[id]'>) {
  const actor = await requireActor('template.write')
  const one = await templatePage(actor, (await params).id)
  if (!one) notFound()
  const t = await getTranslations('templates')
  const here = `/manage/templates/${one.id}`
  const isBusy = one.state === 'UPLOADED' || one.runs.some(({ state }) => state === 'WAITING' || state === 'RUNNING')
  const purpose = one.purpose === 'BULLETIN' ? null : one.purpose
  const isUsable = one.state === 'SOUND' && !one.isRetired
  const areas = purpose && isUsable ? await fullNameAreas(actor) : []
  const back = { href: `/manage/templates?purpose=${one.purpose}`, label: t(`purpose.${one.purpose}`) }
  return (
    <>
      {isBusy ? <LiveRefresh /> : null}
      <PageTitle
        above={<Breadcrumbs label={t('where')} items={[{ href: '/manage/templates', label: t('title') }, back]} />}
      >
        {one.name}
      </PageTitle>
      <TemplateState
        state={one.state}
        refusal={one.refusal}
        isRetired={one.isRetired}
        here={here}
        count={one.problemCount}
      />
      {one.isOwn ? null : <Notice>{t('inheritedFrom', { region: one.region.name })}</Notice>}
      {one.problems.length > 0 ? <ProblemList problems={one.problems} count={one.problemCount} /> : null}
      {one.state === 'REFUSED' ? null : (
        <p className="my-4 flex flex-wrap gap-3">
          {one.previewFileId ? (
            <a className="button" href={`${here}/preview`}>
              {t('preview')}
            </a>
          ) : null}
          <a className="button" href={`${here}/file`}>
            {t('original')}
          </a>
        </p>
      )}
      {purpose && (isUsable || one.runs.length > 0) ? (
        <section id="runs" aria-labelledby="runs-title">
          <h2 id="runs-title" className="mt-10 mb-2 text-xl">
            {t('run.title')}
          </h2>
          <p className="mb-4">{t(`run.lead.${purpose}`)}</p>
          {isUsable && areas.length === 0 ? <Notice>{t('run.noArea')}</Notice> : null}
          {areas.length > 0 ? (
            <RunForm
              templateId={one.id}
              purpose={purpose}
              areas={areas}
              programmes={await programmeChoices()}
              office={env().OFFICE_NAME ?? one.region.name}
            />
          ) : null}
          <h3 className="mt-8 mb-2 text-lg">{t('run.history')}</h3>
          <RunList runs={one.runs} purpose={purpose} />
        </section>
      ) : null}
      {one.purpose === 'BULLETIN' && isUsable ? <p className="mt-6">{t('bulletinUse')}</p> : null}
      {one.isOwn && !one.isRetired ? <RetireForm templateId={one.id} /> : null}
    </>
  )
}
