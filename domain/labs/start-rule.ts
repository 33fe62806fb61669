/** A certifying run of the past. */
export type PastRun = { readonly submittedAt: Date; readonly passed: boolean }

/**
 * From when the next certifying run may start.
 *
 * @param runs certifying runs that were handed in, in any order
 * @param waitHours hours after the last one, unless it was passed
 * @returns the instant to wait for, or null when it may start now
 */
export function waitsUntil(runs: readonly PastRun[], waitHours: number, now: Date): Date | null {
  const last = runs.reduce<PastRun | null>((one, run) => (one && one.submittedAt > run.submittedAt ? one : run), null)
  if (!last || last.passed) return null
  const until = new Date(last.submittedAt.getTime() + waitHours * 3_600_000)
  return until > now ? until : null
}
