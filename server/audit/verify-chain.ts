import 'server-only'
import { createHash } from 'node:crypto'
import { readSnapshot, type Snapshot } from '@/server/db/snapshot'
import { type Anchor, isSignedByUs } from './anchor'

/**
 * Why the trail is not what was sealed:
 * - `seal-missing` a number of the chain is gone
 * - `event-missing` the sealed event is gone
 * - `changed` the event or its hash is not what was sealed
 * - `anchor-signature` an anchor that this installation did not sign
 * - `anchor-differs` the chain holds together, but is not the one that was anchored: rows up to this one were written anew
 * - `anchor-beyond` the chain is shorter than an anchor says: its end was cut off
 * - `never-sealed` an event that neither has a seal nor waits for one
 */
export type BreakReason =
  | 'seal-missing'
  | 'event-missing'
  | 'changed'
  | 'anchor-signature'
  | 'anchor-differs'
  | 'anchor-beyond'
  | 'never-sealed'

/** The first thing that is wrong; `seq` is the row's number in the chain, null for an event that is not in it. */
export type Break = { reason: BreakReason; seq: number | null; eventId: string | null }

export type ChainReport = {
  sealed: number
  /** Hash of the last row (hexadecimal), null for an empty chain. */
  head: string | null
  /** Events committed and not yet sealed. */
  waiting: number
  anchors: number
  broken: Break | null
}

type Row = {
  seq: string
  sealedId: string
  hash: Buffer
  id: string | null
  at: string | null
  actorId: string | null
  regionPath: string | null
  kind: string | null
  subjectId: string | null
  requestId: string | null
  detail: string | null
}

const CHAIN = `
  SELECT s.seq, s.event_id AS "sealedId", s.hash, e.id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
    e.actor_id AS "actorId", e.region_path AS "regionPath", e.kind, e.subject_id AS "subjectId", e.request_id AS "requestId",
    e.detail::text AS detail
  FROM audit_seal s LEFT JOIN audit_event e ON e.id = s.event_id ORDER BY s.seq`
const STRAY = `
  SELECT e.id FROM audit_event e WHERE NOT EXISTS (SELECT FROM audit_seal s WHERE s.event_id = e.id)
    AND NOT EXISTS (SELECT FROM audit_unsealed u WHERE u.event_id = e.id) ORDER BY e.at, e.id LIMIT 1`
const ANCHORS = `
  SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, seq::float8 AS seq, encode(hash, 'hex') AS hash,
    signature FROM audit_anchor ORDER BY seq, at`

/**
 * Goes through the whole trail in one snapshot and works every hash out anew, in code of its own: nothing of the sealer is used. `kept` are
 * anchors from outside the database, which alone show that a chain was rewritten by somebody who can write to every table.
 */
export function verifyChain(kept: readonly Anchor[] = []): Promise<ChainReport> {
  return readSnapshot(async (snapshot) => {
    const stored = await snapshot.rows<Omit<Anchor, 'signature'> & { signature: Buffer }>(ANCHORS, [])
    const anchors = [...kept, ...stored.map((one) => ({ ...one, signature: one.signature.toString('base64url') }))]
    const forged = anchors.find((anchor) => !isSignedByUs(anchor))
    const walked = await walk(snapshot, anchors)
    const [stray] = await snapshot.rows<{ id: string }>(STRAY, [])
    const [waiting] = await snapshot.rows<{ count: number }>('SELECT count(*)::int AS count FROM audit_unsealed', [])
    const broken =
      walked.broken ??
      (forged ? ({ reason: 'anchor-signature', seq: forged.seq, eventId: null } as const) : null) ??
      (stray ? ({ reason: 'never-sealed', seq: null, eventId: stray.id } as const) : null)
    return { ...walked, broken, waiting: waiting?.count ?? 0, anchors: new Set(anchors.map(({ seq }) => seq)).size }
  })
}

async function walk(snapshot: Snapshot, anchors: readonly Anchor[]) {
  const anchored = new Map<number, string[]>()
  for (const { seq, hash } of anchors) anchored.set(seq, [...(anchored.get(seq) ?? []), hash])
  let sealed = 0
  let before: Buffer = Buffer.alloc(0)
  const head = () => (sealed > 0 ? before.toString('hex') : null)
  for await (const rows of snapshot.chunks<Row>(CHAIN, [], 2_000)) {
    for (const row of rows) {
      const broken = breakAt(row, sealed + 1, before, anchored.get(sealed + 1) ?? [])
      if (broken) return { sealed, head: head(), broken }
      sealed += 1
      before = row.hash
    }
  }
  const beyond = anchors.map(({ seq }) => seq).filter((seq) => seq > sealed)
  const broken: Break | null = beyond.length > 0 ? { reason: 'anchor-beyond', seq: sealed + 1, eventId: null } : null
  return { sealed, head: head(), broken }
}

/** What is wrong with the row that should be number `seq` and follow `before`; null when nothing is. */
function breakAt(row: Row, seq: number, before: Buffer, anchored: readonly string[]): Break | null {
  if (Number(row.seq) !== seq) return { reason: 'seal-missing', seq, eventId: null }
  if (row.id === null) return { reason: 'event-missing', seq, eventId: row.sealedId }
  if (!hashOf(row, before).equals(row.hash)) return { reason: 'changed', seq, eventId: row.sealedId }
  const hash = row.hash.toString('hex')
  return anchored.every((one) => one === hash) ? null : { reason: 'anchor-differs', seq, eventId: row.sealedId }
}

function hashOf(row: Row, before: Buffer): Buffer {
  const { seq, id, at, actorId, regionPath, kind, subjectId, requestId, detail } = row
  const hash = createHash('sha256').update(before)
  for (const field of [seq, id, at, actorId, regionPath, kind, subjectId, requestId, detail]) {
    hash.update(field === null ? '-' : `${Buffer.byteLength(field)}:${field}`)
  }
  return hash.digest()
}
