import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { maskMobile, maskName } from '@/domain/permissions/mask'
import { seesPersonsInFull } from '@/domain/permissions/reaches'
import { nameKey } from '@/domain/roster/person-name'
import { shanghaiToday } from '@/server/clock'
import { revealMobile } from '@/server/crypto/mobile'
import { pool } from '@/server/db/client'
import { exitExam } from '../exit-exam'
import type { SessionRow } from './session-in-scope'

export type Present = {
  attendanceId: string
  name: string
  enterprise: string
  source: 'QR' | 'ROLL' | 'PAPER'
  /** Whether they have passed the exam that the session asks for; null when it asks for none. */
  hasPassed: boolean | null
}
export type Expected = { personId: string; name: string; enterprise: string; isSignedUp?: boolean }
export type Waiting = {
  walkInId: string
  enterprise: string
  name: string
  mobile: string
  /** People of the programme whom they may be: the same name, or an enterprise that is called alike. */
  choices: Expected[]
}
export type Room = {
  present: Present[]
  expected: Expected[]
  waiting: Waiting[]
  counts: { present: number; expected: number }
  /** How many said that they will come, whether or not they did. */
  signedUp: number
}

const SHOWN = 500

/** Whether the attendant `a` has passed the exam with the slug $3; null without one. */
const HAS_PASSED = `CASE WHEN $3::text IS NOT NULL THEN EXISTS (SELECT FROM completion d WHERE d.person_id = a.person_id AND d.subject_kind = 'EXAM'
  AND d.slug = $3 AND d.retracted_at IS NULL) END`

/** Everybody who holds a seat of the session's area that its course is for, each once; `$1` programme, `$2` path pattern, `$3` kinds, `$4` day. */
const INVITED = `
  SELECT DISTINCT ON (z.holder_id) z.holder_id AS person_id, p.name, n.name AS enterprise, l.path, p.pinyin_key
  FROM standing t JOIN region l ON l.id = t.leaf_id JOIN seat_standing z ON z.entry_id = t.entry_id
  JOIN person p ON p.id = z.holder_id JOIN roster_entry e ON e.id = t.entry_id
  LEFT JOIN enterprise_name n ON n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL AND n.from_on <= $4::date
    AND (n.to_on IS NULL OR n.to_on > $4::date)
  WHERE t.programme_id = $1 AND l.path LIKE $2 AND z.kind::text = ANY ($3::text[]) AND z.holder_id IS NOT NULL
  ORDER BY z.holder_id, t.entry_id`

/** Who is there, who is expected and not there yet, and who waits to be recognised. Names are masked above the leaf's parent. */
export async function room(actor: Actor, session: SessionRow, kinds: readonly string[], search: string): Promise<Room> {
  const named = (path: string, name: string) => (seesPersonsInFull(actor, path) ? name : maskName(name))
  const values = [session.programmeId, `${session.regionPath}%`, kinds, shanghaiToday(), session.id]
  const [signUps, present, expected] = await Promise.all([
    pool.query<{ count: number }>('SELECT count(*)::int AS count FROM session_sign_up WHERE session_id = $1', [
      session.id,
    ]),
    pool.query<Present & { path: string | null }>(
      `SELECT a.id AS "attendanceId", p.name, coalesce(x.enterprise, '') AS enterprise, a.source, x.path, ${HAS_PASSED} AS "hasPassed"
       FROM attendance a JOIN person p ON p.id = a.person_id
       LEFT JOIN LATERAL (SELECT n.name AS enterprise, l.path FROM seat_standing z JOIN standing t ON t.entry_id = z.entry_id
         JOIN region l ON l.id = t.leaf_id JOIN roster_entry e ON e.id = t.entry_id
         LEFT JOIN enterprise_name n ON n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL AND n.to_on IS NULL
         WHERE z.holder_id = a.person_id AND t.programme_id = $1 LIMIT 1) x ON true
       WHERE a.session_id = $2 AND a.retracted_at IS NULL ORDER BY a.at DESC, a.id`,
      [session.programmeId, session.id, exitExam(session)?.slug ?? null],
    ),
    pool.query<Expected & { path: string }>(
      `SELECT i.person_id AS "personId", i.name, coalesce(i.enterprise, '') AS enterprise, i.path,
         EXISTS (SELECT FROM session_sign_up u WHERE u.session_id = $5 AND u.person_id = i.person_id) AS "isSignedUp" FROM (${INVITED}) i
       WHERE NOT EXISTS (SELECT FROM attendance a WHERE a.session_id = $5 AND a.person_id = i.person_id AND a.retracted_at IS NULL)
       ORDER BY "isSignedUp" DESC, i.enterprise, i.pinyin_key, i.person_id`,
      values,
    ),
  ])
  const missing = expected.rows.filter(({ enterprise }) => enterprise.includes(search))
  return {
    present: present.rows.slice(0, SHOWN).map(({ path, name, ...one }) => ({ ...one, name: named(path ?? '', name) })),
    expected: missing.slice(0, SHOWN).map(({ path, name, ...one }) => ({ ...one, name: named(path, name) })),
    waiting: await waiting(actor, session),
    signedUp: signUps.rows[0]?.count ?? 0,
    counts: { present: present.rows.length, expected: present.rows.length + expected.rows.length },
  }
}

