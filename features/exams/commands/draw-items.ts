import 'server-only'
import { randomBytes, randomInt } from 'node:crypto'
import { drawByRules } from '@/domain/exams/draw-by-rules'
import { drawPaper } from '@/domain/exams/draw-paper'
import type { CompiledCourse, CompiledQuestion } from '@/server/content/compiled'
import { drawableQuestions } from '@/server/content/drawable-questions'
import { type ItemBody, type OptionMap, ownOptionIds } from '@/server/content/learner-paper'
import { paperRules } from '@/server/content/paper-rules'
import { storedItem } from './item-body'

export type DrawnItem = { position: number; sha: Uint8Array<ArrayBuffer>; body: ItemBody; optionMap: OptionMap }

/**
 * Draws a paper by the exam's blueprint with fresh randomness; each item carries its own hash and option ids made for this attempt
 * alone. `keepsRules` is false when questions withdrawn since the bank was checked leave no paper that keeps the blueprint.
 *
 * @param without ids of questions that are withdrawn
 * @param askedIds what this person was asked before, the latest last: drawn only where nothing else is left
 */
export function drawExam(
  course: CompiledCourse,
  { without, askedIds }: { without: ReadonlySet<string>; askedIds: readonly string[] },
): { items: DrawnItem[]; keepsRules: boolean } {
  const bank = drawableQuestions(course).filter(({ id }) => !without.has(id))
  const { questions, keepsRules } = drawByRules(bank, paperRules(course), randomBytes(16).toString('hex'), askedIds)
  return { items: asItems(course, questions), keepsRules }
}

/** Draws `count` questions of `from`, spread over the concepts, with fresh randomness: what is asked by word of mouth. */
export function drawItems(
  course: CompiledCourse,
  wanted: { from: readonly CompiledQuestion[]; count: number },
): DrawnItem[] {
  return asItems(course, drawPaper(wanted.from, randomBytes(16).toString('hex'), wanted.count))
}

function asItems(course: CompiledCourse, questions: readonly CompiledQuestion[]): DrawnItem[] {
  return questions.map((question, index) => {
    const { sha, body } = storedItem(course, question)
    return { position: index + 1, sha, body, optionMap: rekeyed(question) }
  })
}

/** New ids in a new order; "true" and "false" keep theirs, as everybody expects 对 before 不对. */
function rekeyed(question: CompiledQuestion): OptionMap {
  const own = ownOptionIds(question)
  if (question.kind !== 'truefalse') {
    for (let last = own.length - 1; last > 0; last--) {
      const pick = randomInt(last + 1)
      const kept = own[last] ?? ''
      own[last] = own[pick] ?? ''
      own[pick] = kept
    }
  }
  const ids = new Set<string>()
  while (ids.size < own.length) ids.add(`o${randomBytes(3).toString('hex')}`)
  return [...ids].map((shown, index) => [shown, own[index] ?? ''])
}
