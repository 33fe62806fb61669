/** Money in fen (1/100 yuan), always an integer; sheets and keys are JSON, so it is a number, never a bigint, outside a formula. */
export type Fen = number

/**
 * `numerator / denominator` rounded half away from zero, exactly and once.
 *
 * @param denominator above zero; throws RangeError otherwise
 * Source: docs of the labs, rule "half-up rounding to 0.01 元 at each formula result".
 */
export function halfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError('denominator must be positive')
  const sign = numerator < 0n ? -1n : 1n
  return sign * ((2n * sign * numerator + denominator) / (2n * denominator))
}

/** Sum of amounts in fen, exact; 0 for none. Throws RangeError when an amount or the sum is not a safe integer. */
export function sumFen(amounts: readonly Fen[]): Fen {
  return toFen(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n))
}

/** A bigint amount back as a number of fen; throws RangeError beyond ±2^53 (90 万亿元). */
export function toFen(amount: bigint): Fen {
  const fen = Number(amount)
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not a safe amount: ${amount}`)
  return fen
}

const YUAN = /^([+-]?)(\d{1,12})?(?:\.(\d{0,8}))?(万)?$/

/**
 * Reads what somebody typed as an amount of money.
 *
 * @param text in yuan: `264000`, `264,000.00`, `￥26.4万元`, full-width digits too; at most 8 decimals, rounded half-up to fen
 * @returns fen, or null when it is blank or not an amount
 */
export function parseYuan(text: string): Fen | null {
  const bare = text.normalize('NFKC').replace(/[\s,，¥￥元]/gu, '')
  const match = YUAN.exec(bare.replace(/^[−–—]/u, '-'))
  if (!match) return null
  const [, sign, whole = '', decimals = '', wan] = match
  if (whole === '' && decimals === '') return null
  const scaled = BigInt(whole + decimals.padEnd(8, '0')) * (wan ? 10_000n : 1n)
  const fen = halfUp(scaled, 1_000_000n)
  return toFen(sign === '-' ? -fen : fen)
}

/** Fen as `1,234.50`, in yuan with two decimals and separators, without a unit. */
export function formatYuan(amount: Fen): string {
  const digits = Math.abs(amount).toString().padStart(3, '0')
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amount < 0 ? '-' : ''}${yuan}.${digits.slice(-2)}`
}
