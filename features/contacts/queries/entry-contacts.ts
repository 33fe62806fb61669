import 'server-only'
import type { ContactOutcome } from '@/domain/contacts/outcomes'
import type { Actor } from '@/domain/permissions/actor'
import { pool } from '@/server/db/client'
import { namedLeaves } from './reach'

export type EntryContact = {
  contactId: string
  contactedOn: string
  outcome: ContactOutcome
  note: string | null
  by: string
}

/** The contacts of an enterprise, newest first, at most thirty; none above the leaf's parent. */
export async function entryContacts(actor: Actor, entryId: string): Promise<EntryContact[]> {
  const { sql, paths } = namedLeaves(actor, '$2')
  const { rows } = await pool.query<EntryContact>(
    `SELECT c.id AS "contactId", to_char(c.contacted_on, 'YYYY-MM-DD') AS "contactedOn", c.outcome, c.note, p.name AS by
     FROM contact c JOIN standing t ON t.entry_id = c.entry_id JOIN region l ON l.id = t.leaf_id
     JOIN person p ON p.id = c.recorded_by_id
     WHERE c.entry_id = $1 AND c.retracted_at IS NULL AND ${sql}
     ORDER BY c.contacted_on DESC, c.id DESC LIMIT 30`,
    [entryId, paths],
  )
  return rows
}
