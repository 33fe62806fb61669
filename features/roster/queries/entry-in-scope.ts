import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { readPatterns, scopePatterns } from '@/server/auth/scope'
import type { Transaction } from '@/server/db/client'

/** An entry as commands need it. */
export interface EntryInScope {
  id: string
  programmeId: string
  programmeFromOn: string
  /** Path of the leaf where it stands now, or last stood. */
  leafPath: string
  areaName: string
}

/** The entry if it stands, or last stood, in the officer's area; else null (not yours = not found). For whatever changes something. */
export function entryInScope(tx: Transaction, actor: Actor, entryId: string): Promise<EntryInScope | null> {
  return entryWithin(tx, scopePatterns(actor), entryId)
}

/** The same for whoever may look: officers and auditors. For queries only. */
export function entryToRead(tx: Transaction, actor: Actor, entryId: string): Promise<EntryInScope | null> {
  return entryWithin(tx, readPatterns(actor), entryId)
}

async function entryWithin(tx: Transaction, patterns: string[], entryId: string): Promise<EntryInScope | null> {
  const [row] = await tx.$queryRaw<EntryInScope[]>`
    SELECT e.id, e.programme_id AS "programmeId", g.from_on::text AS "programmeFromOn", l.path AS "leafPath", l.name AS "areaName"
    FROM roster_entry e JOIN programme g ON g.id = e.programme_id
    JOIN LATERAL (SELECT leaf_id FROM entry_placement p WHERE p.entry_id = e.id AND p.retracted_at IS NULL
      ORDER BY p.to_on IS NULL DESC, p.from_on DESC LIMIT 1) p ON true
    JOIN region l ON l.id = p.leaf_id
    WHERE e.id = ${entryId}::uuid AND l.path LIKE ANY (${patterns})`
  return row ?? null
}
