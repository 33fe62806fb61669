import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { sealEvents } from '@/server/audit/seal-events'
import { db, pool } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { useDatabase } from '@/tests/support/database'
// @ts-expect-error plain JavaScript, shared with the start script
import { bundleEntries } from '../bundle.mjs'

const database = useDatabase()

/** The command as `npm run audit:verify` starts it once the database is there. */
function verify(...args: string[]) {
  const env = { ...process.env, DATABASE_URL: database.url(), AUDIT_ANCHOR_FILE: '/nowhere/audit-anchors.jsonl' }
  return spawnSync(process.execPath, [join('dist', 'audit-verify.mjs'), ...args], { env, encoding: 'utf8' })
}

beforeAll(async () => {
  await bundleEntries(['audit-verify'])
  await db.auditEvent.createMany({ data: Array.from({ length: 12 }, () => ({ id: newId(), kind: 'login.opened' })) })
  await sealEvents()
})

it('says that the chain holds, and that no anchors from outside were there', () => {
  const { status, stdout } = verify()
  expect(stdout).toMatch(/已封存 12 条/)
  expect(stdout).toMatch(/没有找到库外锚点文件/)
  expect(stdout).toMatch(/审计链完整/)
  expect(status).toBe(0)
})

it('ends with 1 and names the first broken row after somebody with every right changed one', async () => {
  const { rows } = await pool.query<{ id: string }>('SELECT event_id AS id FROM audit_seal WHERE seq = 7')
  await pool.query('BEGIN; SET LOCAL session_replication_role = replica; UPDATE audit_event SET kind = $$x$$; COMMIT')
  await pool.query(
    `BEGIN; SET LOCAL session_replication_role = replica; UPDATE audit_event SET kind = 'login.opened'; COMMIT`,
  )
  expect(verify().status).toBe(0)
  await pool.query(`BEGIN; SET LOCAL session_replication_role = replica;
    UPDATE audit_event SET kind = 'login.closed' WHERE id IN (SELECT event_id FROM audit_seal WHERE seq IN (7, 9)); COMMIT`)
  const { status, stderr } = verify()
  expect(stderr).toContain(`第一处不符：#7 ${rows[0]?.id}  内容与封存时不同`)
  expect(stderr).toContain(`First broken row: #7 ${rows[0]?.id}`)
  expect(status).toBe(1)
})

it('ends with 70 when it could not look', () => {
  expect(verify('/nowhere/at-all').status).toBe(70)
})
