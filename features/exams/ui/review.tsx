import { getTranslations } from 'next-intl/server'
import { Prose } from '@/ui/layout/prose'
import type { ReviewedQuestion } from '../reviewed-question'
import { ReviewAnswer } from './review-answer'

/** Every question of a closed paper with what was answered, what is right and why. */
export async function Review({
  questions,
  course,
  chosen,
}: {
  questions: readonly ReviewedQuestion[]
  course: string
  /** What marks the chosen option when it was not the reader who chose. */
  chosen?: string
}) {
  const t = await getTranslations('exams.result')
  const p = await getTranslations('exams.paper')
  return (
    <ol className="border-rule border-t">
      {questions.map((question) => (
        <li key={question.position} className="border-rule border-b py-4">
          {question.material ? <Prose html={question.material} /> : null}
          <p className="text-sm">
            {p('question', { number: question.position })}　
            <span className={question.isRight ? 'text-pine' : 'text-cinnabar'}>
              {question.isRight ? '✓' : '✗'} {t(question.isRight ? 'right' : 'wrong')}
            </span>
            {question.percent === null ? null : <span>　{t('partly', { share: `${question.percent}%` })}</span>}
            {question.isWithdrawn ? <span className="text-ochre">　{t('itemWithdrawn')}</span> : null}
          </p>
          <Prose html={question.prompt} className="font-medium" />
          <ReviewAnswer question={question} t={t} p={p} {...(chosen ? { chosen } : {})} />
          {question.because ? <Prose html={question.because} className="mt-1 text-ink-2" /> : null}
          <p className="mt-1 text-ink-3 text-sm" lang="zh-CN">
            {t('cite', { cite: [question.cite.doc, question.cite.article].filter(Boolean).join(' ') })}　
            <a href={`/learn/courses/${course}/${question.lesson}`}>{question.lessonTitle}</a>
          </p>
        </li>
      ))}
    </ol>
  )
}
