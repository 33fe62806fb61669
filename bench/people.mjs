// People of the demonstration who have done nothing yet, with logins, accounts and links written straight into the database: signing in
// is an operation of its own.
import { createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { encode } from 'next-auth/jwt'
import { v7 as newId } from 'uuid'

export const PASSWORD = '山高水长-2026-春江花月夜'
const LOGIN_SECONDS = 8 * 3600

const UNTOUCHED = `
  SELECT DISTINCT ON (p.id) p.id AS "personId", p.mobile_cipher AS cipher, h.id AS "holdingId"
  FROM seat_standing ss JOIN holding h ON h.id = ss.holding_id JOIN person p ON p.id = h.person_id
  WHERE ss.kind = $1::seat_kind AND p.mobile_cipher IS NOT NULL
    AND NOT EXISTS (SELECT FROM account a WHERE a.person_id = p.id)
    AND NOT EXISTS (SELECT FROM login l WHERE l.person_id = p.id)
    AND NOT EXISTS (SELECT FROM personal_link l WHERE l.holding_id = h.id)
    AND NOT EXISTS (SELECT FROM attempt a WHERE a.person_id = p.id)
    AND NOT EXISTS (SELECT FROM officer_grant g WHERE g.person_id = p.id)
  ORDER BY p.id LIMIT $2`

export function peopleOf({ rows, env }) {
  const keyed = (purpose, text) =>
    createHmac('sha256', Buffer.from(env.HMAC_KEY, 'base64')).update(`${purpose}\0${text}`).digest()
  const mobileKey = Buffer.from(hkdfSync('sha256', Buffer.from(env.DATA_KEY, 'base64'), '', 'zhixing:mobile', 32))

  function mobileOf(bytes) {
    const decipher = createDecipheriv('aes-256-gcm', mobileKey, bytes.subarray(1, 13))
    decipher.setAuthTag(bytes.subarray(13, 29))
    return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]).toString()
  }

  async function untouched(kind, count) {
    const found = await rows(UNTOUCHED, [kind, count])
    if (found.length < count) {
      throw new Error(
        `Only ${found.length} people (${kind}) who have done nothing are left, ${count} are needed: fewer rounds.`,
      )
    }
    return found
  }

  /** A live cookie of somebody's account; a second factor counts as confirmed. */
  async function cookieOf(personId) {
    const secret = randomBytes(32).toString('base64url')
    await rows(
      `INSERT INTO login (id, person_id, device, token_hash, idle_until, ends_at, mfa_at)
        VALUES ($1, $2, 'bench', $3, now() + interval '8 hours', now() + interval '8 hours', now())`,
      [newId(), personId, createHash('sha256').update(secret).digest()],
    )
    return encode({ token: { login: secret }, secret: env.AUTH_SECRET, maxAge: LOGIN_SECONDS })
  }

  let passwordHash
  /** So many clerks with an account: {personId, cookie, loginName}. */
  async function clerks(count) {
    passwordHash ??= await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
    const people = await untouched('CLERK', count)
    return Promise.all(
      people.map(async ({ personId }) => {
        const loginName = `bench-${personId.slice(-12)}`
        await rows('INSERT INTO account (person_id, login_name, password_hash) VALUES ($1, $2, $3)', [
          personId,
          loginName,
          passwordHash,
        ])
        return { personId, loginName, cookie: await cookieOf(personId) }
      }),
    )
  }

  let readers
  /** Up to twenty clerks whom several operations share: they only read. */
  async function someReaders() {
    readers ??= clerks(20)
    return readers
  }

  /** So many heads, each with a personal link: {path, tail}. */
  async function headLinks(count) {
    const people = await untouched('HEAD', count)
    return Promise.all(
      people.map(async ({ holdingId, cipher }) => {
        const id = newId()
        const token = keyed('link-token', id).subarray(0, 16).toString('base64url')
        await rows(
          `INSERT INTO personal_link (id, holding_id, token_hmac, expires_at) VALUES ($1, $2, $3, now() + interval '60 days')`,
          [id, holdingId, keyed('token:link', token)],
        )
        return { path: `/l/${token}`, tail: mobileOf(cipher).slice(-4) }
      }),
    )
  }

  /** So many heads whose name and mobile are known and who were at no session: {personId, name, mobile, enterprise}. */
  async function knownHeads(count) {
    const found = await rows(
      `SELECT DISTINCT ON (p.id) p.id AS "personId", p.name, p.mobile_cipher AS cipher, n.name AS enterprise
        FROM seat_standing z JOIN person p ON p.id = z.holder_id JOIN roster_entry e ON e.id = z.entry_id
        JOIN enterprise_name n ON n.enterprise_id = e.enterprise_id AND n.to_on IS NULL AND n.retracted_at IS NULL
        WHERE z.kind = 'HEAD' AND p.mobile_cipher IS NOT NULL ORDER BY p.id LIMIT $1`,
      [count],
    )
    if (found.length < count) throw new Error(`Only ${found.length} heads are known.`)
    return found.map(({ cipher, ...head }) => ({ ...head, mobile: mobileOf(cipher) }))
  }

  /** An officer of the demonstration or the country: {cookie, code of the region, personId}. */
  async function officer(loginName) {
    const [found] = await rows(
      `SELECT a.person_id AS "personId", r.code FROM account a JOIN officer_grant g ON g.person_id = a.person_id
        JOIN region r ON r.id = g.region_id WHERE a.login_name = $1`,
      [loginName],
    )
    return { cookie: await cookieOf(found.personId), code: found.code, personId: found.personId }
  }

  return { clerks, someReaders, headLinks, knownHeads, officer, cookieOf }
}
