import { isWithin, parseDecimal } from './decimal'

/** What the right answer to a question is. Option ids are the bank's own, never those shown to a learner. */
export type AnswerKey =
  | { kind: 'single'; correct: string }
  | { kind: 'multiple'; correct: readonly string[] }
  | { kind: 'truefalse'; correct: boolean }
  | { kind: 'numeric'; correct: string; tolerance: string }

/** A saved answer: chosen option ids, `true`/`false` as one chosen word, or a typed number. */
export type AnswerValue = readonly string[]

/**
 * Is the saved answer right? No part marks: a multiple choice is right when exactly the correct options are chosen.
 * Nothing saved, an unreadable number, or more than one choice where one is asked for, is not right. Never throws.
 */
export function isRight(key: AnswerKey, value: AnswerValue | undefined): boolean {
  const chosen = new Set(value ?? [])
  if (chosen.size === 0) return false
  switch (key.kind) {
    case 'single':
      return chosen.size === 1 && chosen.has(key.correct)
    case 'multiple':
      return chosen.size === new Set(key.correct).size && key.correct.every((option) => chosen.has(option))
    case 'truefalse':
      return chosen.size === 1 && chosen.has(String(key.correct))
    case 'numeric':
      return chosen.size === 1 && isNear([...chosen][0] ?? '', key.correct, key.tolerance)
  }
}

function isNear(text: string, correct: string, tolerance: string): boolean {
  const [answer, key, within] = [parseDecimal(text), parseDecimal(correct), parseDecimal(tolerance)]
  return answer !== null && key !== null && within !== null && isWithin(answer, key, within)
}

/** One question of a paper with its verdict. */
export type Graded = { position: number; concept: string; isRight: boolean }

/** The result of an attempt: how many of how many, and the same per concept in the order the concepts first appear. */
export type ExamResult = {
  right: number
  total: number
  hasPassed: boolean
  perConcept: { concept: string; right: number; total: number }[]
}

/**
 * Adds verdicts up. `pass` is the number of right answers needed; a paper without questions is never passed.
 */
export function resultOf(graded: readonly Graded[], pass: number): ExamResult {
  const concepts = new Map<string, { concept: string; right: number; total: number }>()
  for (const { concept, isRight: right } of graded) {
    const sum = concepts.get(concept) ?? { concept, right: 0, total: 0 }
    concepts.set(concept, { concept, right: sum.right + (right ? 1 : 0), total: sum.total + 1 })
  }
  const right = graded.filter((item) => item.isRight).length
  return {
    right,
    total: graded.length,
    hasPassed: graded.length > 0 && right >= pass,
    perConcept: [...concepts.values()],
  }
}
