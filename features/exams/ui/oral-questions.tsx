import { getTranslations } from 'next-intl/server'
import type { LearnerQuestion } from '@/server/content/learner-paper'
import { asFormHandler } from '@/ui/forms/form-handler'
import { Notice } from '@/ui/layout/notice'
import { Prose } from '@/ui/layout/prose'
import { abandonOralCheckAction, submitOralCheckAction } from '../oral-actions'
import type { OpenOralCheck } from '../queries/oral-check-page'

/** The questions to read aloud, with one tap for what was answered. It knows no key. */
export async function OralQuestions({ check }: { check: OpenOralCheck }) {
  const t = await getTranslations('oral.open')
  if (!check.mayRecord) {
    return (
      <>
        <Notice tone="warn">{t(check.isMine ? 'tooLate' : 'othersOpen', { name: check.askedBy })}</Notice>
        {check.isMine ? <BreakOff id={check.id} /> : null}
      </>
    )
  }
  return (
    <>
      <p className="text-ink-2">{t('how')}</p>
      <form action={asFormHandler(submitOralCheckAction)} className="max-w-2xl">
        <input type="hidden" name="checkId" value={check.id} />
        {check.questions.map((question) => (
          <Question key={question.position} question={question} total={check.questions.length} />
        ))}
        <button type="submit" className="button button-primary mt-6 w-full sm:w-auto">
          {t('submit')}
        </button>
        <p className="mt-2 text-ink-2 text-sm">{t('submitHint')}</p>
      </form>
      <BreakOff id={check.id} />
    </>
  )
}

async function Question({ question, total }: { question: LearnerQuestion; total: number }) {
  const [t, paper] = await Promise.all([getTranslations('oral.open'), getTranslations('exams.paper')])
  const name = `q${question.position}`
  const isTrueFalse = question.kind === 'truefalse'
  return (
    <fieldset className="question">
      <legend>
        <span className="question-number">
          <span className="sr-only">{paper('question', { number: question.position })}</span>
          <span aria-hidden="true">{paper('of', { number: question.position, total })}</span>
          <span className="question-hint">{t(isTrueFalse ? 'trueFalse' : 'single')}</span>
        </span>
        <Prose inline html={question.prompt} className="question-prompt" />
      </legend>
      {question.options.map((option, index) => (
        <label key={option.id} className="choice">
          <input type="radio" name={name} value={option.id} required />
          {isTrueFalse ? (
            <span>{paper(option.text === 'true' ? 'true' : 'false')}</span>
          ) : (
            <span>
              <span className="mr-2 text-ink-2">{'ABCDEFGH'[index]}</span>
              <Prose inline html={option.text} />
            </span>
          )}
        </label>
      ))}
      <label className="choice text-ink-2">
        <input type="radio" name={name} value="" required />
        <span>{t('noAnswer')}</span>
      </label>
    </fieldset>
  )
}

async function BreakOff({ id }: { id: string }) {
  const t = await getTranslations('oral.open')
  return (
    <form action={asFormHandler(abandonOralCheckAction)} className="mt-6 border-rule border-t pt-4">
      <input type="hidden" name="checkId" value={id} />
      <button type="submit" className="button button-quiet">
        {t('abandon')}
      </button>
      <p className="text-ink-2 text-sm">{t('abandonHint')}</p>
    </form>
  )
}
