import { createHash } from 'node:crypto'
import type { AnswerKey } from '@/domain/exams/answer-key'
import { compileInline, compileMdx, type ContentLabels } from './compile-mdx'
import type { CompiledQuestion } from './compiled'
import type { Placed } from './load-course'
import type { Question } from './question-schema'
import type { Problem } from './source-file'

type Inline = (text: string, keys: PropertyKey[]) => Promise<string>
type Choices = Pick<CompiledQuestion, 'options' | 'targets'>

/** Compiles valid questions; what cannot be compiled is added to `problems`, and the result must then not be used. */
export async function compileQuestions(
  placed: readonly Placed[],
  labels: ContentLabels,
  problems: Problem[],
): Promise<CompiledQuestion[]> {
  const compiled: CompiledQuestion[] = []
  for (const one of placed) compiled.push(await compileQuestion(one, labels, problems))
  return compiled
}

async function compileQuestion(placed: Placed, labels: ContentLabels, problems: Problem[]): Promise<CompiledQuestion> {
  const { question, file, lineOf } = placed
  const inline: Inline = (text, keys) => compileInline(text, { file, line: lineOf(keys) }, labels, problems)
  return {
    id: question.id,
    kind: question.kind,
    concept: question.concept,
    fact: question.fact,
    difficulty: question.difficulty,
    prompt: await inline(question.prompt, ['prompt']),
    unit: question.kind === 'numeric' ? (question.unit ?? null) : null,
    ...(await choices(question, inline)),
    key: keyOf(question),
    because: question.because ? await inline(question.because, ['because']) : null,
    cite: question.cite,
    group: await groupOf(placed, labels, problems),
  }
}

async function groupOf(
  { group, file }: Placed,
  labels: ContentLabels,
  problems: Problem[],
): Promise<CompiledQuestion['group']> {
  if (!group) return null
  const { id, part, parts, line } = group
  // Written once, told once: the same mistake is not reported for every part.
  const told = part === 1 ? problems : []
  const material = (await compileMdx(group.material, { file, line }, labels, told))?.html ?? ''
  return { id, part, parts, material }
}

async function choices(question: Question, inline: Inline): Promise<Choices> {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return { options: await written(question.options, inline), targets: [] }
    case 'ordering': {
      const options = []
      for (const [index, item] of question.items.entries())
        options.push({
          id: tellsNothing(question.id, 'item', item),
          text: await inline(item, ['items', index]),
          because: null,
        })
      return { options: byId(options), targets: [] }
    }
    case 'matching':
      return matchingChoices(question, inline)
    default:
      return { options: [], targets: [] }
  }
}

async function written(
  options: readonly { id: string; text: string; because: string }[],
  inline: Inline,
): Promise<CompiledQuestion['options']> {
  const compiled = []
  for (const [index, { id, text, because }] of options.entries()) {
    compiled.push({
      id,
      text: await inline(text, ['options', index, 'text']),
      because: await inline(because, ['options', index, 'because']),
    })
  }
  return compiled
}

async function matchingChoices(
  { id, pairs, distractors }: Extract<Question, { kind: 'matching' }>,
  inline: Inline,
): Promise<Choices> {
  const options = []
  const targets = new Map<string, { id: string; text: string }>()
  const target = async (text: string, keys: PropertyKey[]) => {
    const own = tellsNothing(id, 'right', text)
    targets.set(own, { id: own, text: await inline(text, keys) })
  }
  for (const [index, { left, right, because }] of pairs.entries()) {
    options.push({
      id: tellsNothing(id, 'left', left),
      text: await inline(left, ['pairs', index, 'left']),
      because: await inline(because, ['pairs', index, 'because']),
    })
    await target(right, ['pairs', index, 'right'])
  }
  for (const [index, text] of (distractors ?? []).entries()) await target(text, ['distractors', index])
  return { options: byId(options), targets: byId([...targets.values()]) }
}

/** An id by which neither the order nor the partner can be guessed; the same for the same text in the same question. */
function tellsNothing(question: string, side: 'item' | 'left' | 'right', text: string): string {
  return `c${createHash('sha256').update(`${question}\n${side}\n${text}`).digest('hex').slice(0, 10)}`
}

function byId<T extends { id: string }>(list: readonly T[]): T[] {
  return [...list].sort((one, other) => (one.id < other.id ? -1 : 1))
}

function keyOf(question: Question): AnswerKey {
  switch (question.kind) {
    case 'single':
      return { kind: 'single', correct: question.options.find((option) => option.correct)?.id ?? '' }
    case 'multiple': {
      const correct = question.options.filter((option) => option.correct).map((option) => option.id)
      return { kind: 'multiple', correct, wrong: question.options.length - correct.length }
    }
    case 'truefalse':
      return { kind: 'truefalse', correct: question.answer }
    case 'numeric':
      return { kind: 'numeric', correct: question.answer, tolerance: question.tolerance ?? '0' }
    case 'fillin':
      return { kind: 'fillin', accepted: question.accepted }
    case 'ordering':
      return { kind: 'ordering', order: question.items.map((item) => tellsNothing(question.id, 'item', item)) }
    case 'matching':
      return {
        kind: 'matching',
        pairs: question.pairs.map(({ left, right }) => [
          tellsNothing(question.id, 'left', left),
          tellsNothing(question.id, 'right', right),
        ]),
      }
  }
}
