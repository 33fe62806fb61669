import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { maskName } from '@/domain/permissions/mask'
import { reaches, seesPersonsInFull } from '@/domain/permissions/reaches'
import { type SpotResult, spotResult } from '@/domain/spot-checks/estimate'
import { SPOT_RIGHT } from '@/domain/spot-checks/sample'
import { scopePatterns } from '@/server/auth/scope'
import { shanghaiToday } from '@/server/clock'
import { pool } from '@/server/db/client'
import { isId } from '@/server/db/id'

export type SpotCheckLine = {
  spotCheckId: string
  place: string
  regionPath: string
  courseSlug: string
  drawnOn: string
  closesOn: string
  isOpen: boolean
  claimedPart: number
  claimedWhole: number
  result: SpotResult
}

type Row = Omit<SpotCheckLine, 'result'> & { size: number; answered: number; yes: number }

const CHECKS = `
  SELECT c.id AS "spotCheckId", r.name AS place, r.path AS "regionPath", c.course_slug AS "courseSlug", c.drawn_on::text AS "drawnOn",
    c.closes_on::text AS "closesOn", c.closes_on >= $1::date AS "isOpen", c.claimed_part AS "claimedPart", c.claimed_whole AS "claimedWhole",
    count(s.id)::int AS size, count(s.id) FILTER (WHERE s.outcome = 'ANSWERED')::int AS answered,
    count(s.id) FILTER (WHERE s.outcome = 'ANSWERED' AND s."right" >= ${SPOT_RIGHT})::int AS yes
  FROM spot_check c JOIN region r ON r.id = c.region_id JOIN spot_check_seat s ON s.spot_check_id = c.id`

const shown = ({ size, answered, yes, ...line }: Row): SpotCheckLine => ({
  ...line,
  result: spotResult(size, answered, yes),
})

/** Spot checks of a programme in the officer's area, newest first, at most fifty. */
export async function spotChecks(actor: Actor, programmeId: string): Promise<SpotCheckLine[]> {
  const { rows } = await pool.query<Row>(
    `${CHECKS} WHERE c.programme_id = $2 AND r.path LIKE ANY ($3::text[]) GROUP BY c.id, r.id ORDER BY c.recorded_at DESC LIMIT 50`,
    [shanghaiToday(), programmeId, scopePatterns(actor)],
  )
  return rows.map(shown)
}

export type SpotSeatLine = {
  seatId: string
  entryId: string
  enterprise: string
  place: string
  name: string
  outcome: 'ANSWERED' | 'DECLINED' | 'UNREACHED' | null
  channel: 'LINK' | 'PHONE' | 'VISIT' | null
  mayAsk: boolean
}

/**
 * One spot check with the seats of its sample that lie in the officer's area, and what each came to: not what anybody answered. Null when the check lies
 * neither in the officer's area nor above it.
 */
export async function spotCheckPage(
  actor: Actor,
  spotCheckId: string,
): Promise<{ check: SpotCheckLine; seats: SpotSeatLine[] } | null> {
  if (!isId(spotCheckId)) return null
  const { rows } = await pool.query<Row>(`${CHECKS} WHERE c.id = $2 GROUP BY c.id, r.id`, [
    shanghaiToday(),
    spotCheckId,
  ])
  const [row] = rows
  if (!row) return null
  const seats = await pool.query<Omit<SpotSeatLine, 'mayAsk'> & { leafPath: string }>(
    `SELECT s.id AS "seatId", s.entry_id AS "entryId", n.name AS enterprise, l.name AS place, l.path AS "leafPath", p.name, s.outcome, s.channel
     FROM spot_check_seat s JOIN standing t ON t.entry_id = s.entry_id JOIN region l ON l.id = t.leaf_id JOIN person p ON p.id = s.person_id
     JOIN roster_entry e ON e.id = s.entry_id
     LEFT JOIN enterprise_name n ON n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL AND n.to_on IS NULL
     WHERE s.spot_check_id = $1 AND l.path LIKE ANY ($2::text[]) ORDER BY l.path, s.position`,
    [spotCheckId, scopePatterns(actor)],
  )
  if (!reaches(actor, row.regionPath) && seats.rows.length === 0) return null
  const check = shown(row)
  return {
    check,
    seats: seats.rows.map(({ leafPath, name, ...seat }) => {
      const isFull = seesPersonsInFull(actor, leafPath)
      const isSettled = seat.outcome === 'ANSWERED' || seat.outcome === 'DECLINED'
      return { ...seat, name: isFull ? name : maskName(name), mayAsk: isFull && check.isOpen && !isSettled }
    }),
  }
}

export type AskedQuestion = { prompt: string; options: { id: string; text: string }[] }
export type SpotSeat = {
  seatId: string
  spotCheckId: string
  enterprise: string
  name: string
  mobileCipher: Buffer | null
  questions: AskedQuestion[]
}

const SEAT = `
  SELECT s.id AS "seatId", s.spot_check_id AS "spotCheckId", n.name AS enterprise, p.name, p.mobile_cipher AS "mobileCipher", s.questions,
    l.path AS "leafPath", s.person_id AS "personId", s.holding_id AS "holdingId"
  FROM spot_check_seat s JOIN spot_check c ON c.id = s.spot_check_id JOIN person p ON p.id = s.person_id
  JOIN standing t ON t.entry_id = s.entry_id JOIN region l ON l.id = t.leaf_id JOIN roster_entry e ON e.id = s.entry_id
  LEFT JOIN enterprise_name n ON n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL AND n.to_on IS NULL
  WHERE c.closes_on >= $1::date AND (s.outcome IS NULL OR s.outcome = 'UNREACHED')`

/** An open seat with its questions, without their key, for an officer who may ask this person; else null. */
export async function seatToAsk(actor: Actor, seatId: string): Promise<SpotSeat | null> {
  if (!isId(seatId)) return null
  const { rows } = await pool.query<SpotSeat & { leafPath: string }>(`${SEAT} AND s.id = $2`, [shanghaiToday(), seatId])
  const [found] = rows
  return found && seesPersonsInFull(actor, found.leafPath) ? found : null
}

/** The open seats of the person themself; by personal link that of its holding alone. */
export async function ownSpotSeats(actor: Actor): Promise<SpotSeat[]> {
  const { rows } = await pool.query<SpotSeat>(
    `${SEAT} AND s.person_id = $2 AND ($3::uuid IS NULL OR s.holding_id = $3::uuid) ORDER BY s.id LIMIT 5`,
    [shanghaiToday(), actor.personId, actor.via === 'link' ? actor.holdingId : null],
  )
  return rows
}
