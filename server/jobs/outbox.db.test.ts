import { afterEach, expect, it } from 'vitest'
import { db, pool } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { useDatabase } from '@/tests/support/database'
import { claimRow, consumeOutbox, runRow } from './outbox'

useDatabase()
afterEach(() => db.outbox.deleteMany({}))

async function post(kind = 'seen', count = 1) {
  const rows = Array.from({ length: count }, (_, index) => ({ id: newId(), kind, key: newId(), payload: { index } }))
  await db.outbox.createMany({ data: rows })
  return rows
}
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
async function until(holds: () => boolean | Promise<boolean>, seconds = 10) {
  for (let waited = 0; waited < seconds * 50; waited++) {
    if (await holds()) return
    await rest(20)
  }
  throw new Error('did not happen in time')
}

it('handles a consequence well within five seconds of its commit', async () => {
  const seen: string[] = []
  const stop = consumeOutbox({ seen: [async (row) => seen.push(row.key)] })
  await rest(300)
  const began = performance.now()
  const [row] = await post()
  await until(() => seen.length === 1)
  expect(seen).toEqual([row?.key])
  expect(performance.now() - began).toBeLessThan(5_000)
  await stop()
  expect(await db.outbox.count({ where: { doneAt: null } })).toBe(0)
})

it('gives each row to one of several workers', async () => {
  const seen: string[] = []
  const handler = async (row: { id: string }) => {
    seen.push(row.id)
  }
  await post('seen', 60)
  const workers = [1, 2, 3].map(() => consumeOutbox({ seen: [handler] }))
  await until(async () => (await db.outbox.count({ where: { doneAt: null } })) === 0)
  await Promise.all(workers.map((stop) => stop()))
  expect(new Set(seen).size).toBe(60)
  expect(seen).toHaveLength(60)
})

it('puts a failing row off and succeeds later, without the words of the error', async () => {
  await post()
  const row = await claimRow(['seen'])
  expect(row?.tries).toBe(1)
  if (!row) return
  const isDone = await runRow(row, [() => Promise.reject(new TypeError('13800001111'))])
  expect(isDone).toBe(false)
  const stored = await db.outbox.findUniqueOrThrow({ where: { id: row.id } })
  expect(stored.lastError).toBe('TypeError')
  expect(stored.nextTryAt.getTime()).toBeGreaterThan(Date.now())
  expect(await claimRow(['seen'])).toBeNull()
  await db.outbox.update({ where: { id: row.id }, data: { nextTryAt: new Date(0) } })
  const again = await claimRow(['seen'])
  expect(again && (await runRow(again, [async () => {}]))).toBe(true)
})

it('takes up what a killed worker held, once its lease is over', async () => {
  await post()
  const lost = await claimRow(['seen'])
  expect(await claimRow(['seen'])).toBeNull()
  await pool.query("UPDATE outbox SET next_try_at = clock_timestamp() - interval '1 s' WHERE id = $1", [lost?.id])
  expect((await claimRow(['seen']))?.id).toBe(lost?.id)
})

it('leaves kinds alone that it does not know', async () => {
  await post('of-tomorrow')
  expect(await claimRow(['seen'])).toBeNull()
})
