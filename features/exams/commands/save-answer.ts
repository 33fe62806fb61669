import 'server-only'
import { GRACE_SECONDS } from '@/domain/exams/attempt-rules'
import { LOGIN_LIFETIMES } from '@/server/auth/login-lifetimes'
import { shanghaiToday } from '@/server/clock'
import { loginHash } from '@/server/crypto/token'
import { pool } from '@/server/db/client'
import { ok, type Outcome, refuse } from '@/server/outcome'

export type SaveRefusal = 'signed-out' | 'not-found' | 'closed' | 'too-late' | 'stale'

type Row = {
  login: boolean
  state: string | null
  inTime: boolean | null
  known: boolean
  savedAt: Date | null
  seq: number | null
}

/**
 * Saves one answer of an open attempt: who asks, whose attempt it is, its state, the deadline by the database's clock and the
 * write itself in one statement (performance.md, `save-answer`). The share lock makes a save and a submit of the same attempt
 * wait for each other, so every acknowledged answer is graded. The live-login conditions are those of `server/auth/live-login`, and a
 * second factor outstanding counts as signed out; writing keeps the login alive, as reading a page does.
 *
 * @param answer.seq counts the browser's changes to this question; an older or equal one than stored is refused as 'stale',
 *   with the stored one in `detail.seq`
 */
export async function saveAnswer(
  loginSecret: string,
  answer: { attemptId: string; position: number; seq: number; value: readonly string[]; flagged?: boolean },
): Promise<Outcome<{ savedAt: Date }, SaveRefusal>> {
  const { rows } = await pool.query<Row>({
    name: 'save-answer',
    text: SAVE_ANSWER,
    values: [
      loginHash(loginSecret),
      shanghaiToday(),
      answer.attemptId,
      answer.position,
      answer.seq,
      JSON.stringify(answer.value),
      answer.flagged ?? false,
    ],
  })
  const [row] = rows
  if (!row?.login) return refuse('signed-out')
  if (!row.state || !row.known) return refuse('not-found')
  if (row.state !== 'OPEN') return refuse('closed')
  if (!row.inTime) return refuse('too-late')
  return row.savedAt ? ok({ savedAt: row.savedAt }) : refuse('stale', { seq: row.seq ?? 0 })
}

const { link, learner, officer } = LOGIN_LIFETIMES

const SAVE_ANSWER = `
WITH who AS (
  SELECT l.id, l.person_id, l.holding_id, l.idle_until
  FROM login l
  JOIN person p ON p.id = l.person_id AND p.merged_into_id IS NULL
  LEFT JOIN account a ON a.person_id = l.person_id
  WHERE l.token_hash = $1 AND l.revoked_at IS NULL AND a.disabled_at IS NULL
    AND l.idle_until > clock_timestamp() AND l.ends_at > clock_timestamp()
    AND (l.holding_id IS NOT NULL OR l.mfa_at IS NOT NULL OR a.totp_cipher IS NULL)
    AND (l.holding_id IS NULL OR EXISTS (
      SELECT FROM holding h JOIN seat s ON s.id = h.seat_id AND s.retracted_at IS NULL
      WHERE h.id = l.holding_id AND h.person_id = l.person_id AND h.retracted_at IS NULL
        AND (h.to_on IS NULL OR h.to_on > $2::date) AND (s.to_on IS NULL OR s.to_on > $2::date)))
), mine AS (
  SELECT t.id, t.state, t.deadline_at FROM who JOIN attempt t ON t.person_id = who.person_id AND t.id = $3::uuid
  WHERE who.holding_id IS NULL OR NOT (t.blueprint->>'needsAccount')::boolean
  FOR SHARE OF t
), checked AS (
  SELECT mine.id, mine.state::text AS state, i.position,
    (mine.deadline_at IS NULL OR clock_timestamp() <= mine.deadline_at + interval '${GRACE_SECONDS} seconds') AS in_time
  FROM mine LEFT JOIN attempt_item i ON i.attempt_id = mine.id AND i.position = $4::int
), saved AS (
  INSERT INTO answer (attempt_id, position, seq, value, flagged, saved_at)
  SELECT id, position, $5::int, $6::jsonb, $7::boolean, clock_timestamp() FROM checked
  WHERE state = 'OPEN' AND in_time AND position IS NOT NULL
  ON CONFLICT (attempt_id, position) DO UPDATE
    SET seq = excluded.seq, value = excluded.value, flagged = excluded.flagged, saved_at = excluded.saved_at
    WHERE answer.seq < excluded.seq
  RETURNING saved_at
), alive AS (
  UPDATE login SET idle_until = least(login.ends_at, clock_timestamp() + who_life.idle)
  FROM (SELECT who.id, CASE
      WHEN who.holding_id IS NOT NULL THEN interval '${link.idleSeconds} seconds'
      WHEN EXISTS (SELECT FROM officer_grant g WHERE g.person_id = who.person_id AND g.retracted_at IS NULL)
        THEN interval '${officer.idleSeconds} seconds'
      ELSE interval '${learner.idleSeconds} seconds' END AS idle FROM who) who_life
  WHERE login.id = who_life.id AND login.idle_until < clock_timestamp() + who_life.idle * 0.9
)
SELECT EXISTS (SELECT FROM who) AS login, (SELECT state FROM checked) AS state,
  (SELECT in_time FROM checked) AS "inTime", (SELECT position IS NOT NULL FROM checked) AS known,
  (SELECT saved_at FROM saved) AS "savedAt",
  (SELECT seq FROM answer WHERE attempt_id = $3::uuid AND position = $4::int) AS seq`
