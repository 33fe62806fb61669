import { evidenceClasses } from './entry-facts'
import type { EntryState } from './standing-of'

/** Sums of standings: of one leaf region and key flag, or of any set of them. Parent = sum of its children. */
export interface TallySums {
  readonly entries: number
  /** Entries whose programme has a training requirement in force: the whole of the training rate. */
  readonly asked: number
  readonly trainedAny: number
  readonly trainedEvery: number
  readonly heads: number
  readonly aware: number
  readonly clerks: number
  readonly ready: number
  readonly visited: number
  /** Parts per evidence class, in the order of `evidenceClasses`. */
  readonly trainedAnyBy: readonly number[]
  readonly trainedEveryBy: readonly number[]
  readonly awareBy: readonly number[]
  readonly readyBy: readonly number[]
}

export const plainSums = [
  'entries',
  'asked',
  'trainedAny',
  'trainedEvery',
  'heads',
  'aware',
  'clerks',
  'ready',
  'visited',
] as const
export const classSums = ['trainedAnyBy', 'trainedEveryBy', 'awareBy', 'readyBy'] as const

const noClass = evidenceClasses.map(() => 0)

/** The sums of nothing. */
export const emptyTally: TallySums = {
  entries: 0,
  asked: 0,
  trainedAny: 0,
  trainedEvery: 0,
  heads: 0,
  aware: 0,
  clerks: 0,
  ready: 0,
  visited: 0,
  trainedAnyBy: noClass,
  trainedEveryBy: noClass,
  awareBy: noClass,
  readyBy: noClass,
}

/** What one entry on the roster adds to its tally. */
export function tallyOf(state: EntryState): TallySums {
  const sum = (by: readonly number[]) => by.reduce((total, one) => total + one, 0)
  return {
    entries: 1,
    asked: state.asksTraining ? 1 : 0,
    trainedAny: state.trainedAny ? 1 : 0,
    trainedEvery: state.trainedEvery ? 1 : 0,
    heads: state.heads,
    aware: sum(state.awareBy),
    clerks: state.clerks,
    ready: sum(state.readyBy),
    visited: state.isVisited ? 1 : 0,
    trainedAnyBy: evidenceClasses.map((name) => (name === state.trainedAny ? 1 : 0)),
    trainedEveryBy: evidenceClasses.map((name) => (name === state.trainedEvery ? 1 : 0)),
    awareBy: state.awareBy,
    readyBy: state.readyBy,
  }
}

/** `a + times × b`, member by member; `times` is 1 to add and -1 to take away. */
export function addTally(a: TallySums, b: TallySums, times: 1 | -1 = 1): TallySums {
  const plain = Object.fromEntries(plainSums.map((key) => [key, a[key] + times * b[key]]))
  const classes = Object.fromEntries(
    classSums.map((key) => [key, a[key].map((one, rank) => one + times * (b[key][rank] ?? 0))]),
  )
  return { ...emptyTally, ...plain, ...classes }
}

/** Whether every member is 0. */
export function isEmptyTally(sums: TallySums): boolean {
  return plainSums.every((key) => sums[key] === 0) && classSums.every((key) => sums[key].every((one) => one === 0))
}
