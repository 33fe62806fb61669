import type { Fen } from '../fen'
import type { CellValue, Sheet } from '../lab-sheet'
import { share, SUMS, statisticsFrom, summary } from './solve'
import { CLASSES, type CostClass, LINES } from './whole-case'

type Own = Readonly<Record<string, CellValue | null>>
type Given = Readonly<Record<string, number>>

const FIVE = SUMS.slice(0, 5).map((kind) => `sum-${kind}`)

/** How each amount follows from the learner's own figures further up and the figures of the papers. */
const RULES: Readonly<Record<string, { from: readonly string[]; to(own: Fen[], given: Given): number }>> = {
  five: { from: FIVE, to: sum },
  limit: { from: ['five'], to: ([five = 0]) => share(five, 1, 9) },
  'other-allowed': { from: ['sum-other', 'limit'], to: (both) => Math.min(...both) },
  own: { from: ['five', 'other-allowed'], to: sum },
  domestic: { from: ['sum-commissioned'], to: ([paid = 0]) => share(paid, 80, 100) },
  total: { from: ['own', 'domestic'], to: sum },
  extra: { from: ['total'], to: sum },
  saving: {
    from: ['extra'],
    to: ([extra = 0], { isLoss = 0, taxPercent = 25 }) => (isLoss ? 0 : share(extra, taxPercent, 100)),
  },
  'stat-total': { from: SUMS.map((kind) => `stat-${kind}`), to: sum },
}

/** What belongs into the statistics beside what may be counted, by item: figures of the papers. */
const BESIDE: Readonly<Record<string, string>> = { labor: 'clerk', direct: 'nontax', depreciation: 'building' }

/**
 * What the learner's own figures further up lead to at a cell; null where one is missing or nothing comes before. Runs that are stored are graded by
 * it, so it must keep reading their sheets (decision 026).
 */
export function follow(sheet: Sheet, cell: string, answers: Own): number | null {
  if (!sheet.given) return null
  const kind = SUMS.find((one) => cell === `sum-${one}` || cell === `stat-${one}`)
  if (kind && cell.startsWith('sum-')) return ownSums(answers)?.[`sum-${kind}`] ?? null
  if (kind) return itemFrom(kind, answers, sheet.given)
  const rule = Object.hasOwn(RULES, cell) ? RULES[cell] : undefined
  if (!rule) return null
  const own = rule.from.flatMap((id) => (typeof answers[id] === 'number' ? [answers[id]] : []))
  return own.length === rule.from.length ? rule.to(own, sheet.given) : null
}

function ownSums(answers: Own) {
  const ledger = LINES.flatMap((line) => {
    const [kind, amount] = [answers[`${line}-class`], answers[`${line}-amount`]]
    return isClass(kind) && typeof amount === 'number' ? [{ kind, amount }] : []
  })
  return ledger.length === LINES.length ? summary(ledger) : null
}

/** An item follows from the kind's own sum, except where a line that belongs there anyhow was already counted in it. */
function itemFrom(kind: (typeof SUMS)[number], answers: Own, given: Given): number | null {
  const own = answers[`sum-${kind}`]
  if (typeof own !== 'number') return null
  const beside = BESIDE[kind] ?? ''
  const isInside = isClass(answers[`${beside}-class`]) && answers[`${beside}-class`] === kind
  const items = Object.fromEntries(SUMS.map((one) => [one, 0])) as Record<(typeof SUMS)[number], Fen>
  return statisticsFrom({ ...items, [kind]: own + (isInside ? 0 : (given[beside] ?? 0)) })[`stat-${kind}`] ?? null
}

function isClass(value: CellValue | null | undefined): value is CostClass {
  return CLASSES.some((one) => one === value)
}

function sum(parts: readonly number[]): number {
  return parts.reduce((all, part) => all + part, 0)
}
