import { cleanText } from './cell-text'

/**
 * The name of an enterprise as it is kept: no spaces between Chinese characters, full-width brackets, Latin words apart.
 *
 * @returns the name, or null when it is shorter than 4 or longer than 120 code points (a bare district or a slip).
 */
export function readEnterpriseName(raw: string): string | null {
  const name = cleanText(raw)
    .replace(/(?<=[^\x21-\x7E]) (?=.)|(?<=.) (?=[^\x21-\x7E])/gu, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
  const length = [...name].length
  return length >= 4 && length <= 120 ? name : null
}

/** The form in which two spellings of an enterprise name are equal: brackets, spaces, dots and case do not matter. */
export function enterpriseNameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s()·.,，。"“”'’]/gu, '')
    .toLowerCase()
}
