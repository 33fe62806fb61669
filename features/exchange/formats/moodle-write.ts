import { shownOf, type ShownQuestion } from '../shown-question'
import { percent } from '../percent'
import { keptText, type Note, type Written, type WrittenQuestion } from '../written-question'
import { element, escapeXml } from '../xml-tree'

/** The element that keeps what Moodle has no place for. Moodle passes over elements it does not know. */
export const KEPT_ELEMENT = 'zhixing'
const MATERIAL_TYPE = 'description'

/** Questions as a Moodle XML quiz, texts as Markdown. Ordering uses the type that Moodle has since 4.4. */
export function writeMoodle(questions: readonly WrittenQuestion[]): Written {
  const blocks = questions.flatMap((written) => [...materialBlock(written), moodleBlock(written)])
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${blocks.join('\n')}\n</quiz>\n`
  return { bytes: Buffer.from(text), notes: questions.flatMap(moodleNotes) }
}

/** One question as its element. */
export function moodleBlock(written: WrittenQuestion): string {
  const { question } = written
  const shown = shownOf(question)
  const lines = [
    element('name', {}, plain(question.id)),
    rich('questiontext', shown.prompt),
    rich('generalfeedback', shown.because ?? ''),
    element('defaultgrade', {}, '1.0'),
    element('idnumber', {}, escapeXml(question.id)),
    ...answers(shown),
    element(
      'tags',
      {},
      [question.concept, `difficulty ${question.difficulty}`].map((tag) => element('tag', {}, plain(tag))).join(''),
    ),
    element(KEPT_ELEMENT, {}, escapeXml(keptText(written))),
  ]
  return `<question type="${TYPES[shown.kind]}">\n${lines.map((line) => `  ${line}\n`).join('')}</question>`
}

const TYPES: Record<ShownQuestion['kind'], string> = {
  single: 'multichoice',
  multiple: 'multichoice',
  truefalse: 'truefalse',
  numeric: 'numerical',
  fillin: 'shortanswer',
  ordering: 'ordering',
  matching: 'matching',
}

function materialBlock({ group }: WrittenQuestion): string[] {
  if (!group || group.part !== 1) return []
  const lines = [
    element('name', {}, plain(group.id)),
    rich('questiontext', group.material),
    element(KEPT_ELEMENT, {}, 'material'),
  ]
  return [`<question type="${MATERIAL_TYPE}">\n${lines.map((line) => `  ${line}\n`).join('')}</question>`]
}

function answers(shown: ShownQuestion): string[] {
  switch (shown.kind) {
    case 'single':
    case 'multiple': {
      const right = shown.options.filter(({ correct }) => correct).length
      const wrong = shown.options.length - right
      const share = (correct: boolean) =>
        shown.kind === 'single' ? (correct ? 1 : 0) : correct ? 1 / right : -1 / wrong
      return [
        element('single', {}, String(shown.kind === 'single')),
        element('shuffleanswers', {}, 'true'),
        element('answernumbering', {}, 'ABCD'),
        ...shown.options.map(({ text, correct, because }) =>
          answer(text, percent(share(correct)), because, 'markdown'),
        ),
      ]
    }
    case 'truefalse':
      return [true, false].map((value) => answer(String(value), value === shown.answer ? '100' : '0', null))
    case 'numeric':
      return [
        answer(shown.answer, '100', null, undefined, element('tolerance', {}, escapeXml(shown.tolerance))),
        ...(shown.unit
          ? [
              element(
                'units',
                {},
                element('unit', {}, element('multiplier', {}, '1') + element('unit_name', {}, escapeXml(shown.unit))),
              ),
            ]
          : []),
      ]
    case 'fillin':
      return [element('usecase', {}, '0'), ...shown.accepted.map((word) => answer(word, '100', null))]
    case 'ordering':
      return [
        element('layouttype', {}, 'VERTICAL'),
        element('selecttype', {}, 'ALL'),
        element('gradingtype', {}, 'RELATIVE_NEXT_EXCLUDE_LAST'),
        ...shown.items.map((item, index) => answer(item, String(index + 1), null, 'markdown')),
      ]
    case 'matching':
      return [
        element('shuffleanswers', {}, 'true'),
        ...[...shown.pairs, ...shown.distractors.map((right) => ({ left: '', right }))].map(({ left, right }) =>
          element('subquestion', { format: 'markdown' }, text(left) + element('answer', {}, text(right))),
        ),
      ]
  }
}

const text = (words: string) => element('text', {}, escapeXml(words) || ' ').replace('<text> </text>', '<text></text>')
const plain = (words: string) => element('text', {}, escapeXml(words))
const rich = (name: string, words: string) => element(name, { format: 'markdown' }, text(words))

function answer(words: string, fraction: string, because: string | null, format?: string, more = ''): string {
  const told = because ? rich('feedback', because) : ''
  return element('answer', { fraction, ...(format ? { format } : {}) }, text(words) + told + more)
}

function moodleNotes({ question, group }: WrittenQuestion): Note[] {
  const where = question.id
  const kept = `kept in an element <${KEPT_ELEMENT}> that Moodle passes over`
  return [
    { where, what: `fact and citation are ${kept}; the concept and difficulty are tags, too` },
    ...(question.kind === 'matching' ? [{ where, what: `the reason of each pair is ${kept}` }] : []),
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
