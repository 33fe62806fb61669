import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { myShakyConcepts } from '@/features/concepts/queries/my-concepts'
import { ConceptList } from '@/features/concepts/ui/concept-list'
import { myPassedLabs } from '@/features/labs/queries/my-lab-runs'
import { requireActor } from '@/server/auth/actor'
import { contentCatalog } from '@/server/content/catalog'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'
import { StatusMark } from '@/ui/layout/status-mark'
import { LearnerShell } from '../learner-shell'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('labs'))('title') }
}

/** All labs, each with the actor's state. */
export default async function LabsPage() {
  const actor = await requireActor('learn.read')
  const t = await getTranslations('labs')
  const { labs } = contentCatalog()
  const [passed, shaky, words] = await Promise.all([
    myPassedLabs(actor),
    myShakyConcepts(actor),
    getTranslations('concepts'),
  ])
  return (
    <LearnerShell actor={actor} current="labs">
      <PageTitle beneath={t('lead')}>{t('title')}</PageTitle>
      {labs.length === 0 ? <EmptyState title={t('none')} /> : null}
      <ul>
        {labs.map((lab) => (
          <li key={lab.slug} className="border-rule border-b py-4">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <a href={`/learn/labs/${lab.slug}`} className="inline-flex min-h-11 items-center font-serif text-lg">
                {lab.title}
              </a>
              <StatusMark
                kind={passed.has(lab.slug) ? 'done' : 'open'}
                label={t(passed.has(lab.slug) ? 'passedMark' : 'openMark')}
              />
            </div>
            <p className="text-ink-2">{lab.summary}</p>
            <p className="text-ink-3 text-sm">{t('minutes', { minutes: lab.minutes })}</p>
          </li>
        ))}
      </ul>
      <p className="mt-6">
        <a className="inline-flex min-h-11 items-center" href="/worksheets">
          {(await getTranslations('worksheets'))('link')}
        </a>
      </p>
      {shaky.length > 0 ? (
        <section className="mt-10">
          <h2 className="mb-2 text-xl">{words('mine')}</h2>
          <p className="mb-2 text-ink-2">{words('mineLead')}</p>
          <ConceptList concepts={shaky} />
        </section>
      ) : null}
    </LearnerShell>
  )
}
