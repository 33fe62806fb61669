import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { db } from '@/server/db/client'
import { suggestionScope } from './suggestions-in-scope'

/** How many suggestions of the officer's scope have no answer yet. */
export function openSuggestions(actor: Actor): Promise<number> {
  return db.suggestion.count({ where: { AND: [suggestionScope(actor), { answeredAt: null }] } })
}
