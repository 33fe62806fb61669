import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { mobileColumns } from '@/server/crypto/mobile'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { forgetEnv } from '@/server/env'
import { useDatabase } from '@/tests/support/database'
import { readManifest } from './manifest'
import { restoreBackup } from './restore-backup'
import { writeBackup } from './write-backup'

const database = useDatabase()
const scratch = mkdtempSync(path.join(tmpdir(), 'zhixing-backup-'))
const folder = path.join(scratch, 'first')
const emptied: string[] = []

/** A fresh migrated database; dropped at the end. */
async function emptyDatabase(): Promise<string> {
  const name = `zhixing_restore_${process.pid}_${emptied.length}`
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE zhixing_template`)
  emptied.push(name)
  const url = new URL(inject('adminUrl'))
  url.pathname = `/${name}`
  return url.href
}
async function asAdmin(sql: string) {
  const client = new pg.Client({ connectionString: inject('adminUrl') })
  await client.connect()
  await client.query(sql)
  await client.end()
}
async function ask<R extends pg.QueryResultRow>(url: string, sql: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<R>(sql)
  await client.end()
  return rows
}

beforeAll(async () => {
  const [city, county] = [newId(), newId()]
  await db.region.create({ data: { id: city, code: '3302', name: '宁波市', kind: 'CITY', path: '3302.' } })
  await db.region.create({
    data: { id: county, code: '330203', name: '海曙区', kind: 'COUNTY', path: '3302.330203.', parentId: city },
  })
  const name = '欧阳\t𬭎\n\\N·艾力 "x"'
  await db.person.create({ data: { id: newId(), name, pinyinKey: 'ou yang', ...mobileColumns('13800001111') } })
  await db.auditEvent.create({ data: { id: newId(), kind: 'login.opened', detail: { text: '引号"和\\' } } })
  // Enough rows of unequal length for a server to store them in another order than they come.
  const many = Array.from({ length: 5_000 }, (_, index) => ({
    id: newId(),
    kind: 'login.opened',
    detail: { text: 'x'.repeat((index * 37) % 900) },
  }))
  await db.auditEvent.createMany({ data: many })
  await db.outbox.create({ data: { id: newId(), kind: 'k', key: 'k', payload: { a: [1, null, 'ü'] } } })
})
afterAll(async () => {
  for (const name of emptied) await asAdmin(`DROP DATABASE ${name} WITH (FORCE)`)
  rmSync(scratch, { recursive: true, force: true })
})

it('restores every row of every table into an empty database, whatever the order they are stored in', async () => {
  const manifest = await writeBackup(database.url(), folder)
  expect(manifest.tables.length).toBeGreaterThan(40)
  expect(manifest.tables.find(({ name }) => name === 'region')?.rows).toBe(2)
  const url = await emptyDatabase()
  const outcome = await restoreBackup(url, folder)
  expect(outcome.ok).toBe(true)
  const again = await writeBackup(url, path.join(scratch, 'again'))
  expect(again.tables.map(({ name, rows, rowsHash }) => ({ name, rows, rowsHash }))).toEqual(
    manifest.tables.map(({ name, rows, rowsHash }) => ({ name, rows, rowsHash })),
  )
  const people = await ask<{ name: string }>(url, 'SELECT name FROM person')
  expect(people).toEqual([{ name: '欧阳\t𬭎\n\\N·艾力 "x"' }])
})

it('is one moment, whatever is written meanwhile', async () => {
  const id = newId()
  const done: string[] = []
  const manifest = await writeBackup(database.url(), path.join(scratch, 'moment'), async (name) => {
    if (done.push(name) === 1) await db.setting.create({ data: { key: id, value: 1 } })
  })
  expect(done.indexOf('setting')).toBeGreaterThan(0)
  expect(manifest.tables.find(({ name }) => name === 'setting')?.rows).toBe(0)
})

it('lets nobody else read its files, and shows no mobile in the clear', async () => {
  for (const file of readdirSync(folder)) expect(statSync(path.join(folder, file)).mode & 0o077).toBe(0)
  const text = execFileSync('gzip', ['-dc', path.join(folder, 'person.copy.gz')], { encoding: 'utf8' })
  expect(text).not.toContain('13800001111')
})

it('never writes over an earlier backup', async () => {
  const before = readFileSync(path.join(folder, 'manifest.json'), 'utf8')
  await expect(writeBackup(database.url(), folder)).rejects.toThrow()
  expect(readFileSync(path.join(folder, 'manifest.json'), 'utf8')).toBe(before)
  expect(readdirSync(scratch).some((name) => name.endsWith('.partial'))).toBe(false)
})

it('refuses a database that holds anything, and leaves it as it was', async () => {
  const people = await db.person.count()
  expect(await restoreBackup(database.url(), folder)).toMatchObject({ ok: false, refusal: 'not-empty' })
  expect(await db.person.count()).toBe(people)
})

it('refuses a backup of another migration level', async () => {
  const url = await emptyDatabase()
  await ask(
    url,
    'DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)',
  )
  expect(await restoreBackup(url, folder)).toMatchObject({ ok: false, refusal: 'other-migrations' })
})

it('refuses when this installation could not read the encrypted columns', async () => {
  const [key, url] = [process.env.DATA_KEY, await emptyDatabase()]
  process.env.DATA_KEY = Buffer.alloc(32, 9).toString('base64')
  forgetEnv()
  expect(await restoreBackup(url, folder)).toMatchObject({ ok: false, refusal: 'other-keys' })
  process.env.DATA_KEY = key
  forgetEnv()
})

it('notices a changed file before it writes anything', async () => {
  const damaged = path.join(scratch, 'damaged')
  execFileSync('cp', ['-r', folder, damaged])
  const file = path.join(damaged, 'region.copy.gz')
  const bytes = readFileSync(file)
  bytes[bytes.length - 6] = (bytes[bytes.length - 6] ?? 0) ^ 1
  writeFileSync(file, bytes)
  const outcome = await restoreBackup(await emptyDatabase(), damaged)
  expect(outcome).toEqual({ ok: false, refusal: 'damaged', detail: { subject: 'region' } })
})

it('rolls everything back when what was read in is not what was written out', async () => {
  const changed = path.join(scratch, 'changed')
  execFileSync('cp', ['-r', folder, changed])
  const file = path.join(changed, 'manifest.json')
  const manifest = await readManifest(changed)
  for (const table of manifest.tables) if (table.name === 'person') table.rowsHash = '0'.repeat(64)
  writeFileSync(file, JSON.stringify(manifest))
  const url = await emptyDatabase()
  expect(await restoreBackup(url, changed)).toMatchObject({ ok: false, refusal: 'not-verified' })
  expect(await ask(url, 'SELECT id FROM region')).toEqual([])
})
