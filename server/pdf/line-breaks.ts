const PIECES = /[（《“‘【「]*(?:[A-Za-z0-9@.:/_+#%-]+|[^（《“‘【「\s])[，。、；：？！）》”’】」…]*|[（《“‘【「]+|\s+/gu

/**
 * Where a word of a PDF may be broken: after every Chinese character, never before closing or after opening punctuation,
 * never inside a Latin word or number. The empty parts between keep the renderer from drawing a hyphen.
 *
 * @returns parts that always join back to `word`: what is not returned would silently be lost from the page
 */
export function breakable(word: string): string[] {
  const pieces = word.match(PIECES)
  if (!pieces || pieces.length === 1 || pieces.join('') !== word) return [word]
  return pieces.flatMap((piece) => [piece, ''])
}
