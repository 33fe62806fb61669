import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { nameBigrams } from '@/domain/roster/name-search'
import { readPatterns } from '@/server/auth/scope'
import { pool } from '@/server/db/client'
import { isId } from '@/server/db/id'

/** Everything whose id an event may name and that belongs to one roster entry. */
const OF_ENTRY = `(
  SELECT id, id AS entry_id FROM roster_entry
  UNION ALL SELECT id, entry_id FROM seat
  UNION ALL SELECT h.id, s.entry_id FROM holding h JOIN seat s ON s.id = h.seat_id
  UNION ALL SELECT id, entry_id FROM roster_proposal
  UNION ALL SELECT id, entry_id FROM contact
  UNION ALL SELECT id, entry_id FROM visit
  UNION ALL SELECT id, entry_id FROM inquiry
  UNION ALL SELECT id, entry_id FROM oral_check
)`

/** Entries e in the reader's area ($1 patterns), with the name that their enterprise has now. */
const IN_REACH = `
  FROM roster_entry e
  JOIN LATERAL (SELECT leaf_id FROM entry_placement p WHERE p.entry_id = e.id AND p.retracted_at IS NULL
    ORDER BY p.to_on IS NULL DESC, p.from_on DESC LIMIT 1) p ON true
  JOIN region l ON l.id = p.leaf_id AND l.path LIKE ANY ($1::text[])
  JOIN enterprise en ON en.id = e.enterprise_id
  LEFT JOIN enterprise_name n ON n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL AND n.to_on IS NULL`

export type EntrySubject = { subjectId: string; entryId: string; enterprise: string }

/** Which enterprise each of these ids belongs to, by id; those out of reach, or of something else, are left out. */
export async function entriesOfSubjects(actor: Actor, ids: readonly string[]): Promise<Map<string, EntrySubject>> {
  const { rows } = await pool.query<EntrySubject>(
    `SELECT x.id AS "subjectId", e.id AS "entryId", coalesce(n.name, en.uscc) AS enterprise
     ${IN_REACH} JOIN ${OF_ENTRY} x ON x.entry_id = e.id WHERE x.id = ANY ($2::uuid[])`,
    [readPatterns(actor), ids],
  )
  return new Map(rows.map((row) => [row.subjectId, row]))
}

/** So many enterprises one search may mean. */
const AT_MOST = 50

/**
 * Ids that an event may name for what was typed: an id as it stands, or with everything of its enterprise when it is one's of the reader's area; else
 * the enterprises of the area whose name holds the text or whose credit code begins with it, from two characters on. Empty: nothing is meant.
 */
export async function subjectsMeant(actor: Actor, typed: string): Promise<string[]> {
  const id = typed.toLowerCase()
  if (!isId(id) && [...typed].length < 2) return []
  const bigrams = isId(id) ? [] : nameBigrams(typed)
  const { rows } = await pool.query<{ id: string }>(
    `SELECT x.id FROM (SELECT e.id ${IN_REACH}
       WHERE ${isId(id) ? 'e.id = $2::uuid AND $3::text[] IS NOT NULL' : '(n.bigrams @> $3::text[] OR en.uscc LIKE $2)'} LIMIT ${AT_MOST}) e
     JOIN ${OF_ENTRY} x ON x.entry_id = e.id`,
    [readPatterns(actor), isId(id) ? id : `${typed.toUpperCase().replace(/[%_\\]/g, '')}%`, bigrams],
  )
  const found = rows.map((row) => row.id)
  return isId(id) ? [...new Set([id, ...found])] : found
}
