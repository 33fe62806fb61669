import type { Actor } from '@/domain/permissions/actor'
import { actorOfLogin } from '@/server/auth/actor'
import type { OpenContext } from '@/server/auth/open-action'
import { contextOf, inTransaction } from '@/server/context'
import type { Context } from '@/server/context'
import { db } from '@/server/db/client'
import { openLogin } from '@/features/accounts/commands/open-login'

let counter = 0

/** Somebody nobody knows, at an address of their own unless told. */
export function anybody(address = `address-${counter++}`): OpenContext {
  return { actor: null, requestId: 'test', transaction: inTransaction, address }
}

/** The context of a person who is signed in with a full account and, if need be, a second factor. */
export async function signedIn(personId: string, confirmed = true): Promise<Context & { actor: Actor }> {
  const login = await db.$transaction((tx) =>
    openLogin(tx, { personId, device: null, ...(confirmed ? { mfaAt: new Date() } : {}) }),
  )
  const row = await db.login.findUniqueOrThrow({ where: { id: login.id } })
  return contextOf(await actorOfLogin(row), 'test')
}

/** The kinds of audit events so far, oldest first. */
export async function auditKinds(): Promise<string[]> {
  const events = await db.auditEvent.findMany({ orderBy: { id: 'asc' }, select: { kind: true } })
  return events.map((event) => event.kind)
}
