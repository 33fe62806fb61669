/**
 * The path and query of a "where to go next" value when it stays on this site, else '/'.
 * Refuses other hosts in every spelling: '//e', '/\e', 'https:e', control characters, encoded slashes at the front.
 * Source: security.md T21.
 */
export function ownPath(value: unknown): string {
  if (typeof value !== 'string' || value.length > 2000) return '/'
  // Control characters and backslashes are read as slashes, or dropped, by browsers.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (!/^\/(?![/\\])/.test(value) || /[\\\u0000-\u0020\u007f]/.test(value)) return '/'
  const base = 'http://own.invalid'
  if (!URL.canParse(value, base)) return '/'
  const url = new URL(value, base)
  if (url.origin !== base || url.pathname.startsWith('//')) return '/'
  return url.pathname + url.search
}
