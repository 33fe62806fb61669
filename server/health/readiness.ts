import 'server-only'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { env } from '@/server/env'

const LIMIT_MS = 1_000
/** A worker that gave no sign of life for this long is reported, but does not take the pages away. */
const BEAT_SECONDS = 30

export type Readiness = { isReady: boolean; database: boolean; migrations: boolean; worker: boolean }

let known: string[] | undefined
function migrationNames(): string[] {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), 'prisma', 'migrations')
  known ??= readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  return known
}

/**
 * Whether this process can serve: the database answers within a second and holds every migration of this build.
 * Says yes or no to each, nothing else: no version, host, name or time. Never throws.
 *
 * It uses a connection of its own, so that a pool full of slow requests does not look like a lost database.
 */
export async function readiness(): Promise<Readiness> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: LIMIT_MS,
    query_timeout: LIMIT_MS,
    statement_timeout: LIMIT_MS,
    application_name: 'zhixing-ready',
  })
  client.on('error', () => {})
  const none = { isReady: false, database: false, migrations: false, worker: false }
  const lost = new Promise<Readiness>((resolve) => setTimeout(resolve, LIMIT_MS, none).unref())
  const asked = ask(client).catch(() => none)
  const answer = await Promise.race([asked, lost])
  client.end().catch(() => {})
  return answer
}

async function ask(client: pg.Client): Promise<Readiness> {
  await client.connect()
  const { rows } = await client.query<{ applied: string[]; worker: boolean }>(
    `SELECT ARRAY(SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL) AS applied,
       EXISTS (SELECT FROM worker_beat WHERE at > clock_timestamp() - make_interval(secs => $1)) AS worker`,
    [BEAT_SECONDS],
  )
  const [row] = rows
  if (!row) throw new Error('No row.')
  const applied = new Set(row.applied)
  const migrations = migrationNames().every((name) => applied.has(name))
  return { isReady: migrations, database: true, migrations, worker: row.worker }
}
