import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { regionListPlan } from '@/features/roster/queries/region-list-plan'
import { regionListView } from '@/features/roster/region-list-input'
import { RegionListForm } from '@/features/roster/ui/region-list-form'
import { RegionListPlan } from '@/features/roster/ui/region-list-plan'
import { requireActor } from '@/server/auth/actor'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('roster'))('regionList.title') }
}

/** A list of regions, pasted: first a dry run, then written at once. For officers of the city. */
export default async function RegionListPage({ searchParams }: PageProps<'/manage/roster/regions/list'>) {
  const actor = await requireActor('regions.write')
  const { from, list } = regionListView.parse(await searchParams)
  const plan = list ? await regionListPlan(actor, list) : null
  if (list && !plan) notFound()
  const t = await getTranslations('roster')
  const common = await getTranslations('common')
  const above = [
    { href: '/manage/roster', label: t('title') },
    { href: '/manage/roster/regions', label: t('regions.title') },
  ]
  return (
    <>
      <PageTitle
        above={<Breadcrumbs label={common('breadcrumbs')} items={[...above, { label: t('regionList.title') }]} />}
        beneath={t('regionList.lead')}
      >
        {t('regionList.title')}
      </PageTitle>
      {plan && list ? (
        <>
          <RegionListPlan plan={plan} listId={list} from={from} />
          {plan.list && plan.problems.length === 0 ? (
            <p className="mt-4">
              <a className="button button-quiet" href={`/manage/roster/regions/list?from=${from}`}>
                {t('regionList.again')}
              </a>
            </p>
          ) : (
            <RegionListForm from={from} text={plan.text} />
          )}
        </>
      ) : (
        <RegionListForm from={from} />
      )}
    </>
  )
}
