import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { rightAnswerOf } from '@/domain/exams/answer-key'
import { bankOf } from '@/features/authoring/queries/course-status'
import { withdrawalsOf } from '@/features/exams/queries/withdrawals'
import { WithdrawalSection } from '@/features/exams/ui/withdrawal-section'
import { courseFigures } from '@/features/item-statistics/queries/course-figures'
import { FiguresOfQuestion } from '@/features/item-statistics/ui/figures-of-question'
import { requireActor } from '@/server/auth/actor'
import type { CompiledQuestion } from '@/server/content/compiled'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'
import { Prose } from '@/ui/layout/prose'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('author.question'))('title') }
}

const REFUSALS = ['no-reason', 'withdrawn', 'not-found'] as const

/** One question of a bank: its key and reasons, its figures, and taking it out of use. */
export default async function BankQuestionPage({
  params,
  searchParams,
}: PageProps<'/author/courses/[course]/questions/[question]'>) {
  const actor = await requireActor('bank.read')
  const { course, question: id } = await params
  const { refused } = await searchParams
  const bank = bankOf(actor, course)
  const question = bank?.questions.find((one) => one.id === id)
  if (!bank || !question) notFound()
  const [t, figures, withdrawals] = await Promise.all([
    getTranslations('author'),
    courseFigures(actor, course),
    withdrawalsOf(actor, course),
  ])
  const refusal = REFUSALS.find((one) => one === refused)
  const concept = bank.concepts.find((one) => one.id === question.concept)
  return (
    <div className="max-w-3xl">
      <PageTitle
        above={
          <a href={`/author/courses/${course}`} lang="zh-CN">
            {bank.status.title}
          </a>
        }
        beneath={t('question.about', {
          kind: t(`kind.${question.kind}`),
          difficulty: question.difficulty,
          concept: concept?.title ?? '',
        })}
      >
        {question.id}
      </PageTitle>
      {refusal ? (
        <Notice tone="stop" live>
          {t(`question.refused.${refusal}`)}
        </Notice>
      ) : null}
      {question.group ? <Prose html={question.group.material} /> : null}
      <Prose html={question.prompt} className="font-medium" />
      <Key question={question} />
      <p className="mt-2 text-ink-2 text-sm" lang="zh-CN">
        {[question.cite.doc, question.cite.article].filter(Boolean).join(' ')} ·{' '}
        {t('question.fact', { fact: question.fact })}
      </p>
      <section aria-labelledby="figures" className="mt-8">
        <h2 id="figures" className="mb-2 text-xl">
          {t('figures.title')}
        </h2>
        <FiguresOfQuestion counted={figures.get(id)} options={await optionsOf(question)} />
      </section>
      <WithdrawalSection
        course={course}
        questionId={id}
        withdrawals={withdrawals.filter(({ questionId }) => questionId === id)}
      />
    </div>
  )
}

/** What the figures count choices of; true and false have words of their own. */
async function optionsOf({ kind, key, options }: CompiledQuestion) {
  const t = await getTranslations('exams.paper')
  const right = kind === 'single' || kind === 'multiple' || kind === 'truefalse' ? rightAnswerOf(key) : []
  const own = kind === 'truefalse' ? (['true', 'false'] as const).map((id) => ({ id, text: t(id) })) : options
  return own.map(({ id, text }) => ({ id, html: text, isRight: right.includes(id) }))
}

async function Key({ question }: { question: CompiledQuestion }) {
  const t = await getTranslations('author.question')
  const { key, options, targets, because, unit } = question
  const textOf = new Map([...options, ...targets].map(({ id, text }) => [id, text]))
  const right = key.kind === 'single' || key.kind === 'multiple' ? rightAnswerOf(key) : []
  return (
    <>
      {right.length > 0 ? (
        <ul className="mt-2">
          {options.map((option) => (
            <li key={option.id} className="border-rule border-b py-2">
              {right.includes(option.id) ? <span className="text-pine">✓ {t('right')} </span> : null}
              <Prose inline html={option.text} />
              {option.because ? <Prose html={option.because} className="text-ink-2 text-sm" /> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-2">
          <span className="text-pine">✓ {t('right')} </span>
          {key.kind === 'truefalse' ? t(key.correct ? 'true' : 'false') : null}
          {key.kind === 'numeric' ? `${key.correct} ${unit ?? ''} (± ${key.tolerance})` : null}
          {key.kind === 'fillin' ? key.accepted.join(' / ') : null}
          {key.kind === 'ordering' ? <Prose inline html={key.order.map((id) => textOf.get(id)).join(' → ')} /> : null}
          {key.kind === 'matching' ? (
            <Prose inline html={key.pairs.map((pair) => pair.map((id) => textOf.get(id)).join(' — ')).join('；')} />
          ) : null}
        </p>
      )}
      {because ? <Prose html={because} className="mt-1 text-ink-2" /> : null}
    </>
  )
}
