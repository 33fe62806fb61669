import { rightAnswerOf } from '@/domain/exams/answer-key'
import { drawByRules } from '@/domain/exams/draw-by-rules'
import { type Graded, resultOf } from '@/domain/exams/grade'
import { randomFrom, shuffled } from '@/domain/exams/random'
import { scoreOf } from '@/domain/exams/score'
import { bodyHash, itemBody } from '@/features/exams/commands/item-body'
import type { CompiledCourse, CompiledQuestion } from '@/server/content/compiled'
import { drawableQuestions } from '@/server/content/drawable-questions'
import { type ItemBody, type OptionMap, ownAnswer, ownOptionIds, shownAnswer } from '@/server/content/learner-paper'
import { paperRules } from '@/server/content/paper-rules'
import type { Sat } from './journal'

/** A drawn question with an answer to it. */
export interface AnsweredItem {
  readonly position: number
  readonly sha: Uint8Array<ArrayBuffer>
  readonly body: ItemBody
  readonly optionMap: OptionMap
  readonly value: string[]
  readonly isRight: boolean
  /** In 840ths, as `scoreOf` gives it. */
  readonly score: number
}

/** Draws and answers papers of one course repeatably; bodies and their hashes are made once per question, as `drawItems` makes them. */
export class PaperSource {
  private readonly stored = new Map<string, { sha: Uint8Array<ArrayBuffer>; body: ItemBody }>()

  constructor(private readonly course: CompiledCourse) {}

  /** The paper of one sitting with its answers, `sat.wrong` of them wrong, and the result. */
  paper(sat: Sat, seed: string) {
    const random = randomFrom(`answers/${seed}`)
    const { questions } = drawByRules(drawableQuestions(this.course), paperRules(this.course), seed)
    const wrong = new Set(shuffled([...questions.keys()], random).slice(0, sat.wrong))
    const items = questions.map((question, index): AnsweredItem => {
      const optionMap = rekeyed(question, random)
      const isRight = !wrong.has(index)
      const value = isRight
        ? shownAnswer(rightAnswerOf(question.key), question.kind, optionMap)
        : wrongAnswer(question, optionMap)
      const score = scoreOf(question.key, ownAnswer(value, question.kind, optionMap))
      return { position: index + 1, ...this.storedItem(question), optionMap, value, isRight, score }
    })
    const graded = items.map(({ position, body, score }): Graded => ({ position, concept: body.concept, score }))
    return { items, result: resultOf(graded, this.course.exam.pass) }
  }

  private storedItem(question: CompiledQuestion): { sha: Uint8Array<ArrayBuffer>; body: ItemBody } {
    const known = this.stored.get(question.id)
    if (known) return known
    const body = itemBody(this.course, question)
    const sha = bodyHash(body)
    const made = { sha, body }
    this.stored.set(question.id, made)
    return made
  }
}

function rekeyed(question: CompiledQuestion, random: () => number): OptionMap {
  const own = ownOptionIds(question)
  const shown = question.kind === 'truefalse' ? own : shuffled(own, random)
  const ids = new Set<string>()
  while (ids.size < shown.length)
    ids.add(
      `o${Math.floor(random() * 0x1000000)
        .toString(16)
        .padStart(6, '0')}`,
    )
  return [...ids].map((id, index) => [id, shown[index] ?? ''])
}

/** One wrong option, a number that is far off, or of a multiple choice everything but one right option; nothing placed or matched. */
function wrongAnswer({ key }: CompiledQuestion, optionMap: OptionMap): string[] {
  if (key.kind === 'numeric') return [String(Number(key.correct) * 10 + 7)]
  if (key.kind === 'fillin') return ['不记得了']
  if (key.kind === 'ordering' || key.kind === 'matching') return optionMap.slice(0, 1).map(([shown]) => `${shown}=`)
  if (key.kind === 'multiple')
    return optionMap
      .filter(([, id]) => id !== key.correct[0])
      .map(([shown]) => shown)
      .slice(0, 3)
  return optionMap
    .filter(([, id]) => id !== String(key.correct))
    .map(([shown]) => shown)
    .slice(0, 1)
}
