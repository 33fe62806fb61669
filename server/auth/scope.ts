import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { askerPaths, officerPaths, readerPaths } from '@/domain/permissions/reaches'
import type { Prisma } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'

/** Regions in the officer's subtrees; nobody else's. An actor without a grant gets a clause that matches nothing. */
export function regionScope(actor: Actor): Prisma.RegionWhereInput {
  return within(officerPaths(actor))
}

/** Regions somebody may look at: officers and auditors. For queries only. */
export function readScope(actor: Actor): Prisma.RegionWhereInput {
  return within(readerPaths(actor))
}

function within(paths: readonly string[]): Prisma.RegionWhereInput {
  const subtrees = paths.map((path) => ({ path: { startsWith: path } }))
  // An empty OR beside other conditions is dropped by Prisma and would let everything through.
  return subtrees.length > 0 ? { OR: subtrees } : { id: { in: [] } }
}

/** Roster entries placed in the officer's subtrees on that day ('YYYY-MM-DD'). */
export function entryScope(actor: Actor, day: string): Prisma.RosterEntryWhereInput {
  const on = columnOfDay(day)
  return {
    placements: {
      some: {
        retractedAt: null,
        fromOn: { lte: on },
        OR: [{ toOn: null }, { toOn: { gt: on } }],
        leaf: regionScope(actor),
      },
    },
  }
}

/** LIKE patterns of the officer's subtrees for raw SQL: `region.path LIKE ANY (${scopePatterns(actor)})`. Empty matches nothing. */
export function scopePatterns(actor: Actor): string[] {
  return officerPaths(actor).map((path) => `${path}%`)
}

/** The same for whoever may look: officers and auditors (`mayRead`). Empty matches nothing. */
export function readPatterns(actor: Actor): string[] {
  return readerPaths(actor).map((path) => `${path}%`)
}

/** The same for whoever may ask heads in person: officers and lecturers (`reachesToAsk`). Empty matches nothing. */
export function askerPatterns(actor: Actor): string[] {
  return askerPaths(actor).map((path) => `${path}%`)
}
