import type { SystemContext } from '@/server/context'

/**
 * Something the worker does by itself. `cron` is read in Asia/Shanghai; `everySeconds` is for what cannot wait a minute. One of the two.
 * The handler is idempotent, restartable and may run beside itself; nothing is lost when it is killed in the middle.
 */
export type Job = {
  readonly name: string
  readonly handler: (ctx: SystemContext) => Promise<unknown>
} & (
  | { readonly cron: string; readonly everySeconds?: never }
  | { readonly everySeconds: number; readonly cron?: never }
)

/** A row of the outbox as its handler gets it. */
export type OutboxRow = { readonly id: string; readonly kind: string; readonly key: string; readonly payload: unknown }

/**
 * What follows from a committed change of one kind. Called at least once per row; the second time changes nothing more.
 * It opens its own transactions. Throwing means: later again.
 */
export type OutboxHandler = (row: OutboxRow) => Promise<unknown>

/** All handlers of each kind of outbox row; a kind with an empty list needs nothing done. */
export type OutboxHandlers = Readonly<Record<string, readonly OutboxHandler[]>>
