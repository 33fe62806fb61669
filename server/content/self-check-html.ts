import { escapeHtml } from './calc-html'
import type { CompiledQuestion } from './compiled'

/** The words around a self-check; Chinese, as they stand inside course content. */
export type SelfCheckLabels = {
  heading: string
  submit: string
  chooseOne: string
  chooseMany: string
  number: string
  fillin: string
  ordering: string
  matching: string
  /** With `{place}` in it. */
  place: string
  unplaced: string
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
  const hint = hintOf(question.kind, labels)
  return (
    `<form class="self-check" id="check-${question.id}" method="post" action="${action}" data-check="${question.id}">` +
    `<input type="hidden" name="check" value="${question.id}"><fieldset>` +
    `<legend><span class="self-check-tag">${escapeHtml(labels.heading)}</span>` +
    `<span class="self-check-prompt">${question.prompt}</span><span class="self-check-hint">${escapeHtml(hint)}</span></legend>` +
    `${fields(question, labels)}</fieldset><div class="self-check-feedback" role="status">${feedbackMark(question.id)}</div>` +
    `<button type="submit">${escapeHtml(labels.submit)}</button></form>`
  )
}

function hintOf(kind: CompiledQuestion['kind'], labels: SelfCheckLabels): string {
  if (kind === 'multiple') return labels.chooseMany
  if (kind === 'numeric') return labels.number
  return kind === 'single' || kind === 'truefalse' ? labels.chooseOne : labels[kind]
}

function fields(question: CompiledQuestion, labels: SelfCheckLabels): string {
  if (question.kind === 'ordering' || question.kind === 'matching') return placings(question, labels)
  if (question.kind === 'fillin') {
    const mark = choiceMark(question.id, 'word')
    return `<p class="number-field"><input name="value" maxlength="40" autocomplete="off" required aria-labelledby="check-${question.id}" ${mark}></p>`
  }
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

/** A list box at each item, as on a paper. */
function placings({ id, kind, options, targets }: CompiledQuestion, labels: SelfCheckLabels): string {
  const choicesOf = (item: string) =>
    kind === 'ordering'
      ? options.map((_, index) => [`${item}=${index + 1}`, labels.place.replace('{place}', String(index + 1))] as const)
      : targets.map((target) => [`${item}=${target.id}`, target.text.replace(/<[^>]*>/g, '')] as const)
  const rows = options.map(({ id: item, text }) => {
    const list = choicesOf(item).map(
      ([value, words]) => `<option value="${value}" ${choiceMark(id, value)}>${words}</option>`,
    )
    const field = `${id}-${item}`
    return (
      `<li><label for="${field}">${text}</label><select id="${field}" name="value" required>` +
      `<option value="">${escapeHtml(labels.unplaced)}</option>${list.join('')}</select></li>`
    )
  })
  return `<ul class="placing">${rows.join('')}</ul>`
}

function choices(question: CompiledQuestion, labels: SelfCheckLabels): { id: string; text: string }[] {
  if (question.kind !== 'truefalse') return question.options
  return [
    { id: 'true', text: escapeHtml(labels.yes) },
    { id: 'false', text: escapeHtml(labels.no) },
  ]
}
