import { hash } from '@node-rs/argon2'
import type { BrowserContext } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import { v7 as newId } from 'uuid'
import { decryptMobile, linkToken, newLoginSecret } from './crypto'
import { row, rows, secret } from './installation'

const COOKIE = 'zhixing.login'
const PASSWORD = '山高水长-2026-春江花月夜'

/** Somebody of the demonstration with the place they belong to. */
export interface Learner {
  personId: string
  name: string
  holdingId: string
  entryId: string
  enterprise: string
  mobile: string
  township: string
  county: string
}

const LEARNER = `
  SELECT p.id AS "personId", p.name, h.id AS "holdingId", e.id AS "entryId", n.name AS enterprise,
    p.mobile_cipher AS cipher, t.code AS township, c.code AS county
  FROM seat_standing ss
  JOIN holding h ON h.id = ss.holding_id JOIN person p ON p.id = h.person_id
  JOIN roster_entry e ON e.id = ss.entry_id
  JOIN standing st ON st.entry_id = e.id AND st.is_key
  JOIN enterprise_name n ON n.enterprise_id = e.enterprise_id AND n.to_on IS NULL AND n.retracted_at IS NULL
  JOIN region t ON t.id = st.leaf_id JOIN region c ON c.id = t.parent_id
  WHERE ss.kind = $1::seat_kind AND p.mobile_cipher IS NOT NULL AND t.kind = 'TOWNSHIP'
    AND (SELECT count(*) FROM holding o WHERE o.person_id = p.id AND o.to_on IS NULL AND o.retracted_at IS NULL) = 1
    AND NOT EXISTS (SELECT FROM account a WHERE a.person_id = p.id)
    AND NOT EXISTS (SELECT FROM login l WHERE l.person_id = p.id)
    AND NOT EXISTS (SELECT FROM attempt a WHERE a.person_id = p.id)
    AND NOT EXISTS (SELECT FROM lab_run r WHERE r.person_id = p.id)
    AND NOT EXISTS (SELECT FROM self_check_answer s WHERE s.person_id = p.id)
    AND NOT EXISTS (SELECT FROM completion d WHERE d.person_id = p.id)`

/**
 * A head or clerk of a key enterprise who has done nothing yet, was never signed in, and whose enterprise nobody has been trained for; a clerk of a trained one when no other is left.
 *
 * @param where more conditions in SQL over p, e, st, t (township) and c (county)
 */
export async function untouched(
  kind: 'HEAD' | 'CLERK',
  where = kind === 'HEAD' ? 'NOT st.trained_any' : 'true',
): Promise<Learner> {
  const sql = `${LEARNER} AND (${where}) ORDER BY st.trained_any, p.id LIMIT 1`
  const found = await row<Learner & { cipher: Buffer }>(sql, [kind])
  const { cipher, ...learner } = found
  return { ...learner, mobile: decryptMobile(cipher) }
}

/** The county in which most heads have done nothing yet and nobody of their enterprises was trained. */
export async function countyOfUntouchedHeads(): Promise<string> {
  const { county } = await row<{ county: string }>(
    `SELECT x.county FROM (${LEARNER} AND NOT st.trained_any) x GROUP BY x.county ORDER BY count(*) DESC, x.county LIMIT 1`,
    ['HEAD'],
  )
  return county
}

/** Path of a new personal link for a holding. */
export async function personalLink(holdingId: string): Promise<string> {
  const id = newId()
  const { token, hmac } = linkToken(id)
  await rows(
    `INSERT INTO personal_link (id, holding_id, token_hmac, expires_at) VALUES ($1, $2, $3, now() + interval '60 days')`,
    [id, holdingId, hmac],
  )
  return `/l/${token}`
}

/** Gives somebody a full account with the password that is returned. */
export async function openAccount(personId: string): Promise<string> {
  const passwordHash = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  await rows(`INSERT INTO account (person_id, password_hash) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [
    personId,
    passwordHash,
  ])
  return PASSWORD
}

/** A live login for somebody: by personal link when a holding is given, else by account, second factor confirmed. */
export async function loginCookie(personId: string, holdingId: string | null = null): Promise<string> {
  const login = newLoginSecret()
  await rows(
    `INSERT INTO login (id, person_id, holding_id, device, token_hash, idle_until, ends_at, mfa_at)
      VALUES ($1, $2, $3, 'Playwright', $4, now() + interval '90 days', now() + interval '90 days', now())`,
    [newId(), personId, holdingId, login.hash],
  )
  return encode({ token: { login: login.secret }, secret: secret('AUTH_SECRET'), maxAge: 8 * 3600 })
}

/** Signs a browser in without its pages; for tests that are about something else. */
export async function signInDirectly(
  context: BrowserContext,
  who: { personId: string; holdingId?: string | null },
): Promise<void> {
  const value = await loginCookie(who.personId, who.holdingId ?? null)
  await context.addCookies([{ name: COOKIE, value, domain: 'localhost', path: '/', httpOnly: true, sameSite: 'Lax' }])
}

/** The person behind a login name of the demonstration. */
export async function personOf(login: string): Promise<string> {
  const { id } = await row<{ id: string }>(`SELECT person_id AS id FROM account WHERE login_name = $1`, [login])
  return id
}

/** The officer whose grant is over the region with this code. */
export async function officerOf(regionCode: string): Promise<string> {
  const { id } = await row<{ id: string }>(
    `SELECT g.person_id AS id FROM officer_grant g JOIN region r ON r.id = g.region_id
      WHERE r.code = $1 AND g.role = 'OFFICER' AND g.to_on IS NULL AND g.retracted_at IS NULL ORDER BY g.id LIMIT 1`,
    [regionCode],
  )
  return id
}

/** A new officer (or auditor, or somebody of an agency) of a region, for levels where the demonstration has none. */
export async function newOfficerOf(
  regionCode: string,
  name: string,
  role: 'OFFICER' | 'AUDITOR' | 'AGENCY' = 'OFFICER',
  agencyId: string | null = null,
): Promise<string> {
  const personId = newId()
  await rows(`INSERT INTO person (id, name, pinyin_key) VALUES ($1, $2, 'shi li')`, [personId, name])
  await openAccount(personId)
  await rows(
    `INSERT INTO officer_grant (id, person_id, role, region_id, from_on, agency_id)
      SELECT $1, $2, $4::role, id, current_date - 1, $5 FROM region WHERE code = $3`,
    [newId(), personId, regionCode, role, agencyId],
  )
  return personId
}
