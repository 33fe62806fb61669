import { getTranslations } from 'next-intl/server'
import { Prose } from '@/ui/layout/prose'
import type { ReviewedQuestion } from '../reviewed-question'

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
          <p className="text-sm">
            {p('question', { number: question.position })}　
            <span className={question.isRight ? 'text-pine' : 'text-cinnabar'}>
              {question.isRight ? '✓' : '✗'} {t(question.isRight ? 'right' : 'wrong')}
            </span>
          </p>
          <Prose html={question.prompt} className="font-medium" />
          {question.kind === 'numeric' ? (
            <p>
              {question.typed ? t('typed', { value: question.typed }) : t('empty')}　
              {t('answer', { value: `${question.correctNumber ?? ''} ${question.unit ?? ''}`.trim() })}
            </p>
          ) : (
            <ul className="mt-1">
              {question.options.map((option) => (
                <li
                  key={option.text}
                  className="review-option"
                  data-correct={option.isCorrect}
                  data-chosen={option.isChosen}
                >
                  <span aria-hidden="true">{option.isCorrect ? '✓' : option.isChosen ? '✗' : '·'}</span>
                  <div>
                    {question.kind === 'truefalse' ? (
                      p(option.text === 'true' ? 'true' : 'false')
                    ) : (
                      <Prose inline html={option.text} />
                    )}
                    {option.isChosen ? <span className="review-tag">{chosen ?? t('chosen')}</span> : null}
                    {option.isCorrect ? <span className="review-tag">{t('correct')}</span> : null}
                    {option.because ? <Prose html={option.because} className="text-ink-2 text-sm" /> : null}
                  </div>
                </li>
              ))}
            </ul>
          )}
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
