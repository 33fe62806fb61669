import { shownOf } from '../shown-question'
import { percent } from '../percent'
import { keptText, type Note, type Written, type WrittenQuestion } from '../written-question'

/** What marks the line of comment that keeps what GIFT cannot show. */
export const KEPT = '// zhixing '
/** What marks the description that shows a case's material to readers of the file; every part keeps it, too. */
export const MATERIAL = '// zhixing-material'

/**
 * Questions in Moodle's GIFT format. Ordering is shown as matching with places, as GIFT has no word for it. What GIFT cannot show stands
 * in a comment line before each question, which Moodle passes over: after a way through Moodle it is gone.
 */
export function writeGift(questions: readonly WrittenQuestion[]): Written {
  const blocks = questions.flatMap((written) => [...materialBlock(written), giftBlock(written)])
  return { bytes: Buffer.from(`${blocks.join('\n\n')}\n`), notes: questions.flatMap(giftNotes) }
}

/** One question as its block of the file. */
export function giftBlock(written: WrittenQuestion): string {
  const { question } = written
  return `${KEPT}${keptText(written)}\n::${escaped(question.id)}:: [markdown]${escaped(question.prompt)} {\n${answers(written)}}`
}

function materialBlock({ group }: WrittenQuestion): string[] {
  if (!group || group.part !== 1) return []
  return [`${MATERIAL}\n::${escaped(group.id)}:: [markdown]${escaped(group.material)}`]
}

function answers({ question }: WrittenQuestion): string {
  const shown = shownOf(question)
  const general = shown.because ? `####${escaped(shown.because)}\n` : ''
  switch (shown.kind) {
    case 'single':
      return (
        lines(
          shown.options.map(
            (option) => `${option.correct ? '=' : '~'}${plain(option.text)}${feedback(option.because)}`,
          ),
        ) + general
      )
    case 'multiple': {
      const right = shown.options.filter(({ correct }) => correct).length
      const wrong = shown.options.length - right
      const weight = (correct: boolean) => percent(correct ? 1 / right : wrong > 0 ? -1 / wrong : 0)
      return (
        lines(
          shown.options.map(
            (option) => `~%${weight(option.correct)}%${escaped(option.text)}${feedback(option.because)}`,
          ),
        ) + general
      )
    }
    case 'truefalse':
      return `${shown.answer ? 'TRUE' : 'FALSE'}\n${general}`
    case 'numeric':
      return `#${shown.answer}:${shown.tolerance}\n${general}`
    case 'fillin':
      return lines(shown.accepted.map((word) => `=${plain(word)}`)) + general
    case 'ordering':
      return lines(shown.items.map((item, index) => `=${escaped(item)} -> ${index + 1}`)) + general
    case 'matching': {
      const spare = shown.distractors.map((text) => `= -> ${escaped(text)}`)
      return (
        lines([...shown.pairs.map(({ left, right }) => `=${escaped(left)} -> ${escaped(right)}`), ...spare]) + general
      )
    }
  }
}

const lines = (list: readonly string[]) => list.map((line) => `\t${line}\n`).join('')
const feedback = (because: string | null) => (because ? `#${escaped(because)}` : '')

/** A text that begins like a weight gets a weight of its own, or it would be read as one. */
const plain = (text: string) => (text.startsWith('%') ? `%100%${escaped(text)}` : escaped(text))

function escaped(text: string): string {
  return text
    .replace(/[\\~=#{}:]/g, '\\$&')
    .replace(/->/g, '-\\>')
    .replace(/\n/g, '\\n')
}

function giftNotes({ question, group }: WrittenQuestion): Note[] {
  const where = question.id
  const kept = 'kept in a comment line that Moodle passes over'
  return [
    { where, what: `concept, fact, difficulty and citation are ${kept}` },
    ...(question.kind === 'ordering'
      ? [{ where, what: 'shown as matching with places, as GIFT has no ordering' }]
      : []),
    ...(question.kind === 'matching' ? [{ where, what: `the reason of each pair is ${kept}` }] : []),
    ...(question.kind === 'numeric' && question.unit ? [{ where, what: `the unit ${question.unit} is ${kept}` }] : []),
    ...(group
      ? [
          {
            where,
            what: `that it belongs to the case ${group.id} is ${kept}; the material stands before it as a description`,
          },
        ]
      : []),
  ]
}
