/** A text that XML can carry: control characters, lone surrogates and non-characters are dropped, line ends are '\n'. */
export function plainText(text: string): string {
  return [...text.replace(/\r\n?/g, '\n')].filter(isCarried).join('')
}

function isCarried(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  if (code < 32) return code === 9 || code === 10
  return code !== 0xfffe && code !== 0xffff && !(code >= 0xd800 && code <= 0xdfff)
}
