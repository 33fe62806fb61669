import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { officerPaths } from '@/domain/permissions/reaches'
import { shanghaiToday } from '@/server/clock'
import { pool } from '@/server/db/client'

export type OwnInquiry = {
  inquiryId: string
  enterprise: string
  question: string
  askedOn: string
  place: string
  answer: string | null
  cite: string | null
  answeredOn: string | null
  isPublished: boolean
}

const DAY = (column: string) => `to_char(${column} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`
const NAME = `LEFT JOIN LATERAL (SELECT name FROM enterprise_name n WHERE n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL
  ORDER BY n.to_on IS NULL DESC, n.from_on DESC LIMIT 1) n ON true`

/** What the actor has asked, newest first; by personal link only what was asked for that holding's enterprise. */
export async function ownInquiries(actor: Actor): Promise<OwnInquiry[]> {
  const { rows } = await pool.query<OwnInquiry>(
    `SELECT i.id AS "inquiryId", n.name AS enterprise, i.question, ${DAY('i.asked_at')} AS "askedOn", r.name AS place, i.answer, i.cite,
       ${DAY('i.answered_at')} AS "answeredOn", i.published_at IS NOT NULL AND i.withdrawn_at IS NULL AS "isPublished"
     FROM inquiry i JOIN roster_entry e ON e.id = i.entry_id JOIN region r ON r.id = i.region_id ${NAME}
     WHERE i.asked_by_id = $1 AND i.retracted_at IS NULL
       AND ($2::uuid IS NULL OR i.entry_id = (SELECT s.entry_id FROM holding h JOIN seat s ON s.id = h.seat_id WHERE h.id = $2::uuid))
     ORDER BY i.asked_at DESC LIMIT 50`,
    [actor.personId, actor.via === 'link' ? actor.holdingId : null],
  )
  return rows
}

export type OfficeInquiry = OwnInquiry & {
  entryId: string
  /** Days since it was asked, while it is open. */
  waits: number
  publicQuestion: string | null
  publicAnswer: string | null
}

/**
 * Inquiries that lie with the officer's own regions (not those beneath, nor above): open ones first, the longest waiting first, then the latest answered. Whoever
 * asked is not named: the enterprise is.
 */
export async function officeInquiries(actor: Actor): Promise<OfficeInquiry[]> {
  const { rows } = await pool.query<OfficeInquiry>(
    `SELECT i.id AS "inquiryId", i.entry_id AS "entryId", n.name AS enterprise, i.question, ${DAY('i.asked_at')} AS "askedOn", r.name AS place,
       i.answer, i.cite, ${DAY('i.answered_at')} AS "answeredOn", i.published_at IS NOT NULL AND i.withdrawn_at IS NULL AS "isPublished",
       ($2::date - (i.asked_at AT TIME ZONE 'Asia/Shanghai')::date)::int AS waits, i.public_question AS "publicQuestion", i.public_answer AS "publicAnswer"
     FROM inquiry i JOIN roster_entry e ON e.id = i.entry_id JOIN region r ON r.id = i.region_id ${NAME}
     WHERE r.path = ANY ($1::text[]) AND i.retracted_at IS NULL
     ORDER BY i.answered_at IS NOT NULL, CASE WHEN i.answered_at IS NULL THEN i.asked_at END, i.answered_at DESC, i.id LIMIT 100`,
    [officerPaths(actor), shanghaiToday()],
  )
  return rows
}

/** How many open inquiries lie with the officer's own regions. */
export async function openInquiries(actor: Actor): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM inquiry i JOIN region r ON r.id = i.region_id
     WHERE r.path = ANY ($1::text[]) AND i.retracted_at IS NULL AND i.answered_at IS NULL`,
    [officerPaths(actor)],
  )
  return rows[0]?.count ?? 0
}

export type PublishedAnswer = { inquiryId: string; question: string; answer: string; cite: string; publishedOn: string }

/** What anybody may read on the reference desk: published answers, newest first; `search` looks in question, answer and source. */
export async function publishedAnswers(search: string): Promise<PublishedAnswer[]> {
  const { rows } = await pool.query<PublishedAnswer>(
    `SELECT id AS "inquiryId", public_question AS question, public_answer AS answer, cite, ${DAY('published_at')} AS "publishedOn" FROM inquiry
     WHERE published_at IS NOT NULL AND withdrawn_at IS NULL
       AND ($1 = '' OR position(lower($1) in lower(public_question || ' ' || public_answer || ' ' || cite)) > 0)
     ORDER BY published_at DESC, id LIMIT 100`,
    [search],
  )
  return rows
}

/** Regions an inquiry can be passed to from the officer's own: those beneath and above, by the tree. */
export async function passChoices(actor: Actor): Promise<{ id: string; name: string; depth: number }[]> {
  const { rows } = await pool.query<{ id: string; name: string; path: string }>(
    `SELECT id, name, path FROM region r WHERE closed_on IS NULL AND kind <> 'UNKNOWN'
       AND EXISTS (SELECT FROM unnest($1::text[]) AS own(path) WHERE r.path LIKE own.path || '%' OR own.path LIKE r.path || '%') ORDER BY path`,
    [officerPaths(actor)],
  )
  return rows.map(({ id, name, path }) => ({ id, name, depth: path.split('.').length - 2 }))
}
