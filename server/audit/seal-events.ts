import 'server-only'
import { pool } from '@/server/db/client'

/** Events that one statement seals; the recursion costs the square of it. */
const BATCH = 500

/**
 * Takes up to $1 waiting events and puts them at the end of the chain. Each field is written as "<bytes>:<text>" or "-" when there is none, so that
 * no two rows give the same bytes; the hash is SHA-256 of the hash before and those bytes. `verify-chain.ts` says the same in its own code.
 * An event that has vanished while it waited is sealed as nothing, which breaks the chain visibly.
 */
const SEAL = `
  WITH RECURSIVE taken AS (
    DELETE FROM audit_unsealed WHERE event_id IN (SELECT event_id FROM audit_unsealed ORDER BY event_id LIMIT $1) RETURNING event_id
  ), head AS (
    SELECT coalesce((SELECT max(seq) FROM audit_seal), 0) AS seq,
      coalesce((SELECT hash FROM audit_seal ORDER BY seq DESC LIMIT 1), ''::bytea) AS hash
  ), batch AS MATERIALIZED (
    SELECT row_number() OVER (ORDER BY t.event_id) AS n, t.event_id, ARRAY[e.id::text,
      to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.actor_id::text, e.region_path, e.kind, e.subject_id,
      e.request_id, e.detail::text] AS fields
    FROM taken t LEFT JOIN audit_event e ON e.id = t.event_id
  ), chain AS (
    SELECT 0::bigint AS n, NULL::uuid AS event_id, head.seq, head.hash FROM head
    UNION ALL
    SELECT b.n, b.event_id, c.seq + 1, sha256(c.hash || convert_to((
      SELECT string_agg(coalesce(octet_length(convert_to(field, 'UTF8')) || ':' || field, '-'), '' ORDER BY place)
      FROM unnest(ARRAY[(c.seq + 1)::text] || b.fields) WITH ORDINALITY AS listed (field, place)), 'UTF8'))
    FROM chain c JOIN batch b ON b.n = c.n + 1
  )
  INSERT INTO audit_seal (seq, event_id, hash, sealed_at) SELECT seq, event_id, hash, clock_timestamp() FROM chain WHERE n > 0`

/**
 * Seals every committed event, batch by batch, each batch in a transaction of its own. Writers of events never wait for it: they only insert.
 * Two sealers at once: the second finds the first at work and leaves it to it. Returns how many were sealed.
 */
export async function sealEvents(): Promise<number> {
  let sealed = 0
  for (let count = BATCH; count === BATCH; sealed += count) count = await sealBatch()
  return sealed
}

async function sealBatch(): Promise<number> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const { rows } = await client.query<{ mine: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtext('audit-chain')) AS mine`,
    )
    const count = rows[0]?.mine ? ((await client.query(SEAL, [BATCH])).rowCount ?? 0) : 0
    await client.query('COMMIT')
    return count
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    client.release(broken)
  }
}
