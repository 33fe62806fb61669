import 'server-only'
import { smsTodo } from '@/domain/contacts/sms-todo'
import type { ContactOutcome } from '@/domain/contacts/outcomes'
import { type Candidate, todaysList, type Why } from '@/domain/contacts/todays-list'
import type { Actor } from '@/domain/permissions/actor'
import { linkToken } from '@/server/auth/link-secrets'
import { shanghaiToday } from '@/server/clock'
import { revealMobile } from '@/server/crypto/mobile'
import { pool } from '@/server/db/client'
import { appOrigin, isOriginConfigured } from '@/server/env'
import { namedLeaves } from './reach'

/** Somebody to speak to: what is open for their seat, in codes and in a few words. */
export type ToContact = {
  seatId: string
  holdingId: string | null
  kind: 'HEAD' | 'CLERK'
  name: string | null
  mobile: string | null
  missing: string[]
  todo: string
  /** Their personal link, when one was issued and the address of this installation is set. */
  link: string | null
}
export type TodaysEnterprise = {
  entryId: string
  name: string
  place: string
  why: Why
  lastNote: string | null
  seats: ToContact[]
}
export type TodaysContacts = {
  list: TodaysEnterprise[]
  /** Enterprises with something open that the officer may ring up, those that rest included. */
  open: number
  /** Contacts recorded today by anybody in reach, newest first. */
  today: { contactId: string; enterprise: string; outcome: ContactOutcome; isOwn: boolean }[]
}

type Found = Candidate & { name: string; place: string; lastNote: string | null }

const OPEN_ENTRIES = (reach: string) => `
  SELECT t.entry_id AS "entryId", t.is_key AS "isKey", n.name, l.name AS place,
    z.open, z.vacant, c.last, c.note AS "lastNote"
  FROM standing t JOIN region l ON l.id = t.leaf_id
  JOIN roster_entry e ON e.id = t.entry_id
  JOIN LATERAL (SELECT coalesce(sum(cardinality(s.missing)) FILTER (WHERE s.holder_id IS NOT NULL), 0)::int AS open,
      count(*) FILTER (WHERE s.holder_id IS NULL)::int AS vacant FROM seat_standing s WHERE s.entry_id = t.entry_id) z ON true
  LEFT JOIN LATERAL (SELECT c.note, json_build_object('outcome', c.outcome, 'contactedOn', c.contacted_on, 'restUntil', c.rest_until) AS last
    FROM contact c WHERE c.entry_id = t.entry_id AND c.retracted_at IS NULL ORDER BY c.contacted_on DESC, c.id DESC LIMIT 1) c ON true
  LEFT JOIN LATERAL (SELECT name FROM enterprise_name n WHERE n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL
    AND n.from_on <= $3::date AND (n.to_on IS NULL OR n.to_on > $3::date) LIMIT 1) n ON true
  WHERE t.programme_id = $1 AND ${reach} AND z.open + z.vacant > 0
    AND ($4::uuid IS NULL OR EXISTS (SELECT FROM entry_owner o WHERE o.entry_id = t.entry_id AND o.person_id = $4::uuid AND o.to_on IS NULL
      AND o.retracted_at IS NULL))`

/**
 * Whom the officer may ring up today, at most ten enterprises, and what was recorded today. Empty above the leaf's parent, where people are not named.
 * `onlyOwn`: those the officer looks after, at post A or B.
 */
export async function todaysContacts(
  actor: Actor,
  programmeId: string,
  asked: { onlyOwn?: boolean } = {},
): Promise<TodaysContacts> {
  const on = shanghaiToday()
  const { sql, paths } = namedLeaves(actor, '$2')
  const { rows } = await pool.query<Found>(OPEN_ENTRIES(sql), [
    ...[programmeId, paths, on],
    asked.onlyOwn ? actor.personId : null,
  ])
  const listed = todaysList(rows, on)
  const seats = await seatsOf(listed.map(({ entryId }) => entryId))
  return {
    list: listed.map(({ entryId, name, place, why, lastNote }) => ({
      ...{ entryId, name, place, why, lastNote },
      seats: seats.get(entryId) ?? [],
    })),
    open: rows.length,
    today: await contactsOn(actor, programmeId, on),
  }
}

type SeatRow = {
  entryId: string
  seatId: string
  kind: 'HEAD' | 'CLERK'
  name: string | null
  mobileCipher: Buffer | null
  missing: string[]
  holdingId: string | null
  linkId: string | null
}

async function seatsOf(entryIds: readonly string[]): Promise<Map<string, ToContact[]>> {
  const { rows } = await pool.query<SeatRow>(
    `SELECT s.entry_id AS "entryId", s.seat_id AS "seatId", s.kind, p.name, p.mobile_cipher AS "mobileCipher", s.missing,
       s.holding_id AS "holdingId", k.id AS "linkId"
     FROM seat_standing s LEFT JOIN person p ON p.id = s.holder_id
     LEFT JOIN LATERAL (SELECT k.id FROM personal_link k WHERE k.holding_id = s.holding_id AND k.revoked_at IS NULL
       AND k.expires_at > clock_timestamp() ORDER BY k.expires_at DESC LIMIT 1) k ON true
     WHERE s.entry_id = ANY ($1::uuid[]) AND cardinality(s.missing) > 0
     ORDER BY s.kind, s.seat_id`,
    [entryIds],
  )
  const byEntry = new Map<string, ToContact[]>()
  for (const { entryId, seatId, kind, name, mobileCipher, missing, holdingId, linkId } of rows) {
    const seat = {
      ...{ seatId, holdingId, kind, name, missing },
      mobile: mobileCipher ? revealMobile(mobileCipher) : null,
      todo: smsTodo(kind, missing),
      link: linkId && isOriginConfigured() ? `${appOrigin()}/l/${linkToken(linkId)}` : null,
    }
    byEntry.set(entryId, [...(byEntry.get(entryId) ?? []), seat])
  }
  return byEntry
}

async function contactsOn(actor: Actor, programmeId: string, on: string): Promise<TodaysContacts['today']> {
  const { sql, paths } = namedLeaves(actor, '$2')
  const { rows } = await pool.query<TodaysContacts['today'][number]>(
    `SELECT c.id AS "contactId", n.name AS enterprise, c.outcome, c.recorded_by_id = $4 AS "isOwn"
     FROM contact c JOIN standing t ON t.entry_id = c.entry_id JOIN region l ON l.id = t.leaf_id
     JOIN roster_entry e ON e.id = c.entry_id
     LEFT JOIN LATERAL (SELECT name FROM enterprise_name n WHERE n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL
       AND n.from_on <= $3::date AND (n.to_on IS NULL OR n.to_on > $3::date) LIMIT 1) n ON true
     WHERE t.programme_id = $1 AND c.contacted_on = $3::date AND c.retracted_at IS NULL AND ${sql}
     ORDER BY c.recorded_at DESC, c.id LIMIT 50`,
    [programmeId, paths, on, actor.personId],
  )
  return rows
}
