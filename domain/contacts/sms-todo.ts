import type { SeatKind } from '../rates/entry-facts'

const WORDS: Record<SeatKind, readonly (readonly [kind: string, word: string])[]> = {
  HEAD: [
    ['COURSE', '五张政策卡片'],
    ['EXAM', '测一测'],
  ],
  CLERK: [
    ['COURSE', '课程'],
    ['LAB', '实训'],
    ['EXAM', '测评'],
  ],
}
const BOTH: readonly (readonly [string, string])[] = [['SESSION', '培训场次']]
/** For somebody who has done everything: the pages stay open to be looked things up in. */
const NOTHING_OPEN = '学习资料'

/**
 * What is still open for a seat, in the few words that a text message has room for: "课程、实训和测评".
 *
 * @param missing codes of the seat's standing (`missingCode` of domain/rates); null = not counted yet, so everything is open
 */
export function smsTodo(seat: SeatKind, missing: readonly string[] | null): string {
  const words = missing === null ? WORDS[seat] : [...WORDS[seat], ...BOTH].filter(([kind]) => isOpen(missing, kind))
  return words.length > 0 ? listed(words.map(([, word]) => word)) : NOTHING_OPEN
}

/** Of alternatives ("COURSE:a|SESSION:b") the first speaks for all. */
function isOpen(missing: readonly string[], kind: string): boolean {
  return missing.some((code) => new RegExp(`^[A-Z]+:${kind}:`).test(code))
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join('、')}和${words.at(-1)}`
}
