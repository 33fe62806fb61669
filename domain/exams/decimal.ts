/** An exact decimal number: `units` × 10^-`scale`. */
export type Decimal = { units: bigint; scale: number }

const FULL_WIDTH_SHIFT = 0xfee0

/**
 * Reads a number as people type it: full-width digits, thousands separators, spaces, a leading sign and a trailing unit
 * (元, %, …) are tolerated; `1.2万` is not, because a factor typed by mistake must not become a right answer.
 *
 * @returns null when the text is not one plain decimal number of at most 30 characters
 */
export function parseDecimal(text: string): Decimal | null {
  const plain = text
    .slice(0, 60)
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_SHIFT))
    .replace(/[\s,，\u3000]/g, '')
    .replace(/(?:元|％|%|小时|年|月|人月|项|张)$/, '')
  const match = /^([+-]?)(\d{1,20})(?:\.(\d{1,12}))?$/.exec(plain)
  if (!match) return null
  const fraction = match[3] ?? ''
  const units = BigInt((match[2] ?? '') + fraction)
  return { units: match[1] === '-' ? -units : units, scale: fraction.length }
}

/**
 * Is `|answer - key| <= tolerance`, compared exactly, without floating point? A negative tolerance is never met.
 */
export function isWithin(answer: Decimal, key: Decimal, tolerance: Decimal): boolean {
  const scale = Math.max(answer.scale, key.scale, tolerance.scale)
  const difference = scaled(answer, scale) - scaled(key, scale)
  return (difference < 0n ? -difference : difference) <= scaled(tolerance, scale)
}

/** `decimal` in units of 10^-`scale`; `scale` must not be smaller than the decimal's own. */
export function scaled(decimal: Decimal, scale: number): bigint {
  return decimal.units * 10n ** BigInt(scale - decimal.scale)
}
