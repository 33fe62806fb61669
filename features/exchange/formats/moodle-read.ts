import { htmlToMdx, plainToMdx } from '../html-to-mdx'
import { completed, idFrom, type ShownQuestion } from '../shown-question'
import { type Defaults, type Exchanged, type Note, readKept, type WrittenQuestion } from '../written-question'
import { allBelow, childOf, childrenOf, textOf, type XmlNode, XmlRefused, xmlTree } from '../xml-tree'
import { KEPT_ELEMENT, moodleBlock } from './moodle-write'

/** Types of Moodle that hold nothing which could be graded here. */
const LEFT_OUT = new Set([
  'category',
  'description',
  'essay',
  'cloze',
  'calculated',
  'calculatedmulti',
  'calculatedsimple',
  'ddmarker',
  'ddimageortext',
  'ddwtos',
  'gapselect',
  'randomsamatch',
])

/**
 * Reads a Moodle XML quiz: multiplechoice, true/false, numerical, short answer, matching, ordering. Other types, pictures and files are
 * listed and left out.
 *
 * @param text decoded
 */
export function readMoodle(text: string, defaults: Defaults): Exchanged {
  const notes: Note[] = []
  const problems: Note[] = []
  const questions: WrittenQuestion[] = []
  try {
    const quiz = xmlTree(text.replace(/^\uFEFF/, ''))
    if (quiz.name !== 'quiz') throw new XmlRefused(quiz.line, `begins with <${quiz.name}>, not with <quiz>`)
    for (const node of childrenOf(quiz, 'question')) {
      try {
        const read = readQuestion(node, notes)
        if (!read) continue
        const where = `line ${node.line}`
        const kept = keptOf(node)
        const isUnchanged = kept !== null && JSON.stringify(read) === JSON.stringify(shownInMoodle(kept))
        const id = idFrom(textOf(childOf(node, 'idnumber')) || nameOf(node), `question-${questions.length + 1}`)
        const whole = completed(read, { id, kept, isUnchanged, where, defaults })
        questions.push(whole.written)
        notes.push(...whole.notes)
      } catch (error) {
        if (!(error instanceof XmlRefused)) throw error
        problems.push({ where: `line ${error.line}`, what: error.message })
      }
    }
  } catch (error) {
    if (!(error instanceof XmlRefused)) throw error
    problems.push({ where: `line ${error.line}`, what: error.message })
  }
  return problems.length > 0 ? { questions: [], notes, problems } : { questions, notes, problems }
}

const nameOf = (node: XmlNode) => textOf(childOf(childOf(node, 'name'), 'text')).trim()
const keptOf = (node: XmlNode) => readKept(textOf(childOf(node, KEPT_ELEMENT)))

/** What our own export of a question shows to a reader of Moodle XML. */
function shownInMoodle(written: WrittenQuestion): ShownQuestion | null {
  return readQuestion(xmlTree(moodleBlock(written)), [])
}

