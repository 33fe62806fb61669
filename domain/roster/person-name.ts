import { cleanText } from './cell-text'

export type NameReading =
  | { ok: true; value: string }
  | { ok: false; problem: 'empty' | 'characters' | 'length'; found: string }

/** Titles written after a name in bureau sheets; dropped, as the seat says what somebody is. */
const TITLE = /(?:先生|女士|小姐|同志)$/u
const DOTS = /[•・‧．∙･.]/gu

/**
 * Reads a person's name: spaces inside a Chinese name ('张  三') vanish, the dots of Uyghur and other names become '·'
 * (U+00B7), Latin names keep single spaces. Characters outside the basic plane (𠮷, 𬭎) count as one.
 *
 * @returns the name, 2 to 30 code points, or why it is none (digits, emoji, punctuation). Idempotent.
 */
export function readPersonName(raw: string): NameReading {
  const found = cleanText(raw)
  if (found === '' || /^[-—/\\无]+$/u.test(found)) return { ok: false, problem: 'empty', found }
  const isHan = /\p{Script=Han}/u.test(found)
  const dotted = isHan ? found.replace(/ /g, '').replace(DOTS, '·').replace(TITLE, '') : found
  if (!/^[\p{Script=Han}〇·]+$/u.test(dotted) && !/^[\p{L}\p{M}'’.\- ·]+$/u.test(dotted))
    return { ok: false, problem: 'characters', found }
  const length = [...dotted].length
  if (length < 2 || length > 30) return { ok: false, problem: 'length', found }
  return { ok: true, value: dotted }
}

/** The form in which two spellings of a name are the same person's name: case and spaces do not matter. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '').replace(DOTS, '·').toLowerCase()
}
