import { randomBytes } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { samplePaper } from '@/features/exams/queries/sample-paper'
import { QuestionField } from '@/features/exams/ui/question-field'
import { requireActor } from '@/server/auth/actor'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('author.paper'))('title') }
}

/** A paper as it might be drawn, as a learner sees it. Nothing is saved; the address draws the same paper again. */
export default async function SamplePaperPage({ params, searchParams }: PageProps<'/author/courses/[course]/paper'>) {
  const actor = await requireActor('bank.read')
  const { course } = await params
  const { draw } = await searchParams
  if (typeof draw !== 'string')
    redirect(`/author/courses/${encodeURIComponent(course)}/paper?draw=${randomBytes(6).toString('hex')}`)
  const paper = samplePaper(actor, course, draw)
  if (!paper) notFound()
  const [t, words] = await Promise.all([getTranslations('author.paper'), getTranslations('exams.paper')])
  return (
    <div className="max-w-2xl">
      <PageTitle above={<a href={`/author/courses/${course}`}>{t('back')}</a>} beneath={t('lead')}>
        <span lang="zh-CN">{paper.title}</span>
      </PageTitle>
      <p>
        <a className="button" href={`/author/courses/${course}/paper`}>
          {t('again')}
        </a>
      </p>
      <div className="paper">
        {paper.questions.map((question) => (
          <QuestionField key={question.position} question={question} total={paper.questions.length} t={words} />
        ))}
      </div>
    </div>
  )
}
