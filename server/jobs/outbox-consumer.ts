import 'server-only'
import pg from 'pg'
import { env } from '@/server/env'
import { logOf } from '@/server/log'
import { consumeOne } from './outbox'
import type { OutboxHandlers } from './registry'

const log = logOf('outbox')
const POLL_MS = 1000
/** A slow consequence (an import being checked) leaves lanes for the quick ones. */
const LANES = 3

/** Ends the consumer once what it has in hand is done. */
export type Stoppable = { stop(): Promise<void> }

/**
 * Consumes the outbox until stopped: woken by NOTIFY as soon as a change commits, and once a second in any case (rows due again,
 * notifications lost with a connection). Survives the loss of the database.
 */
export function startOutboxConsumer(handlers: OutboxHandlers): Stoppable {
  const state = { isStopping: false, wake: new Set<() => void>() }
  const wakeAll = () => {
    for (const wake of state.wake) wake()
  }
  const rest = () =>
    new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer)
        state.wake.delete(done)
        resolve()
      }
      const timer = setTimeout(done, POLL_MS)
      state.wake.add(done)
    })
  const lane = async () => {
    while (!state.isStopping) {
      const outcome = await consumeOne(handlers).catch((error: unknown) => {
        log.warn('the outbox cannot be read', { error })
        return 'none-due' as const
      })
      if (outcome === 'none-due') await rest()
    }
  }
  const lanes = Array.from({ length: LANES }, lane)
  const listener = listen(wakeAll)
  return {
    async stop() {
      state.isStopping = true
      wakeAll()
      await Promise.all([...lanes, listener.stop()])
    },
  }
}

/** A connection of its own that hears NOTIFY outbox; opened anew after every loss. */
function listen(heard: () => void): Stoppable {
  let isStopping = false
  let client: pg.Client | undefined
  const open = async () => {
    const fresh = new pg.Client({
      connectionString: env().DATABASE_URL,
      application_name: 'zhixing outbox',
      keepAlive: true,
    })
    client = fresh
    fresh.on('notification', heard)
    fresh.on('error', () => {})
    fresh.once('end', again)
    try {
      await fresh.connect()
      await fresh.query('LISTEN outbox')
    } catch {
      await fresh.end().catch(() => {})
    }
  }
  const again = () => {
    if (!isStopping) setTimeout(() => !isStopping && void open(), POLL_MS).unref()
  }
  void open()
  return {
    async stop() {
      isStopping = true
      await client?.end().catch(() => {})
    },
  }
}
