import type { SavedCells } from './cell-value'
import { type Follow, gradeCells, type LabResult, type PassRule } from './grade'
import { gradingKey, tryWay, type Values, type Way } from './grading-key'
import type { CellSpec, GradingKey, LabMode, Sheet, SheetBody } from './lab-sheet'
import { printedFigures } from './paper'
import { type SeededRandom, seededRandom } from './seeded-random'

/** A sheet for the learner and its secret key. */
export type GeneratedLab = { readonly sheet: Sheet; readonly key: GradingKey }

/**
 * What a lab must bring; `Drawn` is its own invented case, from which everything else follows. All functions are pure.
 * `defineLab` makes a lab of it, and the laws of `tests/support/lab-laws.ts` hold for every one.
 */
export type LabDefinition<Drawn> = {
  /** What the lab's content names as its `generator`; the name of its folder. */
  readonly name: string
  /** Raise it when the same seed would give another sheet. */
  readonly version: number
  /** Invents a case, edge cases on purpose among them. It is drawn again until the sheet is sound (see `soundness`). */
  draw(random: SeededRandom, mode: LabMode): Drawn
  sheetOf(drawn: Drawn): SheetBody
  /** The right value of every cell. */
  solve(drawn: Drawn): Values
  /** What the known wrong ways write into every cell, most telling first; ways that do not apply to the case may be left out. */
  ways(drawn: Drawn): readonly Way[]
  /** Every path that `ways` may name. */
  readonly paths: readonly string[]
  /** Paths that every certifying sheet tells apart from the right way, so that nobody passes without the rule. */
  readonly core: readonly string[]
  /** Steps of which every cell must be right to pass, beside the share of all cells. */
  readonly decisive: readonly string[]
  /** Cells whose right value may stand on the papers as it is. */
  given(drawn: Drawn): readonly string[]
  /** What is wrong with a case and its solution by the lab's own check rules; nothing for every case that may be drawn. */
  check(drawn: Drawn, values: Values): readonly string[]
  /** What the learner's own figures lead to at a cell. */
  follow?(sheet: Sheet, ...asked: Parameters<Follow>): ReturnType<Follow>
  /** Whether a cell that follows rightly from a wrong figure is only named, or counts as right. */
  readonly carried?: 'named' | 'credited'
  /** Reads sheet and key of a run that an older version stored, as they would be stored now. */
  readStored?(stored: { sheet: unknown; key: unknown }): GeneratedLab
}

/** A lab as the rest of the product knows it. */
export type Lab = {
  readonly name: string
  readonly version: number
  readonly paths: readonly string[]
  readonly decisive: readonly string[]
  /** The same seed, mode and version always give the same sheet and key. */
  generate(seed: string, mode: LabMode): GeneratedLab
  grade(lab: GeneratedLab, saved: SavedCells, rule: PassRule): LabResult
  readStored(stored: { sheet: unknown; key: unknown }): GeneratedLab
}

/** The share of cells that no known wrong way may reach on a certifying sheet; no lab's content asks for less. */
export const TELLING_PERCENT = 80
const DRAWS_MAX = 2_000

/** Makes a lab of its definition. */
export function defineLab<Drawn>(definition: LabDefinition<Drawn>): Lab {
  const { name, version, paths, decisive } = definition
  return {
    name,
    version,
    paths,
    decisive,
    generate(seed, mode) {
      const { sheet, key } = drawLab(definition, seed, mode)
      return { sheet, key }
    },
    grade({ sheet, key }, saved, rule) {
      const follow: Follow | undefined =
        definition.follow && ((cell, own) => definition.follow?.(sheet, cell, own) ?? null)
      return gradeCells(sheet.cells, key, saved, { rule, follow, carried: definition.carried })
    },
    readStored: (stored) =>
      isSheet(stored.sheet) || !definition.readStored ? (stored as GeneratedLab) : definition.readStored(stored),
  }
}

/** A sheet with everything that led to it; only what is in `sheet` may be shown. */
export type DrawnLab<Drawn> = GeneratedLab & {
  readonly drawn: Drawn
  readonly values: Values
  readonly ways: readonly Way[]
}

/**
 * Draws a case until its sheet is sound.
 *
 * @throws RangeError when 2,000 draws gave none: the lab's own ranges are too narrow
 */
export function drawLab<Drawn>(definition: LabDefinition<Drawn>, seed: string, mode: LabMode): DrawnLab<Drawn> {
  const random = seededRandom(`${definition.name}/${definition.version}/${mode}/${seed}`)
  for (let draws = 0; draws < DRAWS_MAX; draws++) {
    const lab = workedOut(definition, definition.draw(random, mode))
    if (soundness(definition, lab, mode)) return lab
  }
  throw new RangeError(`${definition.name} found no sound sheet`)
}

/** Sheet, solution, ways and key of a case. Ways that nobody could tell from the right one, or from an earlier one, are left out. */
export function workedOut<Drawn>(definition: LabDefinition<Drawn>, drawn: Drawn): DrawnLab<Drawn> {
  const sheet: Sheet = { model: 2, generator: definition.name, ...definition.sheetOf(drawn) }
  const values = definition.solve(drawn)
  const rule = { passPercent: TELLING_PERCENT, decisive: definition.decisive }
  const all = definition.ways(drawn)
  const first = gradingKey(sheet.cells, values, all)
  const ways = all.filter((way) => tryWay(sheet.cells, first, way, rule).named.has(way.path))
  return { sheet, drawn, values, ways, key: gradingKey(sheet.cells, values, ways) }
}

/**
 * Whether a sheet may be handed out: no figure of the key stands on its papers unless given, and a certifying one tells the core
 * wrong ways apart and lets none of the known ones pass.
 */
function soundness<Drawn>(definition: LabDefinition<Drawn>, lab: DrawnLab<Drawn>, mode: LabMode): boolean {
  if (printedAnswers(definition, lab).length > 0) return false
  if (mode === 'PRACTICE') return true
  const rule = { passPercent: TELLING_PERCENT, decisive: definition.decisive }
  const known = new Set(lab.ways.map(({ path }) => path))
  return (
    definition.core.every((path) => known.has(path)) &&
    lab.ways.every((way) => !tryWay(lab.sheet.cells, lab.key, way, rule).passed)
  )
}

/** Ids of cells whose right amount can be read off the papers although it is not given; zeros tell nothing and do not count. */
export function printedAnswers<Drawn>(definition: LabDefinition<Drawn>, lab: DrawnLab<Drawn>): string[] {
  const printed = printedFigures(lab.sheet.papers)
  const given = new Set(definition.given(lab.drawn))
  const isTold = (spec: CellSpec) => {
    const value = lab.values[spec.id]
    if (spec.kind !== 'money' || typeof value !== 'number' || value === 0) return false
    return !given.has(spec.id) && printed.has(value)
  }
  return lab.sheet.cells.filter(isTold).map(({ id }) => id)
}

function isSheet(sheet: unknown): sheet is Sheet {
  return typeof sheet === 'object' && sheet !== null && 'model' in sheet && sheet.model === 2
}
