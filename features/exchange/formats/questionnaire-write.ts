import { shownOf } from '../shown-question'
import type { Note, Written, WrittenQuestion } from '../written-question'

const LETTERS = 'ABCDEFGH'

/**
 * Questions as plain text that questionnaire services read in as a test: number, words, [kind], options by letters, 正确答案, 答案解析.
 * Put in order, match and cases are listed and left out; reasons of single options are put together.
 */
export function writeQuestionnaire(questions: readonly WrittenQuestion[]): Written {
  const notes: Note[] = []
  const blocks = questions.flatMap((written) => {
    const block = blockOf(written, notes)
    return block === null ? [] : [block]
  })
  const numbered = blocks.map((block, index) => `${index + 1}. ${block}`)
  return { bytes: Buffer.from(`\uFEFF${numbered.join('\r\n\r\n')}\r\n`), notes }
}

function blockOf({ question, group }: WrittenQuestion, notes: Note[]): string | null {
  const where = question.id
  const shown = shownOf(question)
  if (group || shown.kind === 'ordering' || shown.kind === 'matching') {
    notes.push({
      where,
      what: group ? `left out: a part of the case ${group.id}` : `left out: such a service grades no ${shown.kind}`,
    })
    return null
  }
  if (shown.kind === 'multiple')
    notes.push({ where, what: 'part marks are not carried: the service has its own rule for several choices' })
  if (shown.kind === 'numeric')
    notes.push({ where, what: 'a number becomes a word to fill in; its tolerance is not carried' })
  notes.push({ where, what: 'concept, difficulty and citation are not carried' })
  const line = (text: string) => plain(text)
  const reasons =
    'options' in shown
      ? shown.options.flatMap(({ because }, index) => (because ? [`${LETTERS[index]}：${line(because)}`] : []))
      : []
  const because = [shown.because ? line(shown.because) : '', ...reasons].filter(Boolean).join(' ')
  const end = because ? [`答案解析：${because}`] : []
  switch (shown.kind) {
    case 'single':
    case 'multiple': {
      const options = shown.options.map(({ text }, index) => `${LETTERS[index]}. ${line(text)}`)
      const right = shown.options.flatMap(({ correct }, index) => (correct ? [LETTERS[index]] : [])).join('')
      return [
        `${line(shown.prompt)}[${shown.kind === 'single' ? '单选题' : '多选题'}]`,
        ...options,
        `正确答案：${right}`,
        ...end,
      ].join('\r\n')
    }
    case 'truefalse':
      return [`${line(shown.prompt)}[判断题]`, '对', '错', `正确答案：${shown.answer ? '对' : '错'}`, ...end].join(
        '\r\n',
      )
    case 'numeric':
      return [
        `${line(shown.prompt)}${shown.unit ? `（${shown.unit}）` : ''}[填空题]`,
        `正确答案：${shown.answer}`,
        ...end,
      ].join('\r\n')
    case 'fillin':
      return [`${line(shown.prompt)}[填空题]`, `正确答案：${shown.accepted.join('|')}`, ...end].join('\r\n')
  }
}

/** Words alone: marks of Markdown and line ends have no place in such a file. */
function plain(mdx: string): string {
  return mdx
    .replace(/<br\/?>|\s*\n\s*/g, ' ')
    .replace(/<\/?su[bp]>/g, '')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/\\(.)/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&')
    .replace(/\[/g, '［')
    .replace(/\]/g, '］')
    .trim()
}
