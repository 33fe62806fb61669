import { type Fen, halfUp, sumFen, toFen } from '../fen'

/** The two figures of one project that count in the year, in fen; both 0 for a project that does not count. */
export type ProjectFigures = { readonly five: Fen; readonly other: Fen }

/** Every amount of the calculation, in fen. */
export type CapSolution = {
  /** Per project, by the rule before 2021. */
  readonly old: readonly { readonly limit: Fen; readonly allowed: Fen }[]
  readonly five: Fen
  readonly other: Fen
  readonly limit: Fen
  readonly allowed: Fen
  /** Other cost that is not allowed. */
  readonly cut: Fen
  /** Kinds 1–5 and the allowed other cost. */
  readonly base: Fen
  readonly oldAllowed: Fen
  /** What the pooled rule allows more than the rule before 2021; may be negative only by rounding (never by more than one fen a project). */
  readonly gain: Fen
}

/** How the limit follows from kinds 1–5 and the actual other cost; the right way is `pooledLimit`. */
export type LimitRule = (five: Fen, other: Fen) => Fen

/** `five × 10 % / (1 − 10 %)`, that is a ninth, half-up to the fen. Source: 公告2021年第28号 三. */
export const pooledLimit: LimitRule = (five) => toFen(halfUp(BigInt(five), 9n))

/**
 * Solves the cap of other cost for all projects of one year.
 *
 * @param projects figures that count in the year; projects capitalised and unfinished have zeros
 * @param limitRule only for recognising wrong paths; leave it out
 *
 * Exact: each limit is rounded half-up once, everything else is sums of fen. Source: facts, section 1.6 and Lab B.
 */
export function solveCap(projects: readonly ProjectFigures[], limitRule: LimitRule = pooledLimit): CapSolution {
  const old = projects.map(({ five, other }) => {
    const limit = limitRule(five, other)
    return { limit, allowed: Math.min(limit, other) }
  })
  const five = sumFen(projects.map((project) => project.five))
  const other = sumFen(projects.map((project) => project.other))
  const limit = limitRule(five, other)
  return withAllowed(
    { old, five, other, limit, oldAllowed: sumFen(old.map((project) => project.allowed)) },
    Math.min(limit, other),
  )
}

/** The rest of the solution once it is decided what is allowed; also used by wrong paths that decide it otherwise. */
export function withAllowed(sums: Omit<CapSolution, 'allowed' | 'cut' | 'base' | 'gain'>, allowed: Fen): CapSolution {
  return { ...sums, allowed, cut: sums.other - allowed, base: sums.five + allowed, gain: allowed - sums.oldAllowed }
}
