// Starts, or adopts, an embedded PostgreSQL in a data folder of ours: loopback only, generated password, data checksums.
// Only the binaries of the package are used: its own starter shares our process group, so that Ctrl-C would stop the
// database before the web server has answered its last request.
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { isRoot, placeForPostgres, postgresUser } from './start/places.mjs'
import { isAlive, isProgram } from './start/processes.mjs'

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

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

/** The running server of this data folder, by its own postmaster.pid: {pid, port}, or null. */
export function runningPostgres(dataFolder) {
  const file = join(dataFolder, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, folder, , port] = readFileSync(file, 'utf8').split('\n')
  if (!isAlive(Number(pid))) return null
  // After a crash the id may belong to another program, or to a zombie.
  if (isSameFolder(folder, dataFolder) && isProgram(Number(pid), /postgres/))
    return { pid: Number(pid), port: Number(port) }
  rmSync(file)
  return null
}

/** Also when one of them leads there by a symbolic link: the server's pid file must not be taken for a dead one's. */
function isSameFolder(one, other) {
  try {
    return realpathSync(one) === realpathSync(other)
  } catch {
    return false
  }
}

/** @throws Error when the server lives but does not take our password: waiting would not help */
async function answers(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch (error) {
    if (error.code === '28P01') {
      throw new Error('The data folder was made with another password than the one in pg-password; put that file back.')
    }
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function stopProcess(pid) {
  for (const [signal, seconds] of [
    ['SIGINT', 60],
    ['SIGQUIT', 10],
  ]) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    for (let waited = 0; waited < seconds * 20 && isAlive(pid); waited++) await pause(50)
  }
}

function initialise({ initdb, dataFolder, password, user }) {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const secret = mkdtempSync(join(tmpdir(), 'zhixing-'))
  const passwordFile = join(secret, 'password')
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (user) for (const path of [dataFolder, secret, passwordFile]) chownSync(path, user.uid, user.gid)
  const { status, stderr } = spawnSync(
    initdb,
    [
      `--pgdata=${dataFolder}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--data-checksums',
    ].map((flag) => (process.platform === 'darwin' ? flag.replace('C.UTF-8', 'C') : flag)),
    { ...user, cwd: dataFolder, encoding: 'utf8', env: plainEnv() },
  )
  rmSync(secret, { recursive: true, force: true })
  if (status !== 0) throw new Error(`initdb: ${stderr?.trim()}`)
}

/** The database gets no secret of ours through its environment. */
const plainEnv = () => ({ PATH: process.env.PATH ?? '', LC_MESSAGES: 'C', TZ: 'UTC' })

/**
 * @param {string} folder holds `pg-password` (0600), `postgres.log` and, when the database's user can reach it, `pg/` (the data)
 * @param {{settings?: string[], wantedPort?: number, outlives?: boolean}} options wantedPort: a restarted database keeps its port, so that
 *   addresses handed out stay true; outlives: it stays when this process ends without stopping it
 * @returns {Promise<{url: (database?: string) => string, port: number, stop: () => Promise<void>, adopted: boolean, pid: number, note?: string}>}
 * @throws Error with a sentence for the user, when there is no place, user or binary for the database
 */
export async function startPostgres(folder, { settings = [], wantedPort = 0, outlives = false } = {}) {
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const user = isRoot() ? postgresUser() : undefined
  const { dataFolder, binaries, note } = await placeForPostgres(folder, user)
  const passwordFile = join(folder, 'pg-password')
  if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 })
  const password = readFileSync(passwordFile, 'utf8').trim()
  const urlAt =
    (port) =>
    (database = 'zhixing') =>
      `postgres://postgres:${password}@127.0.0.1:${port}/${database}`

  const running = runningPostgres(dataFolder)
  if (running) {
    const url = urlAt(running.port)
    for (let tries = 0; tries < 120 && isAlive(running.pid); tries++) {
      if (await answers(url('postgres'))) {
        return { url, port: running.port, adopted: true, pid: running.pid, stop: () => stopProcess(running.pid), note }
      }
      await pause(500)
    }
  }
  const postgres = join(binaries, 'postgres')
  for (const name of ['postgres', 'initdb']) {
    const path = join(binaries, name)
    if ((statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755)
  }
  if (!existsSync(join(dataFolder, 'PG_VERSION'))) {
    // Under another name first: an initdb that is killed leaves nothing that looks like a database.
    const fresh = `${dataFolder}.new`
    for (const left of [fresh, dataFolder]) rmSync(left, { recursive: true, force: true })
    initialise({ initdb: join(binaries, 'initdb'), dataFolder: fresh, password, user })
    renameSync(fresh, dataFolder)
  }
  const log = join(folder, 'postgres.log')
  const { port, pid } = await launch({ postgres, dataFolder, settings, user, log, urlAt, wantedPort })
  if (!outlives) process.once('exit', () => isAlive(pid) && process.kill(pid, 'SIGINT'))
  return { url: urlAt(port), port, adopted: false, pid, stop: () => stopProcess(pid), note }
}

async function launch({ postgres, dataFolder, settings, user, log, urlAt, wantedPort }) {
  const args = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings].flatMap((one) => ['-c', one])
  for (let tries = 0; ; tries++) {
    const port = tries < 10 && wantedPort ? wantedPort : await freePort()
    const output = openSync(log, 'w', 0o600)
    // A process group of its own: Ctrl-C in the terminal reaches our supervisor only.
    const server = spawn(postgres, ['-D', dataFolder, '-p', String(port), ...args], {
      ...user,
      cwd: dataFolder,
      detached: true,
      env: plainEnv(),
      stdio: ['ignore', output, output],
    })
    let failure
    server.on('error', (error) => {
      failure = error
    })
    server.unref()
    // Replaying the journal after a crash may take minutes; as long as the server lives, wait.
    while (!failure && server.exitCode === null && server.signalCode === null) {
      const isUp = await answers(urlAt(port)('postgres')).catch(async (error) => {
        await stopProcess(server.pid)
        throw error
      })
      if (isUp) return { port, pid: server.pid }
      await pause(100)
    }
    const told = failure?.message ?? readFileSync(log, 'utf8').trim().split('\n').slice(-4).join('\n')
    // Backends of a killed server leave within seconds; a port may have been taken meanwhile.
    if (tries >= 20 || !/pre-existing shared memory|Address already in use|lock file/.test(told)) {
      throw new Error(`PostgreSQL: ${told}`)
    }
    await pause(1000)
  }
}

/** Creates the database when it is not there yet. */
export async function ensureDatabase(adminUrl, name) {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
  if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  await client.end()
}
