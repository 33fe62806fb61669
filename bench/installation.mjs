// The product as it runs in an office, on a port and a data folder of its own: production build, embedded PostgreSQL, demonstration.
import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { buildIfNeeded } from '../scripts/build.mjs'
import { ensureDatabase, startPostgres } from '../scripts/embedded-postgres.mjs'
import { migrate } from '../scripts/start/database.mjs'
import { firstData } from '../scripts/start/first-data.mjs'
import { prepareFolders } from '../scripts/start/folder.mjs'
import { claimStart, refuseBusyPort } from '../scripts/start/one-start.mjs'
import { bundleFolder, dataFolder, root } from '../scripts/start/places.mjs'
import { childEnv } from '../scripts/start/settings.mjs'
import { hashOf } from '../scripts/start/source-hash.mjs'

/**
 * Builds when sources changed, loads the demonstration once per day and schema, and starts web and worker on a fresh copy of it, so that
 * no run sees what an earlier one left behind.
 */
export async function openInstallation({ port, isProfiled, country = null }) {
  const { postgres, settings } = await openPostgres(port)
  // A country is hardly written to, and too large to copy for each run: it is brought up to date where it is.
  if (country) migrate(postgres.url(country))
  else await freshCopy(postgres, await demonstration(postgres, settings))
  const env = settings(country ?? 'bench')
  const profile = isProfiled ? ['--cpu-prof', `--cpu-prof-dir=${join(root, 'bench/results/profiles')}`] : []
  const started = await Promise.all([startEntry('web', env, profile), startEntry('worker', env, [])])
  const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 4, application_name: 'bench' })
  pool.on('error', () => {})
  return {
    env,
    port,
    postgresPid: postgres.pid,
    appRoots: started.map((child) => child.pid),
    rows: async (sql, values = []) => (await pool.query(sql, values)).rows,
    access: country ? null : JSON.parse(readFileSync(join(dataFolder, 'demonstration.json'), 'utf8')),
    async close() {
      await pool.end()
      await Promise.all(started.map(stopEntry))
      await postgres.stop()
    },
  }
}

/** PostgreSQL of the bench's own data folder, the product built; and the settings of a process that uses one of its databases. */
export async function openPostgres(port) {
  prepareFolders()
  await claimStart(port)
  await refuseBusyPort(port)
  // As scripts/start/database.mjs starts it.
  const postgres = await startPostgres(dataFolder, { settings: ['max_connections=60'] })
  const buildId = await buildIfNeeded({ env: childEnv({ url: postgres.url(), port }) })
  return { postgres, settings: (database) => childEnv({ url: postgres.url(database), port, buildId }) }
}

/** A second web process of the same installation on another port, as behind a balancer. */
export async function startSecondWeb({ env }, port) {
  const child = await startEntry('web', { ...env, PORT: String(port) }, [])
  return { close: () => stopEntry(child) }
}

/** A database that holds the demonstration of today and nothing else; made when it is missing. @returns its name */
async function demonstration(postgres, settings) {
  const day = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
  const name = `demo_${day.replaceAll('-', '')}_${hashOf(['prisma', 'content', 'package-lock.json']).slice(0, 8)}`
  const admin = (sql) => runOn(postgres.url('postgres'), sql)
  const known = (await admin(`SELECT datname FROM pg_database WHERE datname LIKE 'demo%'`)).map((row) => row.datname)
  if (known.includes(name)) return name
  for (const old of known) await admin(`DROP DATABASE "${old}" WITH (FORCE)`)
  await ensureDatabase(postgres.url('postgres'), 'demo_loading')
  migrate(postgres.url('demo_loading'))
  await firstData({ url: postgres.url('demo_loading'), env: settings('demo_loading'), isEmpty: false })
  await runOn(postgres.url('demo_loading'), 'VACUUM ANALYZE')
  await admin(`ALTER DATABASE demo_loading RENAME TO "${name}"`)
  return name
}

async function freshCopy(postgres, template) {
  await runOn(postgres.url('postgres'), 'DROP DATABASE IF EXISTS bench WITH (FORCE)')
  await runOn(postgres.url('postgres'), `CREATE DATABASE bench TEMPLATE "${template}"`)
}

/** The rows of one statement on a database of its own connection. */
export async function runOn(url, sql) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Starts dist/<name>.mjs as the supervisor does. @returns the process, once it says that it is ready */
function startEntry(name, env, nodeOptions) {
  mkdirSync(join(dataFolder, 'log'), { recursive: true })
  const output = openSync(join(dataFolder, 'log', `${name}.log`), 'w', 0o600)
  const child = spawn(process.execPath, [...nodeOptions, join(bundleFolder, `${name}.mjs`)], {
    cwd: root,
    env,
    stdio: ['ignore', output, output, 'ipc'],
  })
  closeSync(output)
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child))
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}; see ${dataFolder}/log/${name}.log`)))
  })
}

function stopEntry(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', resolve)
    child.send('stop')
  })
}
