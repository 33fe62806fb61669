import { type Evidence, evidenceClasses } from './entry-facts'
import type { SeatMark } from './holder-meets'

/** Part and whole of one rate; they always travel together. */
export interface Count {
  readonly part: number
  readonly whole: number
  /** The part per evidence class, in the order of `evidenceClasses`; its sum is `part`. */
  readonly by: readonly number[]
}

/** Counts the marks: null marks (no requirement in force) neither count nor hinder; vacant and unmet ones count in the whole. */
export function countMarks(marks: readonly (SeatMark | null)[]): Count {
  const asked = marks.filter((mark) => mark !== null)
  const met = asked.filter((mark) => mark.isMet)
  return { part: met.length, whole: asked.length, by: byClass(met.map((mark) => mark.evidence)) }
}

/** How often each class occurs, in the order of `evidenceClasses`. Nulls are not counted. */
export function byClass(evidence: readonly (Evidence | null)[]): number[] {
  return evidenceClasses.map((name) => evidence.filter((one) => one === name).length)
}
