import { POINT } from '@/domain/exams/score'

/** One answer to one question, with how the same person did on the rest of that paper. */
export type ItemAnswer = {
  /** In 840ths of a question. */
  score: number
  /** Mean score on the paper's other questions, 0 to `POINT`; null when there was no other. */
  rest: number | null
  /** What was chosen, in the bank's own ids; typed answers have none. */
  chosen: readonly string[]
}

/** How often each option was chosen by the lower, middle and upper third on the rest of the paper. */
export type ChoiceByThirds = { option: string; low: number; middle: number; high: number }

/** What answers say about a question. Shares are 0 to 1. */
export type ItemFigures = {
  answers: number
  /** Mean share of the points: 1 = everybody right. */
  facility: number
  /** Corrected point-biserial: how the question goes with the rest of the paper, −1 to 1; null when it cannot be said. */
  discrimination: number | null
  choices: ChoiceByThirds[]
  /** How many gave no answer at all. */
  unanswered: number
}

/**
 * Facility, corrected point-biserial and choices by thirds of one question (classical test theory). The correlation is between the
 * question's score and the mean of the paper's **other** questions: with the question itself among them every question would look
 * good, and papers differ, so sums would not compare. Thirds are by that same mean; equal means stand together in the lower third
 * they begin in, so that no tie is broken by chance.
 *
 * @param options ids in the order of the bank; none for typed answers
 */
export function itemFigures(answers: readonly ItemAnswer[], options: readonly string[]): ItemFigures {
  const known = answers.filter((answer): answer is ItemAnswer & { rest: number } => answer.rest !== null)
  return {
    answers: answers.length,
    facility: answers.length === 0 ? 0 : meanOf(answers.map(({ score }) => score)) / POINT,
    discrimination: correlation(
      known.map(({ score }) => score),
      known.map(({ rest }) => rest),
    ),
    choices: choicesByThirds(known, options),
    unanswered: answers.filter(({ chosen }) => chosen.length === 0).length,
  }
}

function choicesByThirds(
  answers: readonly (ItemAnswer & { rest: number })[],
  options: readonly string[],
): ChoiceByThirds[] {
  const sorted = answers.map(({ rest }) => rest).sort((one, other) => one - other)
  const upTo = sorted[Math.ceil(sorted.length / 3) - 1] ?? 0
  const from = sorted[Math.floor((2 * sorted.length) / 3)] ?? 0
  const third = (rest: number) => (rest <= upTo ? 'low' : rest >= from ? 'high' : 'middle')
  return options.map((option) => {
    const count = { low: 0, middle: 0, high: 0 }
    for (const { rest, chosen } of answers) if (chosen.includes(option)) count[third(rest)]++
    return { option, ...count }
  })
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Pearson's correlation; null below three pairs or when one side does not vary. */
export function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  if (xs.length < 3) return null
  const [meanX, meanY] = [meanOf(xs), meanOf(ys)]
  let [xy, xx, yy] = [0, 0, 0]
  xs.forEach((x, index) => {
    const [dx, dy] = [x - meanX, (ys[index] ?? 0) - meanY]
    xy += dx * dy
    xx += dx * dx
    yy += dy * dy
  })
  return xx === 0 || yy === 0 ? null : xy / Math.sqrt(xx * yy)
}
