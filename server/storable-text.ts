/** Whether PostgreSQL can store a text: no NUL and no half of a surrogate pair, neither of which anybody types. */
export function isStorable(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
  return !/[\u0000\p{Surrogate}]/u.test(text)
}
