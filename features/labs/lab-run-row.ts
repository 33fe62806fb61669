import type { SavedCells } from '@/domain/labs/cell-value'
import type { LabResult, PassRule } from '@/domain/labs/grade'
import type { GeneratedLab, Lab } from '@/domain/labs/lab'
import { labNamed } from '@/domain/labs/labs'

/** What `lab_run.tolerances` holds: how the run is graded, as it was when it began. Runs of old have no decisive steps. */
export type LabTerms = { generator: string; passPercent: number; decisive?: string[] }

/** A run's sheet, key and terms as the present code reads them, whatever version stored them. */
export type StoredLab = GeneratedLab & { terms: LabTerms; grade(saved: SavedCells): LabResult }

/** Reads the JSON columns of a run. They are written by `startLabRun` alone, so their shape is known. */
export function storedLab(row: { sheet: unknown; gradingKey: unknown; tolerances: unknown }): StoredLab {
  const terms = row.tolerances as LabTerms
  const lab = labOf(terms.generator)
  const read = lab.readStored({ sheet: row.sheet, key: row.gradingKey })
  return { ...read, terms, grade: (saved) => lab.grade(read, saved, passRule(terms)) }
}

/** The lab that a content file or a stored run names; it must be there. */
export function labOf(generator: string): Lab {
  const lab = labNamed(generator)
  if (!lab) throw new Error(`There is no lab ${generator}.`)
  return lab
}

/** What a run with these terms must reach. */
export function passRule({ passPercent, decisive = [] }: LabTerms): PassRule {
  return { passPercent, decisive }
}

/** The address of a run; an open one is the desk, a closed one its result. */
export function labRunPath(slug: string, runId: string): `/learn/labs/${string}/${string}` {
  return `/learn/labs/${slug}/${runId}`
}

/** The longest text a cell may hold. */
export const CELL_LENGTH_MAX = 300
