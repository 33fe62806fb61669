/** Figures and days of `detail` that are shown as they stand; each has a word in messages. Results of learners are not among them. */
const PLAIN = [
  'rows',
  'entries',
  'persons',
  'receivers',
  'count',
  'questions',
  'completions',
  'filled',
  'open',
  'logins',
  'dropped',
  'fromOn',
  'toOn',
  'closed',
  'ended',
  'visitedOn',
  'closedOn',
  'closingDay',
  'reason',
] as const
/** Codes of `detail`; shown only where messages have a word for the value. */
const CODED = [
  'role',
  'decision',
  'change',
  'action',
  'added',
  'disabled',
  'on',
  'by',
  'as',
  'accepted',
  'outcome',
  'answer',
] as const

export type DetailWord = { key: (typeof PLAIN)[number]; value: string } | { key: (typeof CODED)[number]; code: string }

/**
 * What of an event's `detail` may be shown, in the order of these lists. Everything else stays where it is: ids help nobody who reads, and a kind added
 * tomorrow shows nothing of its detail until somebody has thought about it.
 */
export function detailWords(detail: Readonly<Record<string, unknown>> | null): DetailWord[] {
  if (detail === null) return []
  const plain = PLAIN.flatMap((key) => {
    const value = detail[key]
    return typeof value === 'number' || (typeof value === 'string' && value !== '')
      ? [{ key, value: String(value) }]
      : []
  })
  const coded = CODED.flatMap((key) => {
    const value = detail[key]
    return typeof value === 'string' || typeof value === 'boolean' ? [{ key, code: String(value) }] : []
  })
  return [...coded, ...plain]
}
