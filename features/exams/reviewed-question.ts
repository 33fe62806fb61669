import type { AnswerKey } from '@/domain/exams/answer-key'
import { type ItemBody, type OptionMap, ownAnswer } from '@/server/content/learner-paper'

/** One question of a closed paper as the review shows it. */
export type ReviewedQuestion = {
  position: number
  prompt: string
  kind: AnswerKey['kind']
  unit: string | null
  isRight: boolean
  typed: string | null
  correctNumber: string | null
  options: { text: string; isChosen: boolean; isCorrect: boolean; because: string | null }[]
  because: string | null
  cite: { doc: string; article?: string }
  lesson: string
  lessonTitle: string
}

type GradedItem = {
  position: number
  body: ItemBody
  map: OptionMap
  right: boolean | null
  value: string[] | null
}

/** A stored item with its key, reasons and what was answered. Only for papers that are closed. */
export function reviewed({ position, body, map, right, value }: GradedItem): ReviewedQuestion {
  const answer = ownAnswer(value ?? [], body.kind, map)
  const texts = new Map(body.options.map((option) => [option.id, option]))
  return {
    position,
    prompt: body.prompt,
    kind: body.kind,
    unit: body.unit,
    isRight: right === true,
    typed: body.kind === 'numeric' ? (answer[0] ?? null) : null,
    correctNumber: body.key.kind === 'numeric' ? body.key.correct : null,
    options: map.map(([, own]) => ({
      text: texts.get(own)?.text ?? own,
      isChosen: answer.includes(own),
      isCorrect: isCorrect(body.key, own),
      because: texts.get(own)?.because ?? null,
    })),
    because: body.because,
    cite: body.cite,
    lesson: body.lesson,
    lessonTitle: body.lessonTitle,
  }
}

function isCorrect(key: AnswerKey, option: string): boolean {
  if (key.kind === 'multiple') return key.correct.includes(option)
  return (key.kind === 'single' || key.kind === 'truefalse') && String(key.correct) === option
}
