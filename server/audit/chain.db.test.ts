import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { systemContext } from '@/server/context'
import { db, pool } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { forgetEnv } from '@/server/env'
import { useDatabase } from '@/tests/support/database'
import { anchorChain, anchorsOfFile, isSignedByUs } from './anchor'
import { recordAudit } from './record'
import { sealEvents } from './seal-events'
import { verifyChain } from './verify-chain'

useDatabase()
const folder = mkdtempSync(path.join(tmpdir(), 'zhixing-anchors-'))
let file = ''

/** What somebody does who owns the whole server: no trigger and no key stops them. */
async function asSuperuser(sql: string, values: unknown[] = []): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SET LOCAL session_replication_role = replica')
    expect((await client.query(sql, values)).rowCount).toBeGreaterThan(0)
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}

const ctx = systemContext('job:test')
const happen = (count: number, text = '引号" 𬭎 \\ 换\n行') =>
  ctx.transaction(async (tx) => {
    for (let n = 1; n <= count; n += 1) {
      const detail = n % 2 ? { n, text, none: null, half: 0.5 } : undefined
      await recordAudit(tx, ctx, {
        kind: 'login.opened',
        subjectId: n % 3 ? newId() : null,
        ...(detail ? { detail } : {}),
      })
    }
  })

/** The chain worked out by the attacker, too: everything after a change is hashed anew. */
async function rehash(): Promise<void> {
  await asSuperuser('INSERT INTO audit_unsealed (event_id) SELECT event_id FROM audit_seal')
  await asSuperuser('DELETE FROM audit_seal')
  await sealEvents()
}

