import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { officerPaths } from '@/domain/permissions/reaches'
import type { Prisma } from '@/server/db/client'
import { db } from '@/server/db/client'

/**
 * Which suggestions an officer reads: those from their subtrees; those without a place go to officers of the root.
 */
export function suggestionScope(actor: Actor): Prisma.SuggestionWhereInput {
  const isRoot = actor.grants.some((grant) => grant.role === 'OFFICER' && grant.regionKind === 'CITY')
  const own = officerPaths(actor).map((path) => ({ regionPath: { startsWith: path } }))
  const places = isRoot ? [...own, { regionPath: null }] : own
  return places.length > 0 ? { OR: places } : { id: { in: [] } }
}

/** The latest suggestions of the officer's scope, unanswered ones first. */
export function suggestionsInScope(actor: Actor) {
  return db.suggestion.findMany({
    where: suggestionScope(actor),
    orderBy: [{ answeredAt: { sort: 'asc', nulls: 'first' } }, { createdAt: 'desc' }],
    take: 100,
    select: { id: true, page: true, text: true, contact: true, createdAt: true, answeredAt: true, answer: true },
  })
}
