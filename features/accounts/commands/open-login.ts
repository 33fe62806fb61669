import { loginHash, newToken } from '@/server/crypto/token'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { LOGIN_LIFETIMES } from '@/server/auth/login-lifetimes'
import { standing } from './standing-grants'

/** What the browser is handed: the secret goes into the cookie and is stored nowhere. */
export type OpenedLogin = { id: string; secret: string; endsAt: Date }

type Wanted = {
  personId: string
  /** Set for a login by personal link; it then ends no later than the link. */
  link?: { holdingId: string; expiresAt: Date }
  device: string | null
  mfaAt?: Date
}

/** Opens a login with a new secret; instants by the database's clock. The caller audits it. */
export async function openLogin(tx: Transaction, wanted: Wanted): Promise<OpenedLogin> {
  const kind = wanted.link ? 'link' : (await hasGrant(tx, wanted.personId)) ? 'officer' : 'learner'
  const { idleSeconds, totalSeconds } = LOGIN_LIFETIMES[kind]
  const secret = newToken() + newToken()
  const id = newId()
  const [row] = await tx.$queryRaw<{ endsAt: Date }[]>`
    INSERT INTO login (id, person_id, holding_id, device, token_hash, idle_until, ends_at, mfa_at)
    SELECT ${id}::uuid, ${wanted.personId}::uuid, ${wanted.link?.holdingId ?? null}::uuid, ${wanted.device}, ${loginHash(secret)},
      least(ends, clock_timestamp() + make_interval(secs => ${idleSeconds})), ends, ${wanted.mfaAt ?? null}::timestamptz
    FROM (SELECT least(clock_timestamp() + make_interval(secs => ${totalSeconds}), ${wanted.link?.expiresAt ?? null}::timestamptz) AS ends) t
    RETURNING ends_at AS "endsAt"`
  if (!row) throw new Error('The login was not written.')
  return { id, secret, endsAt: row.endsAt }
}

async function hasGrant(tx: Transaction, personId: string): Promise<boolean> {
  const grant = await tx.officerGrant.findFirst({
    where: { AND: [{ personId }, standing()] },
    select: { id: true },
  })
  return grant !== null
}
