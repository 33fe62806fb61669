import type { RateFigure } from '@/domain/rates/rate-display'

/** How a rate moved from one figure to the next: things more in the part and in the whole, and percentage points as text. */
export interface RateChange {
  readonly part: number
  readonly whole: number
  /** "+3.2", "-0.4", "0"; null when one of the two had nothing to count. */
  readonly points: string | null
}

/** The change between two figures of the same rate. Exact; never throws. */
export function rateChange(now: RateFigure, before: RateFigure): RateChange {
  return { part: now.part - before.part, whole: now.whole - before.whole, points: pointsBetween(now, before) }
}

/**
 * Percentage points with one decimal, rounded half away from zero. A difference that would round to nothing says so by a sign of "<":
 * "+<0.1", so that only an equal rate is "0".
 */
function pointsBetween(now: RateFigure, before: RateFigure): string | null {
  if (now.whole === 0 || before.whole === 0) return null
  const difference = BigInt(now.part) * BigInt(before.whole) - BigInt(before.part) * BigInt(now.whole)
  if (difference === 0n) return '0'
  const [sign, size] = difference > 0n ? ['+', difference] : ['-', -difference]
  const whole = BigInt(now.whole) * BigInt(before.whole)
  const tenths = (size * 2000n + whole) / (2n * whole)
  return tenths === 0n ? `${sign}<0.1` : `${sign}${tenths / 10n}.${tenths % 10n}`
}

/** A count with its sign: "+3", "-2", "0". */
export function signed(count: number): string {
  return count > 0 ? `+${count}` : String(count)
}
