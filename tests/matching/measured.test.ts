import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { spellingOf } from '@/server/matching/spelling'
import { type Figures, type Measure, measure } from './measure'

const ENTRIES = 2000
const ROWS = 5000
const DOCUMENT = 'docs/domain/matching.md'
const [BEGIN, END] = ['<!-- figures -->', '<!-- end of figures -->']
const SEEDS = ['甲', '乙', '丙']

const spelling = spellingOf([
  { kind: 'CITY', code: '3302', name: '宁波市' },
  { kind: 'COUNTY', code: '330203', name: '海曙区' },
  { kind: 'COUNTY', code: '330212', name: '鄞州区' },
  { kind: 'COUNTY', code: '330225', name: '象山县' },
  { kind: 'COUNTY', code: '330281', name: '余姚市' },
])
const measured = SEEDS.map((seed) => measure(seed, ENTRIES, ROWS, spelling))

describe.each(SEEDS.map((seed, i) => [seed, measured[i] as Measure] as const))('rows of seed %s', (_, result) => {
  it('are never matched to somebody they are not about', () => {
    expect(result.all.rows).toBe(ROWS)
    expect(result.all.wrong).toEqual([])
    expect(result.enterprises.wrong).toEqual([])
  })

  it('are always matched when nothing happened to them and the number is known', () => {
    expect(result.missed).toEqual([])
    expect(result.byDamage.get('untouched')?.rows).toBeGreaterThan(ROWS / 5)
  })

  it('are matched often enough to be worth it, and what is left stands among three candidates', () => {
    const { matched, rows, queuedKnown, amongThree } = result.all
    expect(matched / rows).toBeGreaterThan(0.6)
    expect(amongThree / queuedKnown).toBeGreaterThan(0.93)
    expect(result.enterprises.matched / result.enterprises.rows).toBeGreaterThan(0.7)
  })
})

it('come to the figures written down in docs/domain/matching.md', () => {
  const figures = `${BEGIN}\n\n${table(measured)}\n\n${enterprisesAlone(measured)}\n\n${END}`
  // FIGURES=write puts today's figures there, to be read and committed.
  if (process.env.FIGURES === 'write') {
    const text = readFileSync(DOCUMENT, 'utf8')
    writeFileSync(DOCUMENT, text.slice(0, text.indexOf(BEGIN)) + figures + text.slice(text.indexOf(END) + END.length))
  }
  expect(readFileSync(DOCUMENT, 'utf8')).toContain(figures)
})

const sumOf = <T>(all: readonly T[], of: (one: T) => number) => all.reduce((total, one) => total + of(one), 0)
const share = (part: number, whole: number) => (whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)}%`)

/** The figures of all seeds together, as the document has them. */
function table(results: readonly Measure[]): string {
  const kinds = [...new Set(results.flatMap(({ byDamage }) => [...byDamage.keys()]))].sort()
  const lines = kinds.map((kind) =>
    line(
      kind,
      results.flatMap(({ byDamage }) => byDamage.get(kind) ?? []),
    ),
  )
  const all = line(
    '**all**',
    results.map((one) => one.all),
  )
  return [
    '| what happened to the row | rows | matched | wrong | queue | known in queue | of these among three |',
    '|---|--:|--:|--:|--:|--:|--:|',
    ...lines,
    all,
  ].join('\n')
}

function line(name: string, figures: readonly Figures[]): string {
  const rows = sumOf(figures, (one) => one.rows)
  const matched = sumOf(figures, (one) => one.matched)
  const known = sumOf(figures, (one) => one.queuedKnown)
  const wrong = sumOf(figures, (one) => one.wrong.length)
  const queue = rows - matched
  const among = share(
    sumOf(figures, (one) => one.amongThree),
    known,
  )
  return `| ${[name, rows, `${matched} (${share(matched, rows)})`, wrong, `${queue} (${share(queue, rows)})`, known, among].join(' | ')} |`
}

function enterprisesAlone(results: readonly Measure[]): string {
  const rows = sumOf(results, ({ enterprises }) => enterprises.rows)
  const matched = sumOf(results, ({ enterprises }) => enterprises.matched)
  const wrong = sumOf(results, ({ enterprises }) => enterprises.wrong.length)
  return `The same rows read for their enterprise alone: ${rows} rows, ${matched} matched (${share(matched, rows)}), ${wrong} wrong.`
}
