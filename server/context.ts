import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { db } from '@/server/db/client'
import type { Transaction } from '@/server/db/client'

/** Who asks, which request it is, and how to write. Every command takes one. */
export type Context = {
  actor: Actor
  requestId: string
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
}

/** What the worker and the start-up use where no person acts: `actorId` of its audit events is null. */
export type SystemContext = Omit<Context, 'actor'> & { actor: null }

/** In whose name something is written, and by which request or job; a job that acts for a person names them. */
export type Writer = { actor: Pick<Actor, 'personId'> | null; requestId: string }

/**
 * One READ COMMITTED transaction: the level that `restandMany` is written for.
 * @throws whatever `work` throws, after rolling back.
 */
export function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.$transaction(work, { isolationLevel: 'ReadCommitted', maxWait: 15_000, timeout: 120_000 })
}

/** The context of a person's request. */
export function contextOf(actor: Actor, requestId: string): Context {
  return { actor, requestId, transaction: inTransaction }
}

/** The context of a job; `requestId` names the job. */
export function systemContext(requestId: string): SystemContext {
  return { actor: null, requestId, transaction: inTransaction }
}
