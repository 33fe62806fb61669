/**
 * Puts short pieces into at most `count` lines of about equal length, in their order; no piece is lost.
 *
 * @returns as many lines as are needed, none for no pieces
 */
export function linesOf(pieces: readonly string[], count: number, separator: string): string[] {
  if (pieces.length === 0 || count < 1) return []
  const perLine = Math.ceil(pieces.length / count)
  const lines: string[] = []
  for (let at = 0; at < pieces.length; at += perLine) lines.push(pieces.slice(at, at + perLine).join(separator))
  return lines
}