beforeEach(async () => {
  await asSuperuser(`WITH a AS (DELETE FROM audit_unsealed), b AS (DELETE FROM audit_seal), c AS (DELETE FROM audit_anchor),
    d AS (DELETE FROM audit_event) SELECT 1`)
  file = path.join(folder, `${newId()}.jsonl`)
  process.env.AUDIT_ANCHOR_FILE = file
  forgetEnv()
  await happen(1_203)
  expect(await sealEvents()).toBe(1_203)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the chain over the trail', () => {
  it('holds every committed event once, whatever stands in it, and is verified in other code than it is made by', async () => {
    const report = await verifyChain()
    expect(report).toMatchObject({ sealed: 1_203, waiting: 0, anchors: 0, broken: null })
    expect(report.head).toMatch(/^[0-9a-f]{64}$/)
    await happen(1)
    expect(await verifyChain()).toMatchObject({ sealed: 1_203, waiting: 1, broken: null })
    expect(await sealEvents()).toBe(1)
    expect(await sealEvents()).toBe(0)
  })

  it('names the first changed row, in every column', async () => {
    const changes = [
      `at = at + interval '1 microsecond'`,
      `actor_id = gen_random_uuid()`,
      `region_path = '3302.'`,
      `kind = 'login.closed'`,
      `subject_id = 'x'`,
      `request_id = NULL`,
      `detail = '{"n": 2}'`,
    ]
    for (const [index, change] of changes.entries()) {
      const seq = 700 - index * 100
      const event = `(SELECT event_id FROM audit_seal WHERE seq = $1)`
      await asSuperuser(`UPDATE audit_event SET ${change} WHERE id = ${event}`, [seq])
      expect((await verifyChain()).broken).toMatchObject({ reason: 'changed', seq })
    }
  })

  it('names a deleted event, a deleted seal and a forged one', async () => {
    await asSuperuser('UPDATE audit_seal SET hash = sha256(hash) WHERE seq = 1100')
    expect((await verifyChain()).broken).toMatchObject({ reason: 'changed', seq: 1_100 })
    await asSuperuser('DELETE FROM audit_event WHERE id = (SELECT event_id FROM audit_seal WHERE seq = 900)')
    expect((await verifyChain()).broken).toMatchObject({ reason: 'event-missing', seq: 900 })
    await asSuperuser('DELETE FROM audit_seal WHERE seq = 500')
    expect((await verifyChain()).broken).toEqual({ reason: 'seal-missing', seq: 500, eventId: null })
  })

  it('finds an event slipped in past the triggers, and one kept from being sealed', async () => {
    const id = newId()
    await asSuperuser(`INSERT INTO audit_event (id, kind) VALUES ($1, 'login.opened')`, [id])
    expect((await verifyChain()).broken).toEqual({ reason: 'never-sealed', seq: null, eventId: id })
  })

  it('shows an event that vanished while it waited', async () => {
    await happen(1)
    await asSuperuser('DELETE FROM audit_event WHERE id IN (SELECT event_id FROM audit_unsealed)')
    expect(await sealEvents()).toBe(1)
    expect((await verifyChain()).broken).toMatchObject({ reason: 'event-missing', seq: 1_204 })
  })

  it('refuses changes to chain and anchors in the ordinary way', async () => {
    await anchorChain()
    for (const table of ['audit_seal', 'audit_anchor']) {
      for (const sql of [`UPDATE ${table} SET seq = seq`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
        await expect(pool.query(sql)).rejects.toThrow(/never changed or deleted/)
      }
    }
  })
})

describe('anchors', () => {
  it('are signed, also written outside the database, and only when something has happened', async () => {
    const anchor = await anchorChain()
    expect(await anchorChain()).toBeNull()
    await happen(2)
    expect(await anchorChain()).toMatchObject({ seq: 1_205 })
    const kept = (await anchorsOfFile(file)) ?? []
    expect(kept.map(({ seq }) => seq)).toEqual([1_203, 1_205])
    expect(kept[0]).toEqual(anchor)
    expect(kept.every(isSignedByUs)).toBe(true)
    expect(isSignedByUs({ ...kept[0], seq: 9 } as never)).toBe(false)
    expect(await verifyChain(kept)).toMatchObject({ anchors: 2, broken: null })
    expect(await anchorsOfFile(`${file}.none`)).toBeNull()
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"seq":1}\n`)
    await expect(anchorsOfFile(file)).rejects.toThrow(/:3 is no anchor/)
  })

  it('tell a chain that was worked out anew after a change, and one whose end was cut off', async () => {
    await anchorChain()
    const kept = (await anchorsOfFile(file)) ?? []
    await asSuperuser(
      `UPDATE audit_event SET kind = 'login.closed' WHERE id = (SELECT event_id FROM audit_seal WHERE seq = 10)`,
    )
    await rehash()
    expect((await verifyChain()).broken).toMatchObject({ reason: 'anchor-differs', seq: 1_203 })
    await asSuperuser('DELETE FROM audit_anchor')
    expect((await verifyChain()).broken).toBeNull()
    expect((await verifyChain(kept)).broken).toMatchObject({ reason: 'anchor-differs', seq: 1_203 })
    await asSuperuser(`DELETE FROM audit_event WHERE id IN (SELECT event_id FROM audit_seal WHERE seq > 1000)`)
    await asSuperuser('DELETE FROM audit_seal WHERE seq > 1000')
    expect((await verifyChain()).broken).toBeNull()
    expect((await verifyChain(kept)).broken).toEqual({ reason: 'anchor-beyond', seq: 1_001, eventId: null })
  })

  it('of somebody else are refused', async () => {
    const anchor = await anchorChain()
    if (!anchor) throw new Error('no anchor')
    const forged = { ...anchor, at: '2026-01-01T00:00:00.000Z' }
    expect((await verifyChain([forged])).broken).toMatchObject({ reason: 'anchor-signature' })
  })
})

describe('writers and sealers at once', () => {
  it('writers wait neither for one another nor for the sealer; nothing is sealed before it is committed', async () => {
    const [writer, other] = [await pool.connect(), await pool.connect()]
    const insert = `INSERT INTO audit_event (id, kind) VALUES ($1, 'login.opened')`
    await writer.query('BEGIN')
    await writer.query(insert, [newId()])
    await other.query(`BEGIN; SET LOCAL lock_timeout = '200ms'`)
    await other.query(insert, [newId()])
    await other.query('COMMIT')
    expect(await sealEvents()).toBe(1)
    await writer.query('COMMIT')
    expect(await sealEvents()).toBe(1)
    // A sealer that stands still in the middle holds nobody up, and a second one leaves the work to it.
    await other.query(`BEGIN; SELECT pg_advisory_xact_lock(hashtext('audit-chain'))`)
    await writer.query(`SET lock_timeout = '200ms'`)
    await writer.query(insert, [newId()])
    expect(await sealEvents()).toBe(0)
    await other.query('COMMIT')
    await writer.query('RESET lock_timeout')
    writer.release()
    other.release()
    expect(await sealEvents()).toBe(1)
    expect((await verifyChain()).broken).toBeNull()
  })

  it('seals each event once while eight write and three seal', async () => {
    let isWriting = true
    const sealing = Array.from({ length: 3 }, async () => {
      while (isWriting) await sealEvents()
    })
    await Promise.all(Array.from({ length: 8 }, () => happen(40)))
    isWriting = false
    await Promise.all(sealing)
    await sealEvents()
    expect(await verifyChain()).toMatchObject({ sealed: 1_203 + 320, waiting: 0, broken: null })
    expect(await db.auditEvent.count()).toBe(1_523)
  })
})
