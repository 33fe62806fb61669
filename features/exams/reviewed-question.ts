import { type AnswerKey, placedPair } from '@/domain/exams/answer-key'
import { POINT } from '@/domain/exams/score'
import { type ItemBody, type OptionMap, ownAnswer } from '@/server/content/learner-paper'

/** One question of a closed paper as the review shows it. Texts are HTML; `typed` and `accepted` are plain. */
export type ReviewedQuestion = {
  position: number
  prompt: string
  kind: AnswerKey['kind']
  unit: string | null
  isRight: boolean
  /** The share of the point in percent, cut, where a part was right; null when all of it or nothing. */
  percent: number | null
  /** Found to be wrong since: counts as right. */
  isWithdrawn: boolean
  typed: string | null
  /** The number or words that are right, for what is typed. */
  accepted: string | null
  options: { text: string; isChosen: boolean; isCorrect: boolean; because: string | null }[]
  /** Ordering: the items in their right order with the place given; matching: the left sides with the right and the given partner. */
  placings: { text: string; right: string; given: string | null; isRight: boolean; because: string | null }[]
  because: string | null
  cite: { doc: string; article?: string }
  lesson: string
  lessonTitle: string
  material: string | null
}

type GradedItem = {
  position: number
  body: ItemBody
  map: OptionMap
  right: boolean | null
  value: string[] | null
  score?: number | null
  isWithdrawn?: boolean
}

/** A stored item with its key, reasons and what was answered. Only for papers that are closed. */
export function reviewed({ position, body, map, right, value, score, isWithdrawn }: GradedItem): ReviewedQuestion {
  const answer = ownAnswer(value ?? [], body.kind, map)
  const isTyped = body.kind === 'numeric' || body.kind === 'fillin'
  const isPlaced = body.kind === 'ordering' || body.kind === 'matching'
  const isPart = typeof score === 'number' && score > 0 && score < POINT
  return {
    position,
    prompt: body.prompt,
    kind: body.kind,
    unit: body.unit,
    isRight: right === true,
    percent: isPart ? Math.floor((score * 100) / POINT) : null,
    isWithdrawn: isWithdrawn === true,
    typed: isTyped ? (answer[0] ?? null) : null,
    accepted: acceptedOf(body.key),
    options: isPlaced ? [] : chosenOptions(body, map, answer),
    placings: placings(body, answer),
    because: body.because,
    cite: body.cite,
    lesson: body.lesson,
    lessonTitle: body.lessonTitle,
    // Told once, at the first part.
    material: body.group && body.group.part === 1 ? body.group.material : null,
  }
}

function acceptedOf(key: AnswerKey): string | null {
  if (key.kind === 'numeric') return key.correct
  return key.kind === 'fillin' ? key.accepted.join(' / ') : null
}

function chosenOptions(
  { key, options }: ItemBody,
  map: OptionMap,
  answer: readonly string[],
): ReviewedQuestion['options'] {
  const texts = new Map(options.map((option) => [option.id, option]))
  return map.map(([, own]) => ({
    text: texts.get(own)?.text ?? own,
    isChosen: answer.includes(own),
    isCorrect: isCorrect(key, own),
    because: texts.get(own)?.because ?? null,
  }))
}

function isCorrect(key: AnswerKey, option: string): boolean {
  if (key.kind === 'multiple') return key.correct.includes(option)
  return (key.kind === 'single' || key.kind === 'truefalse') && String(key.correct) === option
}

function placings({ key, options, targets }: ItemBody, answer: readonly string[]): ReviewedQuestion['placings'] {
  const given = new Map(answer.map(placedPair))
  const optionOf = new Map(options.map((option) => [option.id, option]))
  if (key.kind === 'ordering') {
    return key.order.map((id, index) => {
      const place = given.get(id) || null
      const right = String(index + 1)
      return { text: optionOf.get(id)?.text ?? id, right, given: place, isRight: place === right, because: null }
    })
  }
  if (key.kind !== 'matching') return []
  const textOf = new Map((targets ?? []).map(({ id, text }) => [id, text]))
  return key.pairs.map(([left, right]) => {
    const choice = given.get(left) || null
    return {
      text: optionOf.get(left)?.text ?? left,
      right: textOf.get(right) ?? right,
      given: choice === null ? null : (textOf.get(choice) ?? null),
      isRight: choice === right,
      because: optionOf.get(left)?.because ?? null,
    }
  })
}
