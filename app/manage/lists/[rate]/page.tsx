import { areaOfficers } from '@/features/contacts/queries/area-officers'
import { CHOSEN_FORM, ChosenForm } from '@/features/contacts/ui/chosen-form'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { mayEver } from '@/domain/permissions/permission'
import { reaches } from '@/domain/permissions/reaches'
import { LARGE_ROWS } from '@/server/exports/export-runs'
import { listInput, rateOfPath, viewQuery } from '@/features/rates/input'
import { listPage } from '@/features/rates/queries/list-page'
import { FiguresOf } from '@/features/rates/ui/figures-of'
import { ListFilters } from '@/features/rates/ui/list-filters'
import { ChooseAll } from '@/features/rates/ui/choose-all'
import { ListTable } from '@/features/rates/ui/list-table'
import { SavedViews } from '@/features/views/ui/saved-views'
import { requireActor } from '@/server/auth/actor'
import { subjectTitles } from '@/server/content/subject-titles'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rates'))('title') }
}

/** The list behind a number: as many rows as the number says, each with its reason. */
export default async function ListPage({ params, searchParams }: PageProps<'/manage/lists/[rate]'>) {
  const actor = await requireActor('rates.read')
  const rate = rateOfPath((await params).rate)
  if (!rate) notFound()
  const view = listInput.parse(await searchParams)
  const list = await listPage(actor, rate, view)
  if (!list) notFound()
  const t = await getTranslations('rates')
  const common = await getTranslations('common')
  const { after: _after, ...place } = view
  const here = `/manage/lists/${rate}`
  const mayChoose =
    list.rows.length > 0 && list.question.isNow && mayEver(actor, 'contact.record') && reaches(actor, list.region.path)
  const title = t('list.title', {
    rate: t(`${view.roster === 'key' ? 'rate' : 'rateAll'}.${rate}`),
    region: list.region.name,
  })
  const areaQuery = viewQuery({ programme: view.programme, roster: view.roster, on: view.on })
  const above = [...list.region.ancestors, list.region].map(({ code, name }) => ({
    href: `/manage/area/${code}${areaQuery}`,
    label: name,
  }))
  return (
    <>
      <PageTitle above={<Breadcrumbs label={common('breadcrumbs')} items={[...above, { label: t(`rate.${rate}`) }]} />}>
        {title}
      </PageTitle>
      <FiguresOf programme={list.programme} on={list.question.on} isNow={list.question.isNow} />
      <ListFilters action={here} view={view} />
      <SavedViews actor={actor} address={`${here}${viewQuery(place)}`} />
      <p className="mb-2 flex flex-wrap items-center gap-x-4">
        <span role="status">{t('list.found', { found: list.found, whole: list.whole, part: list.part })}</span>
        {mayEver(actor, 'list.export') && reaches(actor, list.region.path) ? (
          <a
            className="button"
            href={`${list.found > LARGE_ROWS ? `${here}/export` : `/api/lists/${rate}`}${viewQuery(place)}`}
          >
            {t('list.export')}
          </a>
        ) : null}
      </p>
      {list.rows.length === 0 ? (
        <EmptyState title={t('list.empty')}>{t('list.emptyText')}</EmptyState>
      ) : (
        <>
          {mayChoose ? <ChooseAll form={CHOSEN_FORM} label={t('list.chooseAll')} /> : null}
          <ListTable
            rate={rate}
            rows={list.rows}
            titleOf={subjectTitles()}
            caption={title}
            {...(mayChoose ? { chooseFor: CHOSEN_FORM } : {})}
          />
        </>
      )}
      {list.next ? (
        <p className="mt-4">
          <a className="button" href={`${here}${viewQuery({ ...view, after: list.next })}`}>
            {common('next')}
          </a>
        </p>
      ) : null}
      {mayChoose ? (
        <ChosenForm
          programmeId={list.programme.id}
          officers={await areaOfficers(actor)}
          mayContact={list.rows.every(({ isNamedInFull }) => isNamedInFull)}
        />
      ) : null}
    </>
  )
}
