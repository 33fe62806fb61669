/** Words that people use for the same thing; each line stands for its first. A part of the usual word (加计 of 加计扣除) finds it anyway. */
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

/** What was typed, with the usual word in place of a short or other one. */
export function withSynonyms(query: string): string {
  let text = query.normalize('NFKC').toLowerCase()
  for (const [word = '', ...others] of SYNONYMS)
    for (const other of others) if (!text.includes(word)) text = text.replaceAll(other, word)
  return text
}
