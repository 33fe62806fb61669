import { POINT } from './score'

/** One question of a paper with its score in 840ths. */
export type Graded = { position: number; concept: string; score: number }

/**
 * The result of an attempt: how many questions wholly right of how many, the score in 840ths of a question, and per concept, in the
 * order the concepts first appear, how many were wholly right.
 */
export type ExamResult = {
  right: number
  total: number
  score: number
  scoreMax: number
  hasPassed: boolean
  perConcept: { concept: string; right: number; total: number }[]
}

/**
 * Adds scores up. `pass` is the number of questions' worth needed: half a question twice counts as one. A paper without questions is
 * never passed.
 */
export function resultOf(graded: readonly Graded[], pass: number): ExamResult {
  const concepts = new Map<string, { concept: string; right: number; total: number }>()
  for (const { concept, score } of graded) {
    const sum = concepts.get(concept) ?? { concept, right: 0, total: 0 }
    concepts.set(concept, { concept, right: sum.right + (score === POINT ? 1 : 0), total: sum.total + 1 })
  }
  const score = graded.reduce((sum, item) => sum + item.score, 0)
  return {
    right: graded.filter((item) => item.score === POINT).length,
    total: graded.length,
    score,
    scoreMax: graded.length * POINT,
    hasPassed: graded.length > 0 && score >= pass * POINT,
    perConcept: [...concepts.values()],
  }
}

/**
 * What a score lacks of `pass` questions, for people: rounded up to tenths, so that what is missing is never shown as nothing.
 */
export function missingOf(score: number, pass: number): string {
  const tenths = Math.max(0, Math.ceil(((pass * POINT - score) * 10) / POINT))
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1)
}

/**
 * A score in questions, for people: cut, never rounded up, to tenths. 3,359 of 4 × 840 → "3.9", 3,360 → "4".
 */
export function questionsOf(score: number): string {
  const tenths = Math.floor((score * 10) / POINT)
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1)
}
