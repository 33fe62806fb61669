import 'server-only'
import { shanghaiToday } from '@/server/clock'
import { loginHash } from '@/server/crypto/token'
import { db } from '@/server/db/client'
import { LOGIN_LIFETIMES } from './login-lifetimes'

/** A login that is good at this moment. */
export type LoginRow = {
  id: string
  personId: string
  /** Set for a login by personal link. */
  holdingId: string | null
  mfaAt: Date | null
  createdAt: Date
  idleUntil: Date
  endsAt: Date
  /** Whether the account asks for a second factor at each sign-in. */
  hasTotp: boolean
  locale: string | null
  /** Whether the person has a grant that is not over; asking for the grants of everybody else would be in vain. */
  isOfficer: boolean
}

type Found = LoginRow & { now: Date }

/**
 * The live login of a secret, or null: unknown, revoked, idle too long, past its end, account disabled, person merged away, or
 * the holding of a link login over. Instants by the database's clock, a holding's days in Shanghai. Moves the idle limit on.
 */
export async function liveLogin(secret: string): Promise<LoginRow | null> {
  const [found] = await db.$queryRaw<Found[]>`
    /* prepared: live-login */
    SELECT l.id, l.person_id AS "personId", l.holding_id AS "holdingId", l.mfa_at AS "mfaAt", l.created_at AS "createdAt",
      l.idle_until AS "idleUntil", l.ends_at AS "endsAt", coalesce(a.totp_cipher IS NOT NULL, false) AS "hasTotp", a.locale,
      EXISTS (SELECT FROM officer_grant g WHERE g.person_id = l.person_id AND g.retracted_at IS NULL
        AND (g.to_on IS NULL OR g.to_on > ${shanghaiToday()}::date)) AS "isOfficer",
      clock_timestamp() AS now
    FROM login l
    JOIN person p ON p.id = l.person_id AND p.merged_into_id IS NULL
    LEFT JOIN account a ON a.person_id = l.person_id
    WHERE l.token_hash = ${loginHash(secret)} AND l.revoked_at IS NULL
      AND l.idle_until > clock_timestamp() AND l.ends_at > clock_timestamp() AND a.disabled_at IS NULL
      AND (l.holding_id IS NULL OR EXISTS (
        SELECT FROM holding h JOIN seat s ON s.id = h.seat_id AND s.retracted_at IS NULL
        WHERE h.id = l.holding_id AND h.person_id = l.person_id AND h.retracted_at IS NULL
          AND (h.to_on IS NULL OR h.to_on > ${shanghaiToday()}::date)
          AND (s.to_on IS NULL OR s.to_on > ${shanghaiToday()}::date)))`
  if (!found) return null
  await moveIdleLimit(found)
  const { now: _, ...login } = found
  return login
}

/** Writes at most once a tenth of the idle time, so that reading pages does not write a row each. */
async function moveIdleLimit({ id, holdingId, idleUntil, isOfficer, now }: Found): Promise<void> {
  const kind = holdingId ? 'link' : isOfficer ? 'officer' : 'learner'
  const seconds = LOGIN_LIFETIMES[kind].idleSeconds
  const left = (idleUntil.getTime() - now.getTime()) / 1000
  if (left > seconds * 0.9) return
  await db.$executeRaw`
    UPDATE login SET idle_until = least(ends_at, clock_timestamp() + make_interval(secs => ${seconds}))
    WHERE id = ${id}::uuid AND revoked_at IS NULL`
}
