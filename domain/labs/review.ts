import type { LabMode } from './lab-sheet'

/** Where a run is: open for saving, closed with its result, or left aside for a new one without a result. */
export type LabRunState = 'OPEN' | 'SUBMITTED' | 'ABANDONED'

/** How much of the truth the learner may see now. */
export type LabReview = 'nothing' | 'each-cell' | 'weak-steps' | 'everything'

/**
 * What may be told about a run.
 *
 * - practice, open: each saved cell may be checked (right or wrong, and the named wrong path; never the amount)
 * - certifying, open: nothing
 * - certifying, closed and not passed: which steps are weak, so that the next sheet is not given away
 * - an abandoned run: nothing
 * - passed, or a closed practice run: everything
 *
 * Source: design section 7; security T4, T6.
 */
export function reviewOf(run: { mode: LabMode; state: LabRunState; passed: boolean }): LabReview {
  if (run.state === 'OPEN') return run.mode === 'PRACTICE' ? 'each-cell' : 'nothing'
  if (run.state === 'ABANDONED') return 'nothing'
  return run.mode === 'PRACTICE' || run.passed ? 'everything' : 'weak-steps'
}
