/**
 * Zero-width characters, the byte order mark and directional marks: never part of what was meant. Surrogate-safe.
 */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\u00AD]/g

/**
 * What was certainly meant by the text of one cell: full-width digits and letters become half-width (NFKC), invisible
 * characters vanish, every run of white space (ideographic and no-break spaces, line breaks) becomes one space.
 *
 * @returns the cleaned text, '' for a blank cell. Line breaks are lost: split a cell with several people first.
 */
export function cleanText(raw: string): string {
  return raw.replace(INVISIBLE, '').normalize('NFKC').replace(/\s+/gu, ' ').trim()
}

/** The cleaned text without any white space: for codes, numbers, headers and names of places. */
export function squeeze(raw: string): string {
  return cleanText(raw).replace(/ /g, '')
}

/**
 * The decimal digits a spreadsheet number stands for, from its stored text ('13800138000', '1.3800138E10', '44562.0').
 *
 * @returns `text` in plain notation; `isLossy` when the number has more than 15 significant digits of integer part, so
 * that Excel has already replaced the rest by zeros and nobody can know the original. Text that is no number comes back
 * as it is.
 */
export function numberText(stored: string): { text: string; isLossy: boolean } {
  const value = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(value)) return { text: stored, isLossy: false }
  if (Math.abs(value) >= 1e15) return { text: stored, isLossy: true }
  return {
    text: Number.isInteger(value) ? value.toFixed(0) : String(value),
    isLossy: false,
  }
}

/** Whether a text is a number that was cut to scientific notation ('9.13E+17', '1.38e10'). */
export function looksScientific(text: string): boolean {
  return /^[+-]?\d(?:\.\d+)?E\+?\d{1,3}$/i.test(squeeze(text))
}

/** Column letters of a zero-based column: 0 → 'A', 26 → 'AA'. */
export function columnLetters(column: number): string {
  let rest = column + 1
  let letters = ''
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
    rest = Math.floor((rest - 1) / 26)
  }
  return letters
}

/** The zero-based column of its letters: 'A' → 0, 'AA' → 26. The inverse of `columnLetters`. */
export function columnOfLetters(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
