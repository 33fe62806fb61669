import type { Actor } from '@/domain/permissions/actor'
import { loginHash } from '@/server/crypto/token'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'

/** Somebody with an account and a device that is signed in for an hour; `secret` is what its cookie would hold. */
export type Learner = { actor: Actor; secret: string }

/** A new learner of that name. */
export async function learner(name: string): Promise<Learner> {
  const [personId, loginId] = [newId(), newId()]
  await db.person.create({ data: { id: personId, name, pinyinKey: name } })
  const secret = await device(personId, loginId)
  return { actor: { personId, loginId, via: 'account', holdingId: null, grants: [], mfaPending: false }, secret }
}

/** One more signed-in device of a person; its secret. */
export async function device(personId: string, loginId = newId()): Promise<string> {
  const secret = newId()
  const later = new Date(Date.now() + 3_600_000)
  await db.login.create({
    data: { id: loginId, personId, tokenHash: loginHash(secret), idleUntil: later, endsAt: later },
  })
  return secret
}
