import { getFormatter, getTranslations } from 'next-intl/server'
import { isAnswered } from '../is-answered'
import type { OpenAttempt } from '../queries/attempt-page'
import { PaperIsland, type PaperSentences } from './paper-island'
import { QuestionField } from './question-field'

/**
 * The whole paper as one plain form: without a script its buttons save and hand in; with one, each answer is saved as it is given,
 * and on a phone a certifying paper shows one question at a time. A head's five questions stand on one page.
 */
export async function Paper({ attempt }: { attempt: OpenAttempt }) {
  const t = await getTranslations('exams.paper')
  const format = await getFormatter()
  const { questions, blueprint, deadlineAt } = attempt
  const isPaged = blueprint.needsAccount
  const answered = questions.filter((question) => isAnswered(question, question.value))
  const clock = (at: Date) => format.dateTime(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return (
    <form
      id="paper"
      className={`paper ${isPaged ? 'paper-paged' : ''}`}
      method="post"
      autoComplete="off"
      action={`/learn/attempts/${attempt.id}/paper`}
      data-attempt={attempt.id}
      {...(deadlineAt ? { 'data-left-ms': deadlineAt.getTime() - attempt.now.getTime() } : {})}
    >
      <input type="hidden" name="live" value="0" />
      <div className="paper-bar">
        <span data-count>{t('answeredCount', { done: answered.length, total: questions.length })}</span>
        <span data-saved role="status">
          {attempt.savedAt ? t('savedAt', { time: clock(attempt.savedAt) }) : t('idle')}
        </span>
        {deadlineAt ? <span data-clock>{t('deadline', { time: clock(deadlineAt) })}</span> : null}
      </div>
      <noscript>
        <p className="paper-note">
          {t('withoutScript', { save: t('save'), submit: t(isPaged ? 'submit' : 'submitHead') })}
        </p>
      </noscript>
      {isPaged ? (
        <nav className="palette" aria-label={t('palette')}>
          <ol>
            {questions.map((question) => (
              <li key={question.position}>
                <a
                  href={`#q${question.position}`}
                  data-goto={question.position}
                  {...(answered.includes(question) ? { 'data-answered': '' } : {})}
                  {...(question.isFlagged ? { 'data-flagged': '' } : {})}
                >
                  {question.position}
                  <span className="sr-only" data-state-words>
                    {[answered.includes(question) ? t('answered') : '', question.isFlagged ? t('flagged') : '']
                      .filter(Boolean)
                      .join('，')}
                  </span>
                </a>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      {questions.map((question) => (
        <QuestionField key={question.position} question={question} total={questions.length} t={t} canFlag={isPaged} />
      ))}
      <p className="paper-note" data-unanswered role="alert" />
      <div className="paper-buttons">
        {isPaged ? (
          <span className="paper-steps" hidden data-steps>
            <button type="button" className="button" data-step="-1">
              {t('previous')}
            </button>
            <button type="button" className="button" data-step="1">
              {t('next')}
            </button>
          </span>
        ) : null}
        <button type="submit" className="button paper-save" name="intent" value="save">
          {t('save')}
        </button>
        <button type="submit" className="button button-primary" name="intent" value="submit" data-submit>
          {t(isPaged ? 'submit' : 'submitHead')}
        </button>
      </div>
      <PaperIsland sentences={sentencesOf(t.raw)} />
    </form>
  )
}

const SENTENCES = [
  'saving',
  'savedAt',
  'retrying',
  'closed',
  'tooLate',
  'signedOut',
  'answered',
  'answeredCount',
  'flagged',
  'unanswered',
  'stillFlagged',
  'submitAnyway',
  'minutesLeft',
  'timeLeft',
  'over',
] as const

function sentencesOf(raw: (key: (typeof SENTENCES)[number]) => string): PaperSentences {
  return Object.fromEntries(SENTENCES.map((key) => [key, raw(key)])) as PaperSentences
}
