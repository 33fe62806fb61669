import { rosterHints } from '@/domain/roster/grid-hints'

/** The checks that a grid can be asked for by name; each the very one that is run on a file. */
export const GRID_CHECKS = { roster: rosterHints } as const
export type GridCheck = keyof typeof GRID_CHECKS
