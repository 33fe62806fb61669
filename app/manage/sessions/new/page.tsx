import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { mayEver } from '@/domain/permissions/permission'
import { regionChoices } from '@/features/accounts/queries/link-list'
import { programmeInView } from '@/features/rates/queries/programme-in-view'
import { commissioningRegions, hostsInArea } from '@/features/sessions/queries/session-hosts'
import { PlanForm } from '@/features/sessions/ui/plan-form'
import { requireActor } from '@/server/auth/actor'
import { shanghaiToday } from '@/server/clock'
import { contentCatalog } from '@/server/content/catalog'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sessions'))('new') }
}

/** Planning a session. */
export default async function NewSessionPage() {
  const actor = await requireActor('session.plan')
  const programme = await programmeInView(undefined, shanghaiToday())
  if (!programme) notFound()
  const [t, common] = await Promise.all([getTranslations('sessions'), getTranslations('common')])
  const isOfficer = mayEver(actor, 'session.run')
  const [regions, hosts] = isOfficer
    ? await Promise.all([regionChoices(actor), hostsInArea(actor)])
    : [await commissioningRegions(actor), null]
  return (
    <div className="max-w-xl">
      <PageTitle
        above={
          <Breadcrumbs
            label={common('breadcrumbs')}
            items={[{ href: '/manage/sessions', label: t('title') }, { label: t('new') }]}
          />
        }
        beneath={t('newLead', { programme: programme.name })}
      >
        {t('new')}
      </PageTitle>
      <PlanForm
        sentences={{ ...(t.raw('form') as Parameters<typeof PlanForm>[0]['sentences']) }}
        programmeId={programme.id}
        regions={regions.map(({ code, name, depth }) => ({ value: code, label: `${'　'.repeat(depth)}${name}` }))}
        hosts={hosts}
        courses={contentCatalog().courses.map(({ slug, title }) => ({ value: slug, label: title }))}
      />
    </div>
  )
}
