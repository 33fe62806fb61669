import 'server-only'
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg, { type ClientBase } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { keyMarks, MANIFEST_FILE, type Manifest, rowsFile } from './manifest'
import { hashing, RowsHash } from './rows-hash'
import { copyTarget, migrationsOf, sameTextEverywhere, type Table, tablesInOrder } from './tables'

/** Told after each table; what it waits for is waited for. */
export type OnTable = (name: string, rows: number) => void | Promise<void>

/**
 * Writes every table of the database at `url` into a new folder: one compressed COPY file a table, all of one moment
 * (REPEATABLE READ, read only), and a manifest with counts and checksums. Work goes on meanwhile; nothing is locked.
 *
 * The folder gets its name only when it is complete and on disk: a folder without ".partial" is a whole backup. Files are 0600,
 * as they hold personal data; mobiles in them stay encrypted, and the keys are not part of it.
 *
 * @throws Error when the folder is there already, or the disk is full; what was begun is removed
 */
export async function writeBackup(url: string, folder: string, onTable: OnTable = () => {}): Promise<Manifest> {
  const partial = `${folder}.partial`
  const client = new pg.Client({ connectionString: url, application_name: 'zhixing-backup' })
  await client.connect()
  try {
    await mkdir(path.dirname(folder), { recursive: true })
    await mkdir(partial, { mode: 0o700 })
    try {
      const manifest = await writeTables(client, partial, onTable)
      await writeFile(path.join(partial, MANIFEST_FILE), `${JSON.stringify(manifest, null, 1)}\n`, {
        mode: 0o600,
        flush: true,
      })
      await renameNew(partial, folder)
      return manifest
    } catch (error) {
      await rm(partial, { recursive: true, force: true })
      throw error
    }
  } finally {
    await client.end()
  }
}

/** Renames, and never onto an earlier backup. */
async function renameNew(from: string, to: string): Promise<void> {
  await mkdir(to, { mode: 0o700 })
  await rename(from, to)
  const parent = await open(path.dirname(to))
  await parent.sync().finally(() => parent.close())
}

async function writeTables(client: ClientBase, folder: string, onTable: OnTable): Promise<Manifest> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  await sameTextEverywhere(client)
  const { rows } = await client.query<{ version: number; now: Date }>(
    "SELECT current_setting('server_version_num')::int AS version, transaction_timestamp() AS now",
  )
  const tables: Manifest['tables'] = []
  for (const table of await tablesInOrder(client)) {
    const written = await writeTable(client, folder, table)
    tables.push(written)
    await onTable(table.name, written.rows)
  }
  const migrations = await migrationsOf(client)
  await client.query('COMMIT')
  return {
    format: 1,
    createdAt: (rows[0]?.now ?? new Date()).toISOString(),
    postgres: rows[0]?.version ?? 0,
    migrations,
    keys: keyMarks(),
    tables,
  }
}

async function writeTable(client: ClientBase, folder: string, table: Table): Promise<Manifest['tables'][number]> {
  const [ofRows, ofFile] = [new RowsHash(), createHash('sha256')]
  const rows = client.query(copyTo(`COPY ${copyTarget(client, table)} TO STDOUT`))
  const file = createWriteStream(rowsFile(folder, table.name), { mode: 0o600, flush: true })
  await pipeline(rows, hashing(ofRows), createGzip({ level: 6 }), hashing(ofFile), file)
  return { ...table, rows: rows.rowCount, fileSha256: ofFile.digest('hex'), rowsHash: ofRows.digest() }
}
