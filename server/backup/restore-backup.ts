import 'server-only'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg, { type ClientBase } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { keysFit, type Manifest, readManifest, rowsFile } from './manifest'
import { hashing, RowsHash } from './rows-hash'
import { copyTarget, migrationsOf, sameTextEverywhere, type Table, tablesInOrder } from './tables'
import type { OnTable } from './write-backup'

/** Why nothing was restored. `subject` in the detail names the table or migration. */
export type RestoreRefusal =
  | 'damaged' // a file is missing, or not what the manifest says
  | 'other-migrations' // the database is at another level than the backup
  | 'not-empty' // the database holds rows
  | 'other-keys' // this installation cannot read the encrypted columns of the backup
  | 'not-verified' // what was read in is not what was written out; rolled back

/**
 * Reads a backup into the empty database at `url`, which must be migrated to the same level, in one transaction, and verifies it:
 * each table is given out again and must hold the very rows of the backup. Refuses, and writes nothing, otherwise.
 *
 * @throws Error when the folder holds no manifest, or the database cannot be reached or refuses a row
 */
export async function restoreBackup(
  url: string,
  folder: string,
  onTable: OnTable = () => {},
): Promise<Outcome<Manifest, RestoreRefusal>> {
  const manifest = await readManifest(folder)
  if (!keysFit(manifest.keys)) return refuse('other-keys')
  for (const { name, fileSha256 } of manifest.tables) {
    if ((await hashOfFile(rowsFile(folder, name))) !== fileSha256) return refuse('damaged', { subject: name })
  }
  const client = new pg.Client({ connectionString: url, application_name: 'zhixing-restore' })
  await client.connect()
  try {
    await client.query('BEGIN')
    const outcome = await restoreInto(client, folder, manifest, onTable)
    await client.query(outcome.ok ? 'COMMIT' : 'ROLLBACK')
    if (outcome.ok) await client.query('ANALYZE')
    return outcome
  } finally {
    await client.end()
  }
}

async function hashOfFile(file: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(file), hash)
    return hash.digest('hex')
  } catch {
    return null
  }
}

async function restoreInto(
  client: ClientBase,
  folder: string,
  manifest: Manifest,
  onTable: OnTable,
): Promise<Outcome<Manifest, RestoreRefusal>> {
  const applied = await migrationsOf(client)
  if (JSON.stringify(applied) !== JSON.stringify(manifest.migrations)) {
    const known = new Set(applied.map(({ name, checksum }) => name + checksum))
    const differing = manifest.migrations.find(({ name, checksum }) => !known.has(name + checksum))
    return refuse('other-migrations', { subject: differing?.name ?? applied.at(-1)?.name ?? '' })
  }
  const tables = await tablesInOrder(client)
  for (const table of tables) {
    // Nobody may write between the look and the rows: EXCLUSIVE leaves readers alone.
    await client.query(`LOCK TABLE ${client.escapeIdentifier(table.name)} IN EXCLUSIVE MODE`)
    const { rows } = await client.query<{ held: boolean }>(
      `SELECT EXISTS (SELECT FROM ${client.escapeIdentifier(table.name)}) AS held`,
    )
    if (rows[0]?.held && !MADE_BY_STARTING.has(table.name)) return refuse('not-empty', { subject: table.name })
    if (rows[0]?.held) await client.query(`DELETE FROM ${client.escapeIdentifier(table.name)}`)
  }
  await sameTextEverywhere(client)
  for (const { name } of tables) {
    const stored = manifest.tables.find((one) => one.name === name)
    if (!stored) return refuse('damaged', { subject: name })
    await readIn(client, folder, stored)
    if ((await hashOfRows(client, stored)) !== stored.rowsHash) return refuse('not-verified', { subject: name })
    await onTable(name, stored.rows)
  }
  return ok(manifest)
}

/** Rows here appear as soon as the product runs, and mean nothing. */
const MADE_BY_STARTING = new Set(['worker_beat', 'rate_limit'])

async function readIn(client: ClientBase, folder: string, table: Table): Promise<void> {
  // What a trigger has put there meanwhile comes with the backup, too.
  await client.query(`DELETE FROM ${client.escapeIdentifier(table.name)}`)
  const into = client.query(copyFrom(`COPY ${copyTarget(client, table)} FROM STDIN`))
  await pipeline(createReadStream(rowsFile(folder, table.name)), createGunzip(), into)
}

async function hashOfRows(client: ClientBase, table: Table): Promise<string> {
  const hash = new RowsHash()
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  await pipeline(client.query(copyTo(`COPY ${copyTarget(client, table)} TO STDOUT`)), hashing(hash), nowhere)
  return hash.digest()
}
