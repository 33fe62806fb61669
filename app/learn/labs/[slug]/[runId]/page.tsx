import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { namedConcept } from '@/features/concepts/concept-names'
import { ConceptList } from '@/features/concepts/ui/concept-list'
import { myNextStart } from '@/features/labs/queries/next-start'
import { labRunView } from '@/features/labs/queries/lab-run-view'
import { LabDesk } from '@/features/labs/ui/lab-desk'
import { LabResultPage } from '@/features/labs/ui/lab-result'
import { requireActor } from '@/server/auth/actor'
import { labBySlug } from '@/server/content/catalog'
import type { LabTexts } from '@/server/content/lab-schema'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'
import { LearnerShell } from '../../../learner-shell'

export async function generateMetadata({ params }: PageProps<'/learn/labs/[slug]/[runId]'>): Promise<Metadata> {
  const lab = labBySlug((await params).slug)
  return lab ? { title: lab.title } : {}
}

/** A lab that was taken out of the content still shows its old runs, by the names of their cells. */
const NO_TEXTS: LabTexts = { steps: {}, cells: {}, labels: {}, options: {}, paths: {} }

/** One run of a lab: its desk while open, its result afterwards. */
export default async function LabRunPage({ params, searchParams }: PageProps<'/learn/labs/[slug]/[runId]'>) {
  const actor = await requireActor('lab.take')
  const { slug, runId } = await params
  const run = z.uuid().safeParse(runId).success ? await labRunView(actor, runId) : null
  if (!run || run.slug !== slug) notFound()
  const t = await getTranslations('labs')
  const { saved } = await searchParams
  const { company, year, policy } = run.sheet
  const lab = labBySlug(slug)
  const texts = lab?.texts ?? NO_TEXTS
  return (
    <LearnerShell actor={actor} current="labs" width="desk">
      <PageTitle
        serif
        above={
          <a className="inline-flex min-h-11 items-center" href={`/learn/labs/${slug}`}>
            {t('result.back')}
          </a>
        }
        beneath={`${t(`mode.${run.mode}`)} · ${t('run.no', { no: run.no })} · ${t('desk.company', { company, year })}`}
      >
        <span lang="zh-CN">{lab?.title ?? slug}</span>
      </PageTitle>
      <p className="mb-4 flex flex-wrap items-center gap-x-4 text-ink-2 text-sm">
        {t('desk.policy', { policy, checkedOn: lab?.checkedOn ?? '—' })}
        {lab ? (
          <a className="inline-flex min-h-11 items-center print:hidden" href={`/learn/labs/${slug}/${runId}/pdf`}>
            {t('pdf.link')}
          </a>
        ) : null}
      </p>
      {saved === 'closed' ? (
        <Notice tone="warn" live>
          {t('saver.closedOnce')}
        </Notice>
      ) : null}
      {run.state === 'OPEN' ? (
        <LabDesk run={run} texts={texts} showsForm={saved === 'yes'} />
      ) : (
        <>
          <LabResultPage run={run} texts={texts} waitsUntil={lab ? await myNextStart(actor, lab) : null} />
          <LessonsToSee slug={slug} concepts={run.shakyConcepts} />
        </>
      )}
    </LearnerShell>
  )
}

/** What the run was not sure of, with the lessons that explain it. */
async function LessonsToSee({ slug, concepts }: { slug: string; concepts: readonly string[] }) {
  const t = await getTranslations('concepts')
  const known = concepts.flatMap((concept) => {
    const words = namedConcept('LAB', slug, concept)
    return words ? [{ ...words, key: concept, from: '' }] : []
  })
  if (known.length === 0) return null
  return (
    <section className="my-6 print:hidden">
      <h2 className="mb-2 text-lg">{t('run')}</h2>
      <ConceptList concepts={known} />
    </section>
  )
}
