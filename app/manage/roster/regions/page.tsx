import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { regionAdmin } from '@/features/roster/queries/region-admin'
import { RegionTree } from '@/features/roster/ui/region-tree'
import { requireActor } from '@/server/auth/actor'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('roster'))('regions.title') }
}

/** Zones and townships: added, renamed, closed, opened. For officers of the city. */
export default async function RegionsPage() {
  await requireActor('regions.write')
  const t = await getTranslations('roster')
  const common = await getTranslations('common')
  return (
    <>
      <PageTitle
        above={
          <Breadcrumbs
            label={common('breadcrumbs')}
            items={[{ href: '/manage/roster', label: t('title') }, { label: t('regions.title') }]}
          />
        }
        beneath={t('regions.lead')}
      >
        {t('regions.title')}
      </PageTitle>
      <p className="mb-4">
        <a className="button" href="/manage/roster/regions/list">
          {t('regionList.link')}
        </a>
      </p>
      <RegionTree rows={await regionAdmin()} />
    </>
  )
}
