import { Prose } from '@/ui/layout/prose'
import type { ReviewedQuestion } from '../reviewed-question'
import type { PaperWords, ResultWords } from './paper-words'

type Reviewed = { question: ReviewedQuestion; t: ResultWords; p: PaperWords; chosen?: string }

/** What was answered beside what is right, as the kind of question asks for. */
export function ReviewAnswer({ question, t, p, chosen }: Reviewed) {
  switch (question.kind) {
    case 'numeric':
    case 'fillin':
      return <TypedAnswer question={question} t={t} p={p} />
    case 'ordering':
    case 'matching':
      return <Placings question={question} t={t} p={p} />
    default:
      return <ChosenOptions question={question} t={t} p={p} {...(chosen ? { chosen } : {})} />
  }
}

function TypedAnswer({ question, t }: Reviewed) {
  return (
    <p>
      {question.typed ? t('typed', { value: question.typed }) : t('empty')}　
      {t('answer', { value: `${question.accepted ?? ''} ${question.unit ?? ''}`.trim() })}
    </p>
  )
}

function Placings({ question, t, p }: Reviewed) {
  const isOrder = question.kind === 'ordering'
  return (
    <>
      <p className="mt-1">{t(isOrder ? 'rightOrder' : 'rightPairs')}</p>
      <ul>
        {question.placings.map((placing) => (
          <li
            key={placing.text}
            className="review-option"
            data-correct={placing.isRight}
            data-chosen={!placing.isRight}
          >
            <span aria-hidden="true">{placing.isRight ? '✓' : '✗'}</span>
            <div>
              {isOrder ? <span className="mr-2">{p('place', { place: Number(placing.right) })}</span> : null}
              <Prose inline html={placing.text} />
              {isOrder ? null : (
                <>
                  {' — '}
                  <Prose inline html={placing.right} />
                </>
              )}
              {placing.isRight ? null : (
                <span className="review-tag">
                  {t('yours')}
                  {placing.given === null ? (
                    t('empty')
                  ) : isOrder ? (
                    p('place', { place: Number(placing.given) })
                  ) : (
                    <Prose inline html={placing.given} />
                  )}
                </span>
              )}
              {placing.because ? <Prose html={placing.because} className="text-ink-2 text-sm" /> : null}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function ChosenOptions({ question, t, p, chosen }: Reviewed) {
  return (
    <ul className="mt-1">
      {question.options.map((option) => (
        <li key={option.text} className="review-option" data-correct={option.isCorrect} data-chosen={option.isChosen}>
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
  )
}
