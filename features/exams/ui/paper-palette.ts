import { isAnswered, saidIn } from './paper-fields'
import type { PaperSentences } from './paper-island'

/** Marks in the palette what is answered and what is to be looked at again, and says how many are answered. */
export function tellProgress(form: HTMLElement, questions: readonly HTMLElement[], sentences: PaperSentences): void {
  let done = 0
  for (const question of questions) {
    const answered = isAnswered(question)
    const { flagged } = saidIn(question)
    if (answered) done++
    const link = form.querySelector<HTMLElement>(`[data-goto="${question.dataset.position}"]`)
    link?.toggleAttribute('data-answered', answered)
    link?.toggleAttribute('data-flagged', flagged)
    const word = link?.querySelector('[data-state-words]')
    if (word)
      word.textContent = [answered ? sentences.answered : '', flagged ? sentences.flagged : '']
        .filter(Boolean)
        .join('，')
  }
  const place = form.querySelector('[data-count]')
  if (place)
    place.textContent = sentences.answeredCount
      .replace('{done}', String(done))
      .replace('{total}', String(questions.length))
}

/**
 * Says once which questions have no answer and which are still marked; the second press hands in all the same, as does the end of the
 * time.
 */
export function warnsOfGaps(
  form: HTMLFormElement,
  questions: readonly HTMLElement[],
  sentences: PaperSentences,
): boolean {
  const numbers = (list: readonly HTMLElement[]) => list.map((question) => question.dataset.position).join('、')
  const open = questions.filter((question) => !isAnswered(question))
  const flagged = questions.filter((question) => saidIn(question).flagged)
  const told = `${numbers(open)}/${numbers(flagged)}`
  if (told === '/' || form.dataset.warned === told || 'over' in form.dataset) return false
  form.dataset.warned = told
  const words = [
    open.length > 0
      ? sentences.unanswered.replace('{count}', String(open.length)).replace('{list}', numbers(open))
      : '',
    flagged.length > 0 ? sentences.stillFlagged.replace('{list}', numbers(flagged)) : '',
  ]
  const note = form.querySelector('[data-unanswered]')
  if (note) note.textContent = words.filter(Boolean).join(' ')
  const button = form.querySelector('[data-submit]')
  if (button) button.textContent = sentences.submitAnyway
  return true
}

/** Goes to the question a link or a step button names; on a phone that one alone is shown. */
export function turnPage(event: MouseEvent, form: HTMLElement, questions: readonly HTMLElement[]): void {
  const control = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-step], [data-goto]') : null
  if (!control) return
  const now = questions.findIndex((question) => 'current' in question.dataset)
  const wanted = control.dataset.goto ? Number(control.dataset.goto) - 1 : now + Number(control.dataset.step)
  const next = questions[wanted]
  if (!next) return
  for (const question of questions) delete question.dataset.current
  next.dataset.current = ''
  form.toggleAttribute('data-first', wanted === 0)
  form.toggleAttribute('data-last', wanted === questions.length - 1)
  for (const link of form.querySelectorAll<HTMLElement>('[data-goto]')) {
    if (Number(link.dataset.goto) === wanted + 1) link.setAttribute('aria-current', 'step')
    else link.removeAttribute('aria-current')
  }
  if (control.dataset.step) next.querySelector<HTMLElement>('input:not([type=hidden]), select')?.focus()
}
