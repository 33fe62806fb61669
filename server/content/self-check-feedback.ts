import { escapeHtml } from './calc-html'
import type { CompiledQuestion } from './compiled'
import { choiceMark, feedbackMark } from './self-check-html'

/** What the page says to an answer; the words come from the reader's catalogue. */
export type FeedbackLabels = { right: string; notYet: string; answer: string; cite: string; yes: string; no: string }

/**
 * The reply to one answer: right or not, the reason for what was chosen and for what is right, and where it is written.
 * Self-checks are there to learn from, so everything is told at once (papers are not: design.md 7).
 */
export function feedbackHtml(
  question: CompiledQuestion,
  value: readonly string[],
  isRight: boolean,
  labels: FeedbackLabels,
): string {
  const word = isRight ? labels.right : labels.notYet
  const answer = isRight ? '' : `<p>${escapeHtml(labels.answer)}${rightAnswer(question, labels)}</p>`
  const reasons = reasonsFor(question, value).map((reason) => `<p>${reason}</p>`)
  const cite = escapeHtml([question.cite.doc, question.cite.article ?? ''].join(' ').trim())
  return (
    `<div class="feedback feedback-${isRight ? 'right' : 'wrong'}"><p class="feedback-word">${escapeHtml(word)}</p>` +
    `${answer}${reasons.join('')}<p class="cite">${escapeHtml(labels.cite)}${cite}</p></div>`
  )
}

/** Puts the reader's earlier answers and the replies to them into a lesson's HTML. */
export function withAnswers(
  html: string,
  checks: readonly CompiledQuestion[],
  answers: readonly { checkId: string; value: string[]; isRight: boolean }[],
  labels: FeedbackLabels,
): string {
  let filled = html
  for (const { checkId, value, isRight } of answers) {
    const question = checks.find((one) => one.id === checkId)
    if (!question || !filled.includes(feedbackMark(checkId))) continue
    filled = filled.replace(feedbackMark(checkId), () => feedbackHtml(question, value, isRight, labels))
    if (question.kind === 'numeric' || question.kind === 'fillin') {
      const mark = choiceMark(checkId, question.kind === 'numeric' ? 'number' : 'word')
      filled = filled.replace(mark, () => `${mark} value="${escapeHtml(value[0] ?? '')}"`)
    } else {
      const state = question.kind === 'ordering' || question.kind === 'matching' ? 'selected' : 'checked'
      for (const id of value) filled = filled.replace(choiceMark(checkId, id), (mark) => `${mark} ${state}`)
    }
  }
  return filled
}

function rightAnswer({ key, options, targets, unit }: CompiledQuestion, labels: FeedbackLabels): string {
  if (key.kind === 'truefalse') return escapeHtml(key.correct ? labels.yes : labels.no)
  if (key.kind === 'numeric') return escapeHtml(`${key.correct}${unit ? ` ${unit}` : ''}`)
  if (key.kind === 'fillin') return escapeHtml(key.accepted[0] ?? '')
  const textOf = new Map([...options, ...targets].map(({ id, text }) => [id, text]))
  if (key.kind === 'ordering') return key.order.map((id) => textOf.get(id)).join(' → ')
  if (key.kind === 'matching') return key.pairs.map((pair) => pair.map((id) => textOf.get(id)).join(' — ')).join('；')
  const correct = key.kind === 'single' ? [key.correct] : key.correct
  const texts = options.filter((option) => correct.includes(option.id)).map((option) => option.text)
  return texts.join('；')
}

/** The question's own reason, the reasons of the right options, and of the wrong ones that were chosen. */
function reasonsFor({ key, options, because }: CompiledQuestion, value: readonly string[]): string[] {
  const correct = key.kind === 'single' ? [key.correct] : key.kind === 'multiple' ? key.correct : []
  const told = options.filter((option) => correct.includes(option.id) || value.includes(option.id))
  const own = told.flatMap(({ text, because: reason }) =>
    reason ? [told.length > 1 ? `<b>${text}</b>：${reason}` : reason] : [],
  )
  return because ? [because, ...own] : own
}
