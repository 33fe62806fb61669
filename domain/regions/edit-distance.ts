/** Number of single-character insertions, deletions, exchanges and swaps of neighbours between two short texts. */
export function editDistance(a: string, b: string): number {
  const left = [...a]
  const right = [...b]
  let before: number[] = []
  let above = Array.from({ length: right.length + 1 }, (_, j) => j)
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= right.length; j += 1) {
      const cost = left[i - 1] === right[j - 1] ? 0 : 1
      let best = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    before = above
    above = row
  }
  return above[right.length] ?? 0
}

/**
 * The candidate nearest to `text`, when it is near enough to be worth suggesting: at most a third of the longer text
 * differs, at least one slip is allowed. Ties go to the earlier candidate.
 */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  let best: { name: string; distance: number } | undefined
  for (const name of candidates) {
    const distance = editDistance(text, name)
    if (
      distance <= Math.max(1, Math.floor(Math.max(text.length, name.length) / 3)) &&
      distance < (best?.distance ?? 99)
    )
      best = { name, distance }
  }
  return best?.name
}
