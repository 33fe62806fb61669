import { escapeHtml } from './calc-html'
import type { CompiledQuestion } from './compiled'

/** The words around a self-check; Chinese, as they stand inside course content. */
export type SelfCheckLabels = {
  heading: string
  submit: string
  chooseOne: string
  chooseMany: string
  number: string
  yes: string
  no: string
}

/** Where the reader's feedback is put in when the page is asked for; see `withAnswers`. */
export function feedbackMark(id: string): string {
  return `<!--feedback:${id}-->`
}

/** What the browser and the server both look for on the field of one choice. */
export function choiceMark(check: string, option: string): string {
  return `data-choice="${check}/${option}"`
}

/**
 * The form of one self-check as HTML, without key or reasons. It is a plain form post; the page's island only spares the
 * round trip of a whole page.
 *
 * @param action where it is posted to
 */
export function selfCheckHtml(question: CompiledQuestion, action: string, labels: SelfCheckLabels): string {
  const hint =
    question.kind === 'multiple' ? labels.chooseMany : question.kind === 'numeric' ? labels.number : labels.chooseOne
  return (
    `<form class="self-check" id="check-${question.id}" method="post" action="${action}" data-check="${question.id}">` +
    `<input type="hidden" name="check" value="${question.id}"><fieldset>` +
    `<legend><span class="self-check-tag">${escapeHtml(labels.heading)}</span>` +
    `<span class="self-check-prompt">${question.prompt}</span><span class="self-check-hint">${escapeHtml(hint)}</span></legend>` +
    `${fields(question, labels)}</fieldset><div class="self-check-feedback" role="status">${feedbackMark(question.id)}</div>` +
    `<button type="submit">${escapeHtml(labels.submit)}</button></form>`
  )
}

function fields(question: CompiledQuestion, labels: SelfCheckLabels): string {
  if (question.kind === 'numeric') {
    const mark = choiceMark(question.id, 'number')
    const unit = question.unit ? `<span class="unit">${escapeHtml(question.unit)}</span>` : ''
    return `<p class="number-field"><input name="value" inputmode="decimal" maxlength="30" autocomplete="off" required aria-labelledby="check-${question.id}" ${mark}>${unit}</p>`
  }
  const type = question.kind === 'multiple' ? 'checkbox' : 'radio'
  return choices(question, labels)
    .map(
      ({ id, text }) =>
        `<label class="choice"><input type="${type}" name="value" value="${id}"${type === 'radio' ? ' required' : ''} ` +
        `${choiceMark(question.id, id)}><span>${text}</span></label>`,
    )
    .join('')
}

function choices(question: CompiledQuestion, labels: SelfCheckLabels): { id: string; text: string }[] {
  if (question.kind !== 'truefalse') return question.options
  return [
    { id: 'true', text: escapeHtml(labels.yes) },
    { id: 'false', text: escapeHtml(labels.no) },
  ]
}
