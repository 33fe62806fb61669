const NUMBERED = /^\s*\d{1,4}\s*[.、．，,:：)）\s]\s*\S/u

/**
 * Whether a pasted block is a 接龙 of a chat group: numbered lines without tabs. Lines above the first number (title, explanation,
 * example) are usual; among those after it, most must carry a number.
 */
export function looksLikeJielong(text: string): boolean {
  if (text.includes('\t')) return false
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  const first = lines.findIndex((line) => NUMBERED.test(line))
  if (first < 0) return /^\s*#?接龙/u.test(text)
  const rest = lines.slice(first)
  return rest.filter((line) => NUMBERED.test(line)).length * 2 > rest.length
}
