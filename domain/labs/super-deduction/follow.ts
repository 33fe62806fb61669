import type { Fen } from '../fen'
import type { CellValue, Sheet } from '../lab-sheet'
import { share } from './solve'

type Own = Readonly<Record<string, CellValue | null>>

/** How each cell follows from the learner's own figures further up and the figures of the papers. */
const RULES: Readonly<Record<string, { from: readonly string[]; to(own: Fen[], given: Given): Fen }>> = {
  limit: { from: ['five'], to: ([five = 0]) => share(five, 1, 9) },
  'other-allowed': { from: ['limit'], to: ([limit = 0], { other = 0 }) => Math.min(limit, other) },
  own: { from: ['five', 'other-allowed'], to: sum },
  'foreign-cap': { from: ['own', 'domestic'], to: (parts) => share(sum(parts), 2, 3) },
  total: { from: ['own', 'domestic', 'foreign', 'foreign-person'], to: sum },
  'after-special': { from: ['total'], to: ([total = 0], { special = 0 }) => Math.max(total - special, 0) },
  base: { from: ['after-special'], to: ([net = 0], { sold = 0 }) => Math.max(net - sold, 0) },
  carried: { from: ['after-special'], to: ([net = 0], { sold = 0 }) => Math.max(sold - net, 0) },
  extra: { from: ['base'], to: ([base = 0], { ratePercent = 100 }) => share(base, ratePercent, 100) },
  saving: {
    from: ['extra'],
    to: ([extra = 0], { isLoss = 0, taxPercent = 25 }) => (isLoss ? 0 : share(extra, taxPercent, 100)),
  },
}

type Given = Readonly<Record<string, number>>

/** What the learner's own figures further up lead to at a cell; null where one is missing or nothing comes before. */
export function follow(sheet: Sheet, cell: string, answers: Own): Fen | null {
  const rule = Object.hasOwn(RULES, cell) ? RULES[cell] : undefined
  if (!rule || !sheet.given) return null
  const own = rule.from.flatMap((id) => (typeof answers[id] === 'number' ? [answers[id]] : []))
  return own.length === rule.from.length ? rule.to(own, sheet.given) : null
}

function sum(parts: readonly Fen[]): Fen {
  return parts.reduce((all, part) => all + part, 0)
}
