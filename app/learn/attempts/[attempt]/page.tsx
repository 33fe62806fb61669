import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { Worth } from '@/app/learn/worth'
import { LearnerShell } from '@/app/learn/learner-shell'
import { type ClosedAttempt, attemptPage, type OpenAttempt } from '@/features/exams/queries/attempt-page'
import { Paper } from '@/features/exams/ui/paper'
import { Result, ResultReview } from '@/features/exams/ui/result'
import { requireActor } from '@/server/auth/actor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exams.rules'))('title') }
}

/** One attempt of the reader's own: its paper while it is open, its result afterwards. */
export default async function AttemptPage({ params }: PageProps<'/learn/attempts/[attempt]'>) {
  const actor = await requireActor('attempt.open-book')
  const id = z.uuid().safeParse((await params).attempt)
  const attempt = id.success ? await attemptPage(actor, id.data) : null
  if (!attempt) notFound()
  return (
    <LearnerShell actor={actor} current="learn">
      {attempt.state === 'open' ? <OpenPaper attempt={attempt} /> : <ClosedPaper attempt={attempt} />}
    </LearnerShell>
  )
}

async function OpenPaper({ attempt }: { attempt: OpenAttempt }) {
  const t = await getTranslations('exams.paper')
  const { blueprint } = attempt
  return (
    <>
      <h1 className="font-serif text-xl">
        <span lang="zh-CN">{t('title', { title: blueprint.title, no: attempt.no })}</span>
      </h1>
      {blueprint.openBook ? (
        <p className="text-sm">
          <a
            className="inline-flex min-h-11 items-center"
            href={blueprint.needsAccount ? `/learn/courses/${blueprint.course}` : '/learn/start?again=1'}
            target="_blank"
            rel="noreferrer"
          >
            {t('lookUp')}
          </a>
        </p>
      ) : null}
      <Paper attempt={attempt} />
    </>
  )
}

async function ClosedPaper({ attempt }: { attempt: ClosedAttempt }) {
  const t = await getTranslations('exams.result')
  const isHead = !attempt.blueprint.needsAccount
  return (
    <>
      <Result attempt={attempt} />
      {isHead && attempt.hasPassed ? <Worth /> : null}
      <p className="mt-6 flex flex-wrap gap-3">
        <a className={`button ${attempt.hasPassed ? 'button-primary' : ''}`} href="/learn">
          {t('home')}
        </a>
        <a className="button button-quiet" href={`/learn/courses/${attempt.blueprint.course}`}>
          {t('more')}
        </a>
      </p>
      <ResultReview attempt={attempt} />
    </>
  )
}
