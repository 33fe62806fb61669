import { type Fen, halfUp, sumFen, toFen } from '../fen'
import type { Values, Way } from '../grading-key'
import { FIELDS, type Grade, type Level, type NeedCase } from './need-case'

/** The known wrong ways, most telling first. */
export const SLIPS = [
  'broken-run-counted',
  'target-from-best-run',
  'dearer-than-price',
  'fee-alone',
  'first-of-everything',
  'empty-words-count',
  'figures-are-enough',
  'big-words-count',
  'written-as-purchase',
  'secret-told',
] as const
export type Slip = (typeof SLIPS)[number]

/** Points of a field in the draft: ten, five, none. Our own rubric over the ten fields of facts, section 6.2. */
const POINTS: Record<Grade, number> = { clear: 10, vague: 5, missing: 0 }

/** Every value of the sheet by cell id; money in fen. `slip` is only for recognising wrong ways. */
export function solveNeed(one: NeedCase, slip?: Slip): Values {
  return { ...draft(one, slip), ...figures(one, slip), ...wording(one, slip) }
}

/** What every known wrong way writes into every cell. */
export function needWays(one: NeedCase): Way[] {
  return SLIPS.map((path) => ({ path, values: solveNeed(one, path) }))
}

function draft({ draft: given }: NeedCase, slip?: Slip): Values {
  const gradeOf = (grade: Grade): Grade => (slip === 'empty-words-count' && grade === 'vague' ? 'clear' : grade)
  const grades = FIELDS.map((field) => [field, gradeOf(given[field])] as const)
  const score = grades.reduce((sum, [, grade]) => sum + POINTS[grade], 0)
  return { ...Object.fromEntries(grades.map(([field, grade]) => [`draft-${field}`, grade])), score }
}

function figures(one: NeedCase, slip?: Slip): Values {
  const counted = one.runs
    .filter(({ isBroken }) => slip === 'broken-run-counted' || !isBroken)
    .map(({ value }) => value)
  const now = rounded(
    counted.reduce((sum, value) => sum + value, 0),
    counted.length,
  )
  const best = Math.max(...one.runs.map(({ value }) => value))
  const base = slip === 'target-from-best-run' ? best : now
  const before = slip === 'dearer-than-price' ? one.price : one.unitCost
  const budget = slip === 'fee-alone' ? one.fee : sumFen([one.fee, one.samples, one.testing])
  const paid = slip === 'first-of-everything' ? sumFen([one.fee, one.samples, one.testing]) : one.fee
  return {
    now,
    goal: rounded(base * one.factor, 10),
    'highest-cost': part(before, 100 + one.dearer),
    budget,
    'first-payment': part(paid, one.first),
  }
}

function wording({ sentences, wish, secret }: NeedCase, slip?: Slip): Values {
  const levelOf = (level: Level): Level => {
    if (slip === 'figures-are-enough' && level === 'figures') return 'tested'
    return slip === 'big-words-count' && level === 'wish' ? 'object' : level
  }
  const levels = sentences.map(({ level }, index) => [`sentence-${index + 1}`, levelOf(level)] as const)
  const best = levels.findIndex(([, level]) => level === 'tested')
  return {
    ...Object.fromEntries(levels),
    'sentence-best': `s${best + 1}`,
    cooperation: slip === 'written-as-purchase' ? 'purchase' : wish,
    secret: slip === 'secret-told' ? 'nothing' : secret,
  }
}

/** A whole number of the measure, half-up once. */
function rounded(top: number, bottom: number): number {
  return Number(halfUp(BigInt(top), BigInt(bottom)))
}

function part(amount: Fen, percent: number): Fen {
  return toFen(halfUp(BigInt(amount) * BigInt(percent), 100n))
}
