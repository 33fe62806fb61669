import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { startSteps } from '@/domain/start/steps'
import { readyRegions } from '@/features/roster/ready-regions'
import { CityForm } from '@/features/roster/ui/city-form'
import { ReadyRegionsForm } from '@/features/roster/ui/ready-regions-form'
import { countedStart } from '@/features/start/queries/start-facts'
import { StartSteps } from '@/features/start/ui/start-steps'
import { StartSummary } from '@/features/start/ui/start-summary'
import { requireActor } from '@/server/auth/actor'
import { appOrigin, isOriginConfigured } from '@/server/env'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('start'))('title') }
}

/** The first steps: what is there, what comes next, what it will write. Each officer sees the steps that are theirs. */
export default async function StartPage() {
  const actor = await requireActor('today.read')
  const facts = await countedStart(actor)
  if (!facts) notFound()
  const t = await getTranslations('start')
  const { region } = facts
  const steps = startSteps(facts)
  const isReady = readyRegions(region.code) !== null
  return (
    <div className="max-w-3xl">
      <PageTitle beneath={facts.isCity ? t('lead') : t('leadOwn', { region: region.name })}>{t('title')}</PageTitle>
      <StartSummary steps={steps} area={region.code} />
      <StartSteps
        steps={steps}
        facts={facts}
        own={isReady ? { regions: <OwnCity city={region} /> } : {}}
        beneath={{
          ...(facts.isCity && facts.counties === 0
            ? { regions: <CityForm name={region.name} code={region.code} /> }
            : {}),
          links: <Origin />,
        }}
      />
    </div>
  )
}

/** The ready list at one click, and the two other ways to regions. */
async function OwnCity({ city }: { city: { code: string; name: string } }) {
  const t = await getTranslations('start')
  const roster = await getTranslations('roster')
  return (
    <>
      <ReadyRegionsForm
        cityCode={city.code}
        refusals={roster.raw('refusal')}
        label={(numbers) => t('ready', { city: city.name, ...numbers })}
      />
      <a className="button button-quiet" href="/manage/roster/regions/list?from=start">
        {t('ownList')}
      </a>
      <a className="button button-quiet" href="/manage/roster/regions">
        {t('byHand')}
      </a>
    </>
  )
}

/** Links may leave the house only when the public address is set. */
async function Origin() {
  const t = await getTranslations('start.origin')
  if (!isOriginConfigured()) return <Notice tone="warn">{t('missing')}</Notice>
  return <p className="text-ink-2">{t('set', { origin: appOrigin() })}</p>
}
