import { getTranslations } from 'next-intl/server'
import { Prose } from '@/ui/layout/prose'
import type { OpenQuestion } from '../queries/attempt-page'

/** One question of an open paper as a fieldset of plain fields. It knows no key. */
export async function QuestionField({ question, total }: { question: OpenQuestion; total: number }) {
  const t = await getTranslations('exams.paper')
  const { position, kind, options, value } = question
  const name = `q${position}`
  return (
    <fieldset
      id={name}
      className="question"
      data-position={position}
      data-seq={question.seq}
      {...(position === 1 ? { 'data-current': '' } : {})}
    >
      <input type="hidden" name="shown" value={position} />
      <legend>
        <span className="question-number">
          <span className="sr-only">{t('question', { number: position })}</span>
          <span aria-hidden="true">{t('of', { number: position, total })}</span>
          <span className="question-hint">{t(kind)}</span>
        </span>
        <Prose inline html={question.prompt} className="question-prompt" />
      </legend>
      {kind === 'numeric' ? (
        <p className="number-field">
          <input
            name={name}
            inputMode="decimal"
            autoComplete="off"
            maxLength={30}
            defaultValue={value[0] ?? ''}
            aria-label={t('numeric')}
          />
          {question.unit ? <span className="unit">{question.unit}</span> : null}
        </p>
      ) : (
        options.map((option) => (
          <label key={option.id} className="choice">
            <input
              type={kind === 'multiple' ? 'checkbox' : 'radio'}
              name={name}
              value={option.id}
              defaultChecked={value.includes(option.id)}
            />
            {kind === 'truefalse' ? (
              <span>{t(option.text === 'true' ? 'true' : 'false')}</span>
            ) : (
              <Prose inline html={option.text} />
            )}
          </label>
        ))
      )}
    </fieldset>
  )
}