function readQuestion(node: XmlNode, notes: Note[]): ShownQuestion | null {
  const where = `line ${node.line}`
  const type = node.attributes.type ?? ''
  if (LEFT_OUT.has(type)) {
    if (textOf(childOf(node, KEPT_ELEMENT)) !== 'material')
      notes.push({ where, what: `left out: a question of type ${type} ${nameOf(node)}` })
    return null
  }
  for (const file of allBelow(node, 'file'))
    notes.push({ where, what: `a file is left out: ${file.attributes.name ?? 'without a name'}` })
  const words = (part: XmlNode | undefined) => wordsOf(part, (what) => notes.push({ where, what }))
  const prompt = words(childOf(node, 'questiontext'))
  if (prompt === '') throw new XmlRefused(node.line, 'a question without words')
  const because = words(childOf(node, 'generalfeedback')) || null
  const common = { prompt, because }
  const answers = childrenOf(node, 'answer')
  switch (type) {
    case 'multichoice':
      return choice(node, answers, common, { words, tell: (what) => notes.push({ where, what }) })
    case 'truefalse': {
      const right = answers.find((answer) => Number(answer.attributes.fraction) === 100)
      if (!right) throw new XmlRefused(node.line, 'neither true nor false is right')
      const told = answers.map((answer) => words(childOf(answer, 'feedback'))).filter(Boolean)
      return {
        prompt,
        because: because ?? (told.join(' ') || null),
        kind: 'truefalse',
        answer: rawText(right).toLowerCase() === 'true',
      }
    }
    case 'numerical': {
      const right = answers.find((answer) => Number(answer.attributes.fraction) === 100)
      const number = rawText(right)
      if (!/^-?\d+(?:\.\d+)?$/.test(number))
        throw new XmlRefused(node.line, `"${number}" is no number worth full marks`)
      if (answers.length > 1) notes.push({ where, what: 'of several numbers only the first worth full marks is kept' })
      const tolerance = textOf(childOf(right, 'tolerance')).trim() || '0'
      const unit = textOf(allBelow(node, 'unit_name')[0]).trim() || null
      return {
        ...common,
        because: because ?? (words(childOf(right, 'feedback')) || null),
        kind: 'numeric',
        answer: number,
        tolerance,
        unit,
      }
    }
    case 'shortanswer': {
      const whole = answers.filter((answer) => Number(answer.attributes.fraction) === 100)
      if (whole.length === 0) throw new XmlRefused(node.line, 'no answer is worth full marks')
      if (whole.length < answers.length) notes.push({ where, what: 'answers worth a part of the marks are left out' })
      return { ...common, kind: 'fillin', accepted: whole.map(rawText) }
    }
    case 'ordering': {
      const items = [...answers].sort(
        (one, other) => Number(one.attributes.fraction) - Number(other.attributes.fraction),
      )
      return { ...common, kind: 'ordering', items: items.map((item) => words(item)) }
    }
    case 'matching': {
      const pairs = childrenOf(node, 'subquestion').map((pair) => ({
        left: words(pair),
        right: plainWords(childOf(pair, 'answer'), pair),
      }))
      const full = pairs.filter(({ left }) => left !== '')
      if (full.length < 3) throw new XmlRefused(node.line, 'matching needs at least three pairs')
      return {
        ...common,
        kind: 'matching',
        pairs: full,
        distractors: pairs.filter(({ left }) => left === '').map(({ right }) => right),
      }
    }
    default:
      notes.push({ where, what: `left out: a question of the unknown type ${type} ${nameOf(node)}` })
      return null
  }
}

type Common = { prompt: string; because: string | null }

function choice(
  node: XmlNode,
  answers: readonly XmlNode[],
  common: Common,
  { words, tell }: { words(part: XmlNode | undefined): string; tell(what: string): void },
): ShownQuestion {
  const isSingle = textOf(childOf(node, 'single')).trim() !== 'false'
  const weight = (answer: XmlNode) => Number(answer.attributes.fraction ?? 0)
  const best = answers.reduce((most, answer) => Math.max(most, weight(answer)), 0)
  const isRight = (answer: XmlNode) => (isSingle ? weight(answer) === best && best > 0 : weight(answer) > 0)
  const options = answers.map((answer) => ({
    text: words(answer),
    correct: isRight(answer),
    because: words(childOf(answer, 'feedback')) || null,
  }))
  const right = options.filter(({ correct }) => correct).length
  if (right === 0) throw new XmlRefused(node.line, 'no answer is right')
  if (isSingle && right > 1) throw new XmlRefused(node.line, 'one choice, and several answers worth full marks')
  if (isSingle && answers.some((answer) => weight(answer) !== 0 && !isRight(answer)))
    tell('part marks of a question with one right answer are left out')
  const wrong = options.length - right
  const isOurs = answers.every(
    (answer) => Math.abs(weight(answer) - (isRight(answer) ? 100 / right : -100 / wrong)) < 0.01,
  )
  if (!isSingle && right > 1 && !isOurs)
    tell('its own weights are left out: here right ones share the point and wrong ones cost as much')
  return { ...common, kind: isSingle || right === 1 ? 'single' : 'multiple', options }
}

const rawText = (node: XmlNode | undefined) => textOf(childOf(node, 'text')).trim()

/** The words of an element in the format it names; Moodle's own are HTML. */
function wordsOf(node: XmlNode | undefined, tell: (what: string) => void): string {
  const raw = rawText(node)
  const format = node?.attributes.format ?? 'html'
  if (format === 'markdown') return raw
  return format === 'plain_text' ? plainToMdx(raw) : htmlToMdx(raw, tell)
}

/** The right side of a pair has no format of its own: it is as that of the pair, and HTML never. */
function plainWords(node: XmlNode | undefined, pair: XmlNode): string {
  return pair.attributes.format === 'markdown' ? rawText(node) : plainToMdx(rawText(node))
}
