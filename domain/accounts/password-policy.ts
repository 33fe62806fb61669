import { COMMON_FIGURES, COMMON_WORDS } from './common-passwords'

export type PasswordProblem = 'password-short' | 'password-long' | 'password-common' | 'password-contextual'

/** Characters an officer's and a learner's password has at least. Source: security.md note A. */
export const LEAST_CHARACTERS = { officer: 12, learner: 8 } as const
const MOST_CHARACTERS = 128
/** What must remain of a password without the words that everybody knows of its owner. */
const LEAST_UNKNOWN = 6

/**
 * What is wrong with a new password, or null. Length counts code points; nothing is trimmed, no kinds of characters are demanded,
 * nothing expires (ASVS 6.2).
 *
 * @param knownWords what others know of the owner: name, pinyin, mobile, login name, office; any case, empty ones ignored
 */
export function passwordProblem(
  password: string,
  holder: 'officer' | 'learner',
  knownWords: readonly string[],
): PasswordProblem | null {
  const length = [...password].length
  if (length < LEAST_CHARACTERS[holder]) return 'password-short'
  if (length > MOST_CHARACTERS) return 'password-long'
  const plain = password.normalize('NFKC').toLowerCase()
  if (isCommon(plain)) return 'password-common'
  return isContextual(plain, knownWords) ? 'password-contextual' : null
}

function isCommon(plain: string): boolean {
  if (new Set(plain).size <= 3 || isRun(plain) || COMMON_WORDS.has(plain)) return true
  const trimmed = plain.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  const ends = [/^\d+/.exec(trimmed)?.[0], /\d+$/.exec(trimmed)?.[0]].filter((figures) => figures !== undefined)
  if (!ends.every((figures) => COMMON_FIGURES.test(figures))) return false
  const words = trimmed.replace(/^\d+|\d+$/g, '').split(/[^\p{L}\p{N}@$]+/u)
  return words.every((word) => word === '' || COMMON_WORDS.has(word) || COMMON_WORDS.has(unmasked(word)))
}

/** p@55w0rd → password. */
function unmasked(word: string): string {
  const letters: Record<string, string> = { '@': 'a', '4': 'a', '0': 'o', '1': 'i', '3': 'e', '5': 's', $: 's' }
  return word.replace(/[@40135$]/g, (sign) => letters[sign] ?? sign)
}

/** abcdefgh, 87654321, aceg…: each step the same; also halves repeated (abc1abc1). */
function isRun(plain: string): boolean {
  const codes = [...plain].map((character) => character.codePointAt(0) ?? 0)
  const wrap = /^\d+$/.test(plain) ? 10 : Number.MAX_SAFE_INTEGER
  const steps = new Set(codes.slice(1).map((code, index) => (code - (codes[index] ?? 0) + wrap) % wrap))
  if (steps.size === 1) return true
  return [2, 3, 4].some((times) => {
    const part = plain.slice(0, plain.length / times)
    return part.length <= 4 && part.repeat(times) === plain
  })
}

function isContextual(plain: string, knownWords: readonly string[]): boolean {
  const known = knownWords.flatMap((word) => variants(word.normalize('NFKC').toLowerCase()))
  const rest = known.reduce((left, word) => left.replaceAll(word, ''), plain)
  return rest !== plain && [...rest].length < LEAST_UNKNOWN
}

/** The word, and of figures (a mobile) also their last eight and six. */
function variants(word: string): string[] {
  const whole = word.replace(/\s+/g, '')
  if ([...whole].length < 2) return []
  if (!/^\d{8,}$/.test(whole)) return [whole]
  return [whole, whole.slice(-8), whole.slice(-6)]
}
