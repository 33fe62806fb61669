import { looksScientific, squeeze } from './cell-text'

export type MobileReading =
  | { ok: true; value: string }
  | {
      ok: false
      problem: 'empty' | 'lost' | 'landline' | 'pattern'
      found: string
    }

/**
 * Reads a mobile number of mainland China as typed by people: +86, 0086, 86, spaces, dashes, dots, brackets and
 * full-width digits are normalised away.
 *
 * @returns eleven digits, or why it is none. 'landline' is a fixed number (an office telephone): harmless, but no link
 * can be sent to it. 'lost' is scientific notation: the number is gone and is never guessed.
 */
export function readMobile(raw: string): MobileReading {
  const found = squeeze(raw)
  if (found === '' || /^[-—/\\无]+$/u.test(found)) return { ok: false, problem: 'empty', found }
  if (looksScientific(found)) return { ok: false, problem: 'lost', found }
  const digits = found.replace(/[-—–.()·'’]/gu, '').replace(/^(?:\+|00)?86(?=1[3-9]\d{9}$)/, '')
  if (/^1[3-9]\d{9}$/.test(digits)) return { ok: true, value: digits }
  if (/^(?:\+?86)?0\d{2,3}[2-9]\d{6,7}(?:转?\d{1,6})?$/.test(digits) || /^[2-9]\d{6,7}$/.test(digits))
    return { ok: false, problem: 'landline', found }
  return { ok: false, problem: 'pattern', found }
}
