import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CopyButton } from '@/ui/forms/copy-button'
import { groupText } from '@/features/reports/group-text'
import { reportQuery, reportView } from '@/features/reports/input'
import { groupPage } from '@/features/reports/queries/group-figures'
import { ReportControls } from '@/features/reports/ui/report-controls'
import { ReportNavigation } from '@/features/reports/ui/report-navigation'
import { requireActor } from '@/server/auth/actor'
import { documentWords } from '@/server/document-words'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('group.title') }
}

/** A summary for a work group, as text to copy and as a picture. */
export default async function GroupTextPage({ searchParams }: PageProps<'/manage/reports/group-text'>) {
  const actor = await requireActor('report.read')
  const view = reportView.parse(await searchParams)
  const page = await groupPage(actor, view)
  if (!page) notFound()
  const t = await getTranslations('reports')
  const common = await getTranslations('common')
  const rates = await getTranslations('rates')
  const { region, programme, programmes, figures } = page
  const chosen = { region: region.code, roster: view.roster, ...(programme ? { programme: programme.id } : {}) }
  const above = region.ancestors.map(({ code, name }) => ({
    href: `/manage/reports/group-text${reportQuery({ ...chosen, region: code })}`,
    label: name,
  }))
  const lines = figures ? groupText(figures, documentWords('reports')) : []
  return (
    <>
      <PageTitle
        above={<Breadcrumbs label={common('breadcrumbs')} items={[...above, { label: region.name }]} />}
        beneath={t('group.lead')}
      >
        {t('group.titleOf', { region: region.name })}
      </PageTitle>
      <ReportNavigation actor={actor} current="groupText" programmeId={programme?.id ?? null} region={region.code} />
      <ReportControls
        action="/manage/reports/group-text"
        view={{ roster: view.roster, region: region.code }}
        programmes={programmes}
        programmeId={programme?.id ?? null}
      />
      {figures ? (
        <div className="grid gap-8 lg:grid-cols-2">
          <div>
            <label htmlFor="group-text" className="mb-1 block font-medium">
              {t('group.text')}
            </label>
            <textarea
              id="group-text"
              className="input mb-3"
              lang="zh-CN"
              readOnly
              rows={lines.length + 2}
              defaultValue={lines.join('\n')}
            />
            <CopyButton text={lines.join('\n')} label={t('group.copy')} done={t('group.copied')} />
          </div>
          <div>
            {/* biome-ignore lint/performance/noImgElement: drawn for this officer at this moment; there is nothing to optimise */}
            <img
              src={`/manage/reports/group-text/picture${reportQuery(chosen)}`}
              alt={t('group.pictureAlt')}
              className="mb-3 w-full max-w-md border border-rule"
            />
            <a className="button" href={`/manage/reports/group-text/picture${reportQuery(chosen)}`} download>
              {t('group.picture')}
            </a>
          </div>
        </div>
      ) : (
        <EmptyState title={rates('noProgramme')}>{rates('noProgrammeText')}</EmptyState>
      )}
    </>
  )
}
