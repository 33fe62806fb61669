import 'server-only'
import { pool } from '@/server/db/client'

/** How far the trail is sealed, and the last signed end of the chain (hash in hexadecimal); nothing of what was done. */
export type ChainState = { sealed: number; anchor: { at: Date; seq: number; hash: string } | null }

/** Where the chain stands now. It says what was sealed, not that it still holds: that is `verifyChain`. */
export async function chainState(): Promise<ChainState> {
  const { rows } = await pool.query<{ sealed: number; at: Date | null; seq: number | null; hash: string | null }>(
    `SELECT coalesce((SELECT max(seq) FROM audit_seal), 0)::float8 AS sealed, a.at, a.seq::float8 AS seq, encode(a.hash, 'hex') AS hash
     FROM (SELECT 1) one LEFT JOIN LATERAL (SELECT at, seq, hash FROM audit_anchor ORDER BY seq DESC LIMIT 1) a ON true`,
  )
  const [row] = rows
  const anchor = row?.at && row.seq !== null && row.hash ? { at: row.at, seq: row.seq, hash: row.hash } : null
  return { sealed: row?.sealed ?? 0, anchor }
}
