import 'server-only'
import { nameKey } from '@/domain/roster/person-name'
import type { Actor } from '@/domain/permissions/actor'
import { inTransaction } from '@/server/context'
import { mobileColumns, mobileHmac } from '@/server/crypto/mobile'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'
import type { SignIn } from '../input'
import { type SessionRow, sessionByToken } from '../queries/session-in-scope'
import { areOfSession, attend } from './attend'

/** More than any hall holds; a list that grows beyond it is somebody's play. */
const AT_MOST = 2_000

/**
 * Somebody signs in at the door. Who is known by mobile and name and holds a seat of the area is there; everybody else waits for the organiser. The answer is
 * the same for both, so that nobody learns here who is on the roster. Refuses 'closed' outside the window, 'unknown' for no session.
 */
export async function signInAtDoor(
  requestId: string,
  said: SignIn,
): Promise<Outcome<null, 'unknown' | 'closed' | 'full'>> {
  const session = await sessionByToken(said.token)
  if (!session) return refuse('unknown')
  if (!session.isOpen) return refuse('closed')
  return inTransaction(async (tx) => {
    const known = await tx.person.findFirst({
      where: { mobileHmac: mobileHmac(said.mobile), mergedIntoId: null },
      select: { id: true, name: true },
    })
    if (known && nameKey(known.name) === nameKey(said.name) && (await areOfSession(tx, session, [known.id]))) {
      await attend(tx, { actor: null, requestId }, { session, personIds: [known.id], source: 'QR' })
      return ok(null)
    }
    return wait(tx, session, said)
  })
}

/** Whoever is signed in and holds a seat of the area says that they are here. Refuses 'unknown' for everybody else. */
export async function signInAsMyself(
  actor: Actor,
  requestId: string,
  token: string,
): Promise<Outcome<null, 'unknown' | 'closed'>> {
  const session = await sessionByToken(token)
  if (!session) return refuse('unknown')
  if (!session.isOpen) return refuse('closed')
  return inTransaction(async (tx) => {
    if (!(await areOfSession(tx, session, [actor.personId]))) return refuse('unknown')
    await attend(tx, { actor, requestId }, { session, personIds: [actor.personId], source: 'QR' })
    return ok(null)
  })
}

async function wait(tx: Transaction, session: SessionRow, said: SignIn): Promise<Outcome<null, 'full'>> {
  const waiting = await tx.walkIn.count({ where: { sessionId: session.id } })
  if (waiting >= AT_MOST) return refuse('full')
  const { mobileCipher, mobileHmac: hmac } = mobileColumns(said.mobile)
  await tx.$executeRaw`
    INSERT INTO walk_in (id, session_id, enterprise, name, mobile_cipher, mobile_hmac)
    VALUES (${newId()}::uuid, ${session.id}::uuid, ${said.enterprise}, ${said.name}, ${mobileCipher}, ${hmac})
    ON CONFLICT (session_id, mobile_hmac) DO UPDATE SET enterprise = excluded.enterprise, name = excluded.name
    WHERE walk_in.settled_at IS NULL`
  return ok(null)
}
