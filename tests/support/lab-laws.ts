import { describe, expect, it } from 'vitest'
import { formatCell, isFigure, readCell } from '@/domain/labs/cell-value'
import { gradeCells, isNear } from '@/domain/labs/grade'
import {
  drawLab,
  defineLab,
  type DrawnLab,
  type LabDefinition,
  printedAnswers,
  TELLING_PERCENT,
} from '@/domain/labs/lab'
import type { LabMode, Sheet } from '@/domain/labs/lab-sheet'
import type { Values } from '@/domain/labs/grading-key'

const MODES: readonly LabMode[] = ['PRACTICE', 'CERTIFYING']

/** Seeds a law is tried on: half the same in every run, half new ones. `LAB_SEEDS=10000` tries ten thousand. */
const SEEDS = Number(process.env.LAB_SEEDS ?? 500)

/**
 * The laws of every lab, one call in its property test.
 *
 * Sheets are made once a seed and mode; every law is then asked of each, and a failure names seed and mode.
 */
export function labLaws<Drawn>(definition: LabDefinition<Drawn>): void {
  const lab = defineLab(definition)
  const rule = { passPercent: TELLING_PERCENT, decisive: definition.decisive }
  const grade = (drawn: DrawnLab<Drawn>, values: Values) =>
    gradeCells(drawn.sheet.cells, drawn.key, typed(drawn.sheet, values), { rule })

  // The first law makes all sheets, another makes them again.
  const timeout = Math.max(60_000, SEEDS * 30)
  describe(`the laws of a lab: ${definition.name}, ${SEEDS} seeds in each mode`, { timeout }, () => {
    it('the key satisfies the lab’s own check rules', () => {
      each(definition, ({ drawn, values }) => definition.check(drawn, values))
    })

    it('grading the key gives 100 %', () => {
      each(definition, (one) => {
        const result = grade(one, one.values)
        return result.passed && result.part === result.whole ? [] : [`${result.part} of ${result.whole}`]
      })
    })

    it('every known wrong way is named and never gives 100 %; on a certifying sheet it never passes', () => {
      each(definition, (one, mode) =>
        one.ways.flatMap((way) => {
          const result = grade(one, way.values)
          const isNamed = result.cells.some(({ path }) => path === way.path)
          const complaints = [
            ...(result.part === result.whole ? [`${way.path} gives everything`] : []),
            ...(isNamed ? [] : [`${way.path} is not named`]),
            ...(definition.paths.includes(way.path) ? [] : [`${way.path} is not in paths`]),
            ...(mode === 'CERTIFYING' && result.passed ? [`${way.path} passes`] : []),
          ]
          return complaints
        }),
      )
    })

    it('every path occurs, and every core path on every certifying sheet', () => {
      const met = new Set<string>()
      each(definition, ({ ways }, mode) => {
        for (const { path } of ways) met.add(path)
        const here = new Set(ways.map(({ path }) => path))
        return mode === 'CERTIFYING' ? definition.core.filter((path) => !here.has(path)) : []
      })
      expect([...met].sort()).toEqual([...definition.paths].sort())
      expect(definition.paths.length).toBeGreaterThanOrEqual(5)
    })

    it('no figure of the key stands on the papers unless it is given', () => {
      each(definition, (one) => printedAnswers(definition, one))
    })

    it('the form shows every cell once, and every cell can be read as it is written', () => {
      each(definition, ({ sheet, values }) => [
        ...odd(sheet),
        ...sheet.cells
          .filter(
            (cell) => !isNear(readCell(cell, formatCell(cell, values[cell.id] ?? '')) ?? '', values[cell.id] ?? '', 0),
          )
          .map(({ id }) => `${id} is not read back`),
      ])
    })

    it('a sheet and its key are plain JSON, and the same for the same seed and mode', () => {
      each(definition, ({ sheet, key }, mode, seed) => {
        const again = JSON.stringify(lab.generate(seed, mode))
        return [
          ...(again === JSON.stringify({ sheet, key }) ? [] : ['differs']),
          ...(isPlain({ sheet, key }) ? [] : ['holds something that JSON loses']),
        ]
      })
    })

    it('a cell that is off is wrong and costs only itself', () => {
      each(definition, (one, _mode, seed) => {
        const figures = one.sheet.cells.filter(isFigure)
        const cell = figures[seed.length % Math.max(figures.length, 1)]
        if (!cell) return []
        const value = one.values[cell.id]
        const off = { ...one.values, [cell.id]: Number(value) + (seed.length % 2 ? 2 : -2) }
        return grade(one, off).part === one.sheet.cells.length - 1 ? [] : [cell.id]
      })
    })
  })
}

/** What a learner types who has these values. */
export function typed(sheet: Sheet, values: Values): Record<string, string> {
  return Object.fromEntries(sheet.cells.map((cell) => [cell.id, formatCell(cell, values[cell.id] ?? '')]))
}

const made = new WeakMap<object, readonly { one: DrawnLab<unknown>; mode: LabMode; seed: string }[]>()

function each<Drawn>(
  definition: LabDefinition<Drawn>,
  complaintsOf: (one: DrawnLab<Drawn>, mode: LabMode, seed: string) => readonly string[],
): void {
  const sheets = (made.get(definition) ?? sheetsOf(definition)) as readonly {
    one: DrawnLab<Drawn>
    mode: LabMode
    seed: string
  }[]
  made.set(definition, sheets)
  const complaints = sheets.flatMap(({ one, mode, seed }) =>
    complaintsOf(one, mode, seed).map((complaint) => `${mode} ${seed}: ${complaint}`),
  )
  expect(complaints.slice(0, 10)).toEqual([])
}

function sheetsOf<Drawn>(definition: LabDefinition<Drawn>) {
  const fresh = () => Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(16)).join('')
  const seeds = Array.from({ length: SEEDS }, (_, index) => (index % 2 === 0 ? `fixed-${index}` : fresh()))
  return seeds.flatMap((seed) => MODES.map((mode) => ({ one: drawLab(definition, seed, mode), mode, seed })))
}

/** Cells that the forms do not show exactly once, double ids, and papers without an id of their own. */
function odd(sheet: Sheet): string[] {
  const shown = sheet.forms.flatMap((form) =>
    form.sections.flatMap((section) =>
      section.layout === 'list'
        ? section.cells
        : section.rows.flatMap(({ entries }) =>
            entries.flatMap((entry) =>
              entry !== null && typeof entry === 'object' && 'cell' in entry ? [entry.cell] : [],
            ),
          ),
    ),
  )
  const ids = sheet.cells.map(({ id }) => id)
  const papers = sheet.papers.map(({ id }) => id)
  const complaints = [...shown, ...ids, ...papers]
    .filter((id) => !/^[a-z0-9-]{1,40}$/.test(id))
    .map((id) => `${id} is no id`)
  if (JSON.stringify([...shown].sort()) !== JSON.stringify([...ids].sort())) complaints.push('cells and forms differ')
  if (new Set(ids).size !== ids.length) complaints.push('a cell id occurs twice')
  if (new Set(papers).size !== papers.length) complaints.push('a paper id occurs twice')
  return complaints
}

/** True when JSON keeps everything: no undefined, no bigint, no number that is not finite, no object of a class. */
function isPlain(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (Array.isArray(value)) return value.every(isPlain)
  return (
    typeof value === 'object' &&
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.values(value).every(isPlain)
  )
}
