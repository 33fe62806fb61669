import { Prose } from '@/ui/layout/prose'
import type { OpenQuestion } from '../queries/attempt-page'
import { CaseMaterial } from './case-material'
import type { PaperWords } from './paper-words'
import { PlacingField } from './placing-field'

/**
 * One question of an open paper as a fieldset of plain fields. It knows no key. The words come from the paper, once for all its questions: fifteen that
 * each wait for theirs are what a paper's page costs most.
 */
export function QuestionField(props: { question: OpenQuestion; total: number; t: PaperWords; canFlag?: boolean }) {
  const { question, total, t, canFlag } = props
  const { position, kind, group } = question
  const name = `q${position}`
  const prompt = <Prose inline html={question.prompt} className="question-prompt" />
  return (
    <fieldset
      id={name}
      className="question"
      data-position={position}
      data-seq={question.seq}
      {...(position === 1 ? { 'data-current': '' } : {})}
      {...(group ? { 'aria-describedby': `${name}-prompt` } : {})}
    >
      <input type="hidden" name="shown" value={position} />
      <legend>
        <span className="question-number">
          <span className="sr-only">{t('question', { number: position })}</span>
          <span aria-hidden="true">{t('of', { number: position, total })}</span>
          <span className="question-hint">{t(kind)}</span>
        </span>
        {group ? null : prompt}
      </legend>
      {group ? (
        <>
          <CaseMaterial group={group} t={t} />
          <p id={`${name}-prompt`}>{prompt}</p>
        </>
      ) : null}
      <AnswerField question={question} t={t} />
      {canFlag ? (
        <label className="flag-field">
          <input type="checkbox" name={`flag${position}`} value="1" defaultChecked={question.isFlagged} />
          <span>{t('flag')}</span>
        </label>
      ) : null}
    </fieldset>
  )
}

function AnswerField({ question, t }: { question: OpenQuestion; t: PaperWords }) {
  const { position, kind, options, value } = question
  const name = `q${position}`
  switch (kind) {
    case 'numeric':
    case 'fillin':
      return (
        <p className="number-field">
          <input
            name={name}
            type="text"
            inputMode={kind === 'numeric' ? 'decimal' : 'text'}
            autoComplete="off"
            maxLength={kind === 'numeric' ? 30 : 40}
            defaultValue={value[0] ?? ''}
            aria-label={t(kind)}
          />
          {question.unit ? <span className="unit">{question.unit}</span> : null}
        </p>
      )
    case 'ordering':
    case 'matching':
      return <PlacingField question={question} t={t} />
    default:
      return options.map((option) => (
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
  }
}
