import { looksScientific, squeeze } from './cell-text'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
/** Letters the standard leaves out because they are mistaken for digits; a suggestion, never a silent repair. */
const MISTAKEN: Record<string, string> = {
  I: '1',
  O: '0',
  S: '5',
  Z: '2',
  V: 'U',
}

export type UsccProblem = 'empty' | 'lost' | 'old-licence' | 'length' | 'character' | 'check-digit'

export type UsccReading =
  | { ok: true; value: string }
  | { ok: false; problem: UsccProblem; found: string; suggestion?: string; checkCharacter?: string }

/**
 * The check character of the first 17 characters of a unified social credit code (GB 32100-2015).
 *
 * @param first17 characters of the code's own alphabet; more are ignored
 * @throws RangeError when there are fewer than 17 or one is outside the alphabet
 */
export function usccCheckCharacter(first17: string): string {
  let sum = 0
  for (let i = 0; i < 17; i += 1) {
    const digit = ALPHABET.indexOf(first17[i] ?? '?')
    if (digit < 0) throw new RangeError('not a character of a unified social credit code')
    sum += digit * (WEIGHTS[i] ?? 0)
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? '0'
}

/** Whether `code` is already in canonical form (18 upper-case characters) and its check character is right. */
export function isUscc(code: string): boolean {
  return /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code) && usccCheckCharacter(code) === code[17]
}

/**
 * Reads a unified social credit code (统一社会信用代码) as typed by people: full-width characters, spaces, dashes, lower
 * case are normalised; anything else is refused with what was found.
 *
 * @returns the canonical 18 characters, or the problem. A code in scientific notation is 'lost': it is never guessed.
 * `suggestion` is a code that would be valid and is one plausible slip away, `checkCharacter` what the first 17 characters
 * would end in; both are shown, never used.
 */
export function readUscc(raw: string): UsccReading {
  const found = squeeze(raw)
    .replace(/[-—–_'’‘`"“”.,，。:：;]/gu, '')
    .toUpperCase()
  if (found === '') return { ok: false, problem: 'empty', found: '' }
  if (looksScientific(raw)) return { ok: false, problem: 'lost', found: squeeze(raw) }
  if (isUscc(found)) return { ok: true, value: found }
  if (/^\d{15}$/.test(found)) return { ok: false, problem: 'old-licence', found }
  if (found.length !== 18) return { ok: false, problem: 'length', found }
  const repaired = found.replace(/[IOSZV]/g, (letter) => MISTAKEN[letter] ?? letter)
  const suggestion = repaired !== found && isUscc(repaired) ? { suggestion: repaired } : {}
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(found)) return { ok: false, problem: 'character', found, ...suggestion }
  return { ok: false, problem: 'check-digit', found, checkCharacter: usccCheckCharacter(found), ...swapped(found) }
}

/** One pair of neighbours exchanged, when exactly one such exchange makes the code valid. */
function swapped(code: string): { suggestion?: string } {
  const valid = new Set<string>()
  for (let i = 0; i < 17; i += 1) {
    const exchanged = code.slice(0, i) + (code[i + 1] ?? '') + (code[i] ?? '') + code.slice(i + 2)
    if (isUscc(exchanged)) valid.add(exchanged)
  }
  const [only] = valid
  return valid.size === 1 && only ? { suggestion: only } : {}
}

/**
 * A valid invented code for seeds and tests: kind 91 (enterprise), six digits of an administrative division, and a
 * nine-character body made from `serial`, so that equal arguments give equal codes and different serials differ.
 *
 * @param division six digits, e.g. '330203'
 * @param serial 0 … 31^7 - 1
 */
export function makeUscc(division: string, serial: number): string {
  let body = ''
  let rest = serial
  for (let i = 0; i < 7; i += 1) {
    body = (ALPHABET[rest % 31] ?? '0') + body
    rest = Math.floor(rest / 31)
  }
  const first17 = `91${division.padEnd(6, '0').slice(0, 6)}MA${body}`
  return first17 + usccCheckCharacter(first17)
}
