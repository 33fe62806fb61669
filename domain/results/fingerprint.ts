import { questionNumber, questionText } from './column-words'

/**
 * What tells one questionnaire from another: the number and wording of its questions, in order. The export "by number" splits
 * a question with several answers into a column each ('5、题目(选项)'); together they are the one question again.
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
    const texts = headers.slice(at, end).map(questionText)
    lines.push(`${number ?? ''}、${(texts.length > 1 ? commonStem(texts) : (texts[0] ?? '')).toLowerCase()}`)
    at = end
  }
  return lines.join('\n')
}

/** What all begin with, up to the bracket, colon or dash that opens the option. */
function commonStem(texts: readonly string[]): string {
  const [first = ''] = texts
  let length = first.length
  for (const text of texts) while (!text.startsWith(first.slice(0, length))) length -= 1
  const common = first.slice(0, length)
  const open = Math.max(common.lastIndexOf('('), common.lastIndexOf('（'))
  const isOpen = open >= 0 && !/[)）]/.test(common.slice(open))
  const cut = isOpen ? common.slice(0, open) : common.replace(/[:：—-][^:：—-]*$/u, '')
  return cut.replace(/[*＊★:：?？。—-]+$/gu, '')
}
