/** Words that people use for the same thing. A part of the usual word (加计 of 加计扣除) finds it anyway. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['高新技术企业', '高企'],
  ['科技型中小企业', '科小'],
  ['辅助账', '台账'],
  ['汇算清缴', '汇缴'],
  ['全时当量', 'fte'],
]
const HAN = /\p{Script=Han}+/gu

/**
 * A text as the tokens of the search: Chinese runs as pairs of characters, so that two characters are enough to find something, a lone character as itself,
 * and Latin words and figures in lower case.
 */
export function searchTokens(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase()
  const words = plain.match(/[a-z0-9&%.-]*[a-z0-9]/g) ?? []
  const pairs = (plain.match(HAN) ?? []).flatMap((run) => {
    const characters = [...run]
    if (characters.length === 1) return characters
    return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
  })
  return [...words, ...pairs]
}

/**
 * The other words for what a text names: "高企" where it says 高新技术企业, and the reverse; empty when it names none of them. They go into the index beside the
 * text, so that what was typed is looked for as it stands.
 */
export function otherWords(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase()
  return SYNONYMS.filter((group) => group.some((word) => plain.includes(word)))
    .flatMap((group) => group.filter((word) => !plain.includes(word)))
    .join(' ')
}
