/**
 * A text that no spreadsheet program takes for a formula: one that begins with = + - @, a tab or a carriage return
 * (also full-width) gets an apostrophe before it. Control characters that XML cannot carry are dropped.
 * Source: security.md, T18.
 */
export function safeCell(text: string): string {
  const clean = [...text].filter(isAllowed).join('')
  return /^[=+\-@\t\r＝＋－＠]/.test(clean) ? `'${clean}` : clean
}

function isAllowed(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  if (code < 32) return code === 9 || code === 10 || code === 13
  return code !== 0xfffe && code !== 0xffff && !(code >= 0xd800 && code <= 0xdfff)
}
