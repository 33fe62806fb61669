import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { reaches, seesPersonsInFull } from '@/domain/permissions/reaches'
import { decryptColumn } from '@/server/crypto/column'
import { pool } from '@/server/db/client'

export type EntryMessage = {
  id: string
  on: string
  channel: string
  state: string
  reason: string | null
  name: string
  subject: string | null
}
export type HolderAddress = { holdingId: string; name: string; address: string | null; source: string | null }

/**
 * What was written to the people of an enterprise, newest first, at most thirty, and the addresses of its present holders; null for officers who may not
 * read them in full.
 */
export async function entryMessages(
  actor: Actor,
  entryId: string,
): Promise<{ messages: EntryMessage[]; holders: HolderAddress[] } | null> {
  const { rows: places } = await pool.query<{ path: string }>(
    `SELECT l.path FROM standing t JOIN region l ON l.id = t.leaf_id WHERE t.entry_id = $1`,
    [entryId],
  )
  const path = places[0]?.path
  if (!path || !reaches(actor, path) || !seesPersonsInFull(actor, path)) return null
  const [messages, holders] = await Promise.all([
    pool.query<EntryMessage>(
      `SELECT m.id, to_char(coalesce(m.settled_at, m.created_at) AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "on", m.channel, m.state, m.reason,
         p.name, c.subject
       FROM message m JOIN person p ON p.id = m.person_id LEFT JOIN campaign c ON c.id = m.campaign_id
       WHERE m.entry_id = $1 ORDER BY m.created_at DESC, m.id LIMIT 30`,
      [entryId],
    ),
    pool.query<Omit<HolderAddress, 'address'> & { cipher: Buffer | null }>(
      `SELECT s.holding_id AS "holdingId", p.name, a.cipher, a.source FROM seat_standing s JOIN person p ON p.id = s.holder_id
       LEFT JOIN mail_address a ON a.person_id = p.id WHERE s.entry_id = $1 ORDER BY s.kind, s.seat_id`,
      [entryId],
    ),
  ])
  return {
    messages: messages.rows,
    holders: holders.rows.map(({ cipher, ...one }) => ({ ...one, address: cipher && decryptColumn('mail', cipher) })),
  }
}
