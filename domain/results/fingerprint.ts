import { questionNumber, questionText } from './column-words'

/** Words by which a question with several answers is known; its wording may be missing from the export by number. */
const SEVERAL = /哪些|哪几|多选|至少选|最多选/

/**
 * What tells one questionnaire from another: the number and wording of its questions, in order.
 *
 * The export by number splits a question with several answers, or several blanks, into a column each: '5、题目(选项)' and then
 * '5、(选项)', or '第5题(选项)' without any wording. Together they are the one question again, by its number and what is left of its
 * wording; of questions that ask for several answers only the number counts.
 *
 * @param headers of all columns that are questions, in order
 * @returns one line a question; '' when there is none
 */
export function fingerprintOf(headers: readonly string[]): string {
  const lines: string[] = []
  for (let at = 0; at < headers.length; ) {
    const number = questionNumber(headers[at] ?? '')
    let end = at + 1
    while (number !== null && end < headers.length && questionNumber(headers[end] ?? '') === number) end += 1
    const text = questionText(headers[at] ?? '').toLowerCase()
    const stem = end - at > 1 || text.startsWith('(') ? stemOf(text) : text
    lines.push(`${number ?? ''}、${SEVERAL.test(stem) ? '' : stem}`)
    at = end
  }
  return lines.join('\n')
}

/** The text without the option in brackets, after a colon or a dash at its end. */
function stemOf(text: string): string {
  if (!text.endsWith(')')) return text.replace(/[:—-][^:—-]*$/u, '').replace(/[*★:?。—-]+$/gu, '')
  let depth = 0
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (text[at] === ')') depth += 1
    if (text[at] === '(') depth -= 1
    if (depth === 0) return text.slice(0, at).replace(/[*★:?。—-]+$/gu, '')
  }
  return text
}
