import { afterEach, describe, expect, it } from 'vitest'
import { db, pool } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { useDatabase } from '@/tests/support/database'
import { consumeOne, MAX_UNANSWERED, retryAfterSeconds } from './outbox'
import { startOutboxConsumer } from './outbox-consumer'
import type { OutboxRow } from './registry'

useDatabase()
let consumers: { stop(): Promise<unknown> }[] = []
afterEach(async () => {
  // Also those of a test that failed: they would take the rows of the next.
  await Promise.all(consumers.map((one) => one.stop()))
  consumers = []
  await db.outbox.deleteMany({})
})
function consuming(...args: Parameters<typeof startOutboxConsumer>): ReturnType<typeof startOutboxConsumer> {
  const consumer = startOutboxConsumer(...args)
  consumers.push(consumer)
  return consumer
}

async function post(count = 1, kind = 'seen') {
  const rows = Array.from({ length: count }, (_, index) => ({ id: newId(), kind, key: newId(), payload: { index } }))
  await db.outbox.createMany({ data: rows })
  return rows
}
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
async function until(holds: () => boolean | Promise<boolean>, seconds = 40) {
  for (let waited = 0; waited < seconds * 50; waited++) {
    if (await holds()) return
    await rest(20)
  }
  throw new Error('did not happen in time')
}
/** Takes a row and loses its connection in the middle of its handler, as a killed worker does. */
async function killed(meanwhile: () => Promise<void> = async () => {}) {
  let died: (() => void) | undefined
  const dying = consumeOne({ seen: [() => new Promise((resolve) => (died = () => resolve(null)))] }).catch(
    () => 'killed',
  )
  await until(() => died !== undefined)
  await meanwhile()
  await pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND state = 'idle in transaction' AND pid <> pg_backend_pid()`,
  )
  died?.()
  expect(await dying).toBe('killed')
}
const left = () => db.outbox.count({ where: { doneAt: null } })

describe('the outbox', () => {
  it('is consumed within five seconds of the commit', async () => {
    const seen: string[] = []
    const consumer = consuming({ seen: [async (row) => seen.push(row.key)] })
    await rest(300)
    const began = performance.now()
    const [row] = await post()
    await until(() => seen.length === 1)
    expect(seen).toEqual([row?.key])
    expect(performance.now() - began).toBeLessThan(5_000)
    await consumer.stop()
    expect(await left()).toBe(0)
  })

  it('gives each row to one of several workers', async () => {
    const seen: string[] = []
    await post(60)
    const workers = [1, 2].map(() => consuming({ seen: [async (row) => seen.push(row.id)] }))
    await until(async () => (await left()) === 0)
    await Promise.all(workers.map((one) => one.stop()))
    expect(seen).toHaveLength(60)
    expect(new Set(seen).size).toBe(60)
  })

  it('puts a failing row off and succeeds later, keeping no words of the error', async () => {
    const [row] = await post()
    expect(await consumeOne({ seen: [() => Promise.reject(new TypeError('13800001111 王小明'))] })).toBe('failed')
    const stored = await db.outbox.findUniqueOrThrow({ where: { id: row?.id ?? '' } })
    expect(stored).toMatchObject({ lastError: 'TypeError', tries: 1, doneAt: null })
    expect(await consumeOne({ seen: [async () => {}] })).toBe('none-due')
    await db.outbox.update({ where: { id: stored.id }, data: { nextTryAt: new Date(0) } })
    expect(await consumeOne({ seen: [async () => {}] })).toBe('done')
    expect(await left()).toBe(0)
  })

  it('does not let one failing row hold up the others', async () => {
    await post(1, 'bad')
    await post(5)
    const seen: string[] = []
    const consumer = consuming({
      bad: [() => Promise.reject(new Error('never'))],
      seen: [async (row) => seen.push(row.id)],
    })
    await until(() => seen.length === 5)
    await consumer.stop()
    expect(await left()).toBe(1)
  })

  it('has the row of a killed worker due again at once, and lets nobody else take it before', async () => {
    await post()
    await killed(async () => expect(await consumeOne({ seen: [async () => {}] })).toBe('none-due'))
    expect(await consumeOne({ seen: [async () => {}] })).toBe('done')
  })

  it('puts a row aside whose every try killed its worker, and goes on with the others', async () => {
    const [poison] = await post()
    for (let time = 1; time <= MAX_UNANSWERED; time += 1) await killed()
    const seen: string[] = []
    const handlers = { seen: [async (row: OutboxRow) => seen.push(row.id)] }
    expect(await consumeOne(handlers)).toBe('put-aside')
    expect(await consumeOne(handlers)).toBe('none-due')
    const [next] = await post()
    expect(await consumeOne(handlers)).toBe('done')
    expect(seen).toEqual([next?.id])
    const stored = await db.outbox.findUniqueOrThrow({ where: { id: poison?.id ?? '' } })
    expect(stored).toMatchObject({ doneAt: null, lastError: 'unanswered' })
  })

  it('counts that a row was taken before its handler runs, and forgets it with an answer', async () => {
    const [row] = await post()
    const stored = () => db.outbox.findUniqueOrThrow({ where: { id: row?.id ?? '' } })
    const during: number[] = []
    const handler = async () => {
      during.push((await stored()).unanswered)
      throw new Error('an answer')
    }
    for (let time = 0; time < MAX_UNANSWERED + 3; time += 1) {
      expect(await consumeOne({ seen: [handler] })).toBe('failed')
      expect(await stored()).toMatchObject({ unanswered: 0, tries: time + 1 })
      await db.outbox.update({ where: { id: row?.id ?? '' }, data: { nextTryAt: new Date(0) } })
    }
    expect(new Set(during)).toEqual(new Set([1]))
  })

  it('finishes what it has in hand before it stops', async () => {
    let isFinished = false
    await post()
    let isBegun = false
    const slow = async () => {
      isBegun = true
      await rest(400)
      isFinished = true
    }
    const consumer = consuming({ seen: [slow] })
    await until(() => isBegun)
    await consumer.stop()
    expect(isFinished).toBe(true)
    expect(await left()).toBe(0)
  })

  it('leaves kinds alone that it does not know', async () => {
    await post(1, 'of-tomorrow')
    expect(await consumeOne({ seen: [async () => {}] })).toBe('none-due')
    expect(await left()).toBe(1)
  })

  it('waits longer after each failure, an hour at most', () => {
    expect([0, 1, 2, 11, 40].map(retryAfterSeconds)).toEqual([1, 2, 4, 2048, 3600])
  })
})
