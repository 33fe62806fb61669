/** Crockford's base 32: no I, L, O, U. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A certificate's number, `ZX-2026-7F3K-9Q2M`: the year of issue, seven random digits and a check digit.
 *
 * @param year of issue in Shanghai
 * @param random at least seven random bytes; each gives one digit (its low five bits)
 * @returns 17 characters; the number proves nothing by itself, only the verification page does
 * Throws RangeError when fewer than seven bytes are given.
 */
export function certificateSerial(year: number, random: Uint8Array): string {
  if (random.length < 7) throw new RangeError('seven random bytes are needed')
  const body = Array.from(random.slice(0, 7), (byte) => DIGITS[byte & 31]).join('')
  const digits = body + checkDigit(`${year}${body}`)
  return `ZX-${year}-${digits.slice(0, 4)}-${digits.slice(4)}`
}

/** True for a number whose check digit fits; false for anything else. Finds every single mistyped digit. */
export function isCertificateSerial(serial: string): boolean {
  const match = /^ZX-(\d{4})-([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z]{4})$/.exec(serial)
  if (!match) return false
  const [, year = '', head = '', tail = ''] = match
  return checkDigit(`${year}${head}${tail.slice(0, 3)}`) === tail.slice(3)
}

/** Odd weights are invertible modulo 32, so one wrong digit always changes the sum. */
function checkDigit(digits: string): string {
  const sum = [...digits].reduce((all, digit, index) => all + DIGITS.indexOf(digit) * (2 * index + 1), 0)
  return DIGITS[sum % 32] as string
}
