import type { TemplateProblem } from './template-problem'

/** So many problems of a template are kept and shown; more help nobody. */
export const MAX_PROBLEMS = 100

/** The problems found in a template: the first MAX_PROBLEMS of them, and how many there are. */
export class ProblemTally {
  readonly kept: TemplateProblem[] = []
  count = 0

  /** Whether the next one is only counted. */
  get isFull(): boolean {
    return this.kept.length >= MAX_PROBLEMS
  }

  add(problem: TemplateProblem): void {
    this.count += 1
    if (!this.isFull) this.kept.push(problem)
  }
}
