import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { mayEver } from '@/domain/permissions/permission'
import { myLabRuns } from '@/features/labs/queries/my-lab-runs'
import { myNextStart } from '@/features/labs/queries/next-start'
import { StartLab } from '@/features/labs/ui/start-lab'
import { RunTable } from '@/features/labs/ui/run-table'
import { requireActor } from '@/server/auth/actor'
import { labBySlug } from '@/server/content/catalog'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'
import { Prose } from '@/ui/layout/prose'
import { LearnerShell } from '../../learner-shell'

export async function generateMetadata({ params }: PageProps<'/learn/labs/[slug]'>): Promise<Metadata> {
  const lab = labBySlug((await params).slug)
  return lab ? { title: lab.title } : {}
}

/** What a lab is about, its two modes, and the actor's runs. */
export default async function LabPage({ params }: PageProps<'/learn/labs/[slug]'>) {
  const actor = await requireActor('learn.read')
  const lab = labBySlug((await params).slug)
  if (!lab) notFound()
  const t = await getTranslations('labs')
  const runs = await myLabRuns(actor, lab.slug)
  return (
    <LearnerShell actor={actor} current="labs">
      <PageTitle serif above={<a href="/learn/labs">{t('title')}</a>} beneath={t('minutes', { minutes: lab.minutes })}>
        {lab.title}
      </PageTitle>
      <Prose html={lab.html} />
      {mayEver(actor, 'lab.take') ? (
        <StartLab
          lab={lab}
          open={runs.filter((run) => run.state === 'OPEN').map(({ mode }) => mode)}
          waitsUntil={await myNextStart(actor, lab)}
        />
      ) : (
        <Notice>
          {t('needsAccount')} <a href="/account/claim">{t('claim')}</a>
        </Notice>
      )}
      {runs.length > 0 ? <RunTable slug={lab.slug} runs={runs} /> : null}
    </LearnerShell>
  )
}
