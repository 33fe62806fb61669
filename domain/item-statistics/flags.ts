import type { ItemFigures } from './classical'

/** Below this number of answers nothing is said about a question. */
export const FLAGS_FROM = 30
/** The two-parameter model needs this many answers to a question. */
export const MODEL_FROM = 200

/** Why somebody should look at a question. Each is a question to its author, no verdict. */
export type ItemFlag =
  | 'too-easy'
  | 'too-hard'
  | 'against-the-rest'
  | 'says-little'
  | { kind: 'idle-distractor' | 'rival-distractor'; option: string }

const EASY = 0.95
const HARD = 0.25
const LITTLE = 0.1
const IDLE_SHARE = 0.02

/**
 * What is odd about a question: nearly everybody right, hardly anybody; people good at the rest do worse on it, or no better; a wrong
 * option that nobody takes, or that the upper third takes more often than the lower third and at least as often as a right one.
 *
 * @param right ids of the right options; none for typed answers
 */
export function itemFlags(figures: ItemFigures, right: readonly string[]): ItemFlag[] {
  const { answers, facility, discrimination, choices } = figures
  if (answers < FLAGS_FROM) return []
  const flags: ItemFlag[] = []
  if (facility > EASY) flags.push('too-easy')
  if (facility < HARD) flags.push('too-hard')
  if (discrimination !== null && discrimination < 0) flags.push('against-the-rest')
  else if (discrimination !== null && discrimination < LITTLE && facility <= EASY) flags.push('says-little')
  const taken = (option: string) => choices.find((choice) => choice.option === option)?.high ?? 0
  const leastRight = Math.min(...right.map(taken))
  for (const { option, low, middle, high } of choices.filter((choice) => !right.includes(choice.option))) {
    if (low + middle + high < IDLE_SHARE * answers) flags.push({ kind: 'idle-distractor', option })
    if (right.length > 0 && high > low && high >= leastRight) flags.push({ kind: 'rival-distractor', option })
  }
  return flags
}
