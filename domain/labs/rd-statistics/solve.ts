import { joined } from '../joined'
import type { CellValue } from '../lab-sheet'
import type { Values, Way } from '../grading-key'
import { ENTRIES, type Finding, monthsOf, type Person, type StatisticsCase } from './statistics-case'

/** The known wrong ways, most telling first. */
export const SLIPS = [
  'below-ten-counted',
  'full-only-at-hundred',
  'heads-as-equivalents',
  'support-left-out',
  'heads-counted-twice',
  'twelve-months-each',
  'failed-left-out',
  'nothing-found',
  'repetition-as-error',
] as const
export type Slip = (typeof SLIPS)[number]

/** A year in tenths of a month. */
const YEAR = 120

/**
 * How somebody counts: full-time from 90 % of the year, part-time from 10 %, not at all below; compared in whole numbers.
 *
 * Source: facts, sections 4.2 and Lab E.
 */
export function classOf(tenths: number): 'full' | 'part' | 'none' {
  if (10 * tenths >= 9 * YEAR) return 'full'
  return 10 * tenths >= YEAR ? 'part' : 'none'
}

/** A person's full-time equivalent in hundredths of a person-year, half-up. */
export function equivalentOf(tenths: number): number {
  const kind = classOf(tenths)
  if (kind === 'none') return 0
  return kind === 'full' ? 100 : hundredths(tenths)
}

function hundredths(tenths: number): number {
  return Math.floor((2 * 100 * tenths + YEAR) / (2 * YEAR))
}

/** Every value of the sheet by cell id. `slip` is only for recognising wrong ways. */
export function solveStatistics(one: StatisticsCase, slip?: Slip): Values {
  const people = one.people.map((person) => ({ person, ...countedAs(person, slip) }))
  const counted = people.filter(({ kind }) => kind !== 'none')
  const [p1, p2] = [projectOf(one, 'p1', slip), projectOf(one, 'p2', slip)]
  const rows: Record<string, CellValue> = {}
  for (const { person, kind, equivalent } of people) {
    rows[`${person.id}-class`] = kind
    rows[`${person.id}-fte`] = equivalent
  }
  const sums = {
    heads: slip === 'heads-counted-twice' ? p1.heads + p2.heads : counted.length,
    full: counted.filter(({ kind }) => kind === 'full').length,
    part: counted.filter(({ kind }) => kind === 'part').length,
    fte: people.reduce((sum, { equivalent }) => sum + equivalent, 0),
    'p1-heads': p1.heads,
    'p1-months': p1.months,
    'p2-heads': p2.heads,
    'p2-months': p2.months,
    'cost-total': one.cost.items.reduce((sum, [, amount]) => sum + amount, 0),
  }
  return joined<CellValue>(rows, sums, findings(one, slip))
}

/** What the known wrong ways write into every cell. */
export function statisticsWays(one: StatisticsCase): Way[] {
  return SLIPS.map((path) => ({ path, values: solveStatistics(one, path) }))
}

function countedAs(person: Person, slip?: Slip): { kind: 'full' | 'part' | 'none'; equivalent: number } {
  const tenths = monthsOf(person)
  if (slip === 'support-left-out' && person.support === tenths) return { kind: 'none', equivalent: 0 }
  const kind = classOf(tenths)
  if (slip === 'below-ten-counted' && kind === 'none' && tenths > 0)
    return { kind: 'part', equivalent: hundredths(tenths) }
  if (slip === 'full-only-at-hundred' && kind === 'full' && tenths < YEAR)
    return { kind: 'part', equivalent: hundredths(tenths) }
  if (slip === 'heads-as-equivalents' && kind !== 'none') return { kind, equivalent: 100 }
  return { kind, equivalent: equivalentOf(tenths) }
}

function projectOf({ people }: StatisticsCase, project: 'p1' | 'p2', slip?: Slip): { heads: number; months: number } {
  const team = people.filter((person) => person[project] > 0)
  const months = team.reduce((sum, person) => sum + person[project], 0)
  return { heads: team.length, months: slip === 'twelve-months-each' ? team.length * YEAR : months }
}

function findings({ planted }: StatisticsCase, slip?: Slip): Record<string, Finding> {
  const found = ENTRIES.map(([entry, mistake]): [string, Finding] => {
    const isThere = planted.includes(entry) && mistake !== null
    if (slip === 'repetition-as-error' && entry === 'head-sum') return ['find-head-sum', 'sum']
    if (slip === 'nothing-found' || (slip === 'failed-left-out' && entry === 'projects')) return [`find-${entry}`, 'ok']
    return [`find-${entry}`, isThere ? mistake : 'ok']
  })
  return Object.fromEntries(found)
}