type WaitingRow = { id: string; enterprise: string; name: string; mobileCipher: Buffer }

async function waiting(actor: Actor, session: SessionRow): Promise<Waiting[]> {
  const { rows } = await pool.query<WaitingRow>(
    `SELECT id, enterprise, name, mobile_cipher AS "mobileCipher" FROM walk_in WHERE session_id = $1 AND settled_at IS NULL ORDER BY at, id LIMIT 50`,
    [session.id],
  )
  return Promise.all(
    rows.map(async ({ id, enterprise, name, mobileCipher }) => ({
      walkInId: id,
      enterprise,
      name,
      mobile: maskMobile(revealMobile(mobileCipher)),
      choices: await likely(actor, session, { enterprise, name }),
    })),
  )
}

async function likely(
  actor: Actor,
  session: SessionRow,
  said: { enterprise: string; name: string },
): Promise<Expected[]> {
  const { rows } = await pool.query<Expected & { path: string }>(
    `SELECT DISTINCT ON (z.holder_id) z.holder_id AS "personId", p.name, coalesce(n.name, '') AS enterprise, l.path
     FROM standing t JOIN region l ON l.id = t.leaf_id JOIN seat_standing z ON z.entry_id = t.entry_id
     JOIN person p ON p.id = z.holder_id JOIN roster_entry e ON e.id = t.entry_id
     LEFT JOIN enterprise_name n ON n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL AND n.to_on IS NULL
     WHERE t.programme_id = $1 AND l.path LIKE $2
       AND (p.name = $3 OR position($4 in n.name) > 0 OR position(n.name in $4) > 0)
     ORDER BY z.holder_id LIMIT 8`,
    [session.programmeId, `${session.regionPath}%`, said.name, said.enterprise],
  )
  // The same name first.
  const sameName = (name: string) => Number(nameKey(name) === nameKey(said.name))
  return rows
    .sort((one, other) => sameName(other.name) - sameName(one.name))
    .map(({ path, name, ...one }) => ({ ...one, name: seesPersonsInFull(actor, path) ? name : maskName(name) }))
}

/** How many are there and how many are expected, for the wall: no names. */
export async function roomCounts(session: SessionRow, kinds: readonly string[]): Promise<Room['counts']> {
  const { rows } = await pool.query<{ present: number; missing: number }>(
    `SELECT (SELECT count(*)::int FROM attendance a WHERE a.session_id = $5 AND a.retracted_at IS NULL) AS present,
       (SELECT count(*)::int FROM (${INVITED}) i WHERE NOT EXISTS (SELECT FROM attendance a
         WHERE a.session_id = $5 AND a.person_id = i.person_id AND a.retracted_at IS NULL)) AS missing`,
    [session.programmeId, `${session.regionPath}%`, kinds, shanghaiToday(), session.id],
  )
  const { present = 0, missing = 0 } = rows[0] ?? {}
  return { present, expected: present + missing }
}
