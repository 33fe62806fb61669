// The database of this installation: the one DATABASE_URL names, or our own PostgreSQL in .data.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { dataFolder, root } from './places.mjs'
import { isAlive, isProgram } from './processes.mjs'
import { EXIT, say, Stop } from './say.mjs'

const OLDEST = 150_000
// Rows here say nothing about whether somebody uses the database.
const MACHINERY = ['_prisma_migrations', 'worker_beat', 'rate_limit', 'setting']
const keeperFile = join(dataFolder, 'database.json')

/**
 * Opens the database and checks that it is new and safe enough.
 *
 * @returns {Promise<{url: string, isEmbedded: boolean, stop: () => Promise<void>, guard: (isStopping: () => boolean) => Promise<void>}>}
 * @throws Stop when it cannot be reached, is too old, or would lose acknowledged answers in a crash
 */
export async function openDatabase() {
  const database = process.env.DATABASE_URL ? given(process.env.DATABASE_URL) : await embedded()
  await check(database)
  return database
}

function given(url) {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new Stop(
      EXIT.config,
      'DATABASE_URL 应形如 postgres://用户:密码@主机:5432/数据库',
      'DATABASE_URL must look like postgres://user:password@host:5432/database',
    )
  }
  return { url, isEmbedded: false, stop: async () => {}, guard: async () => {} }
}

/** Whether another living process of ours (npm start, dev-db) keeps this server and will stop it. */
function isKeptByAnother(serverPid) {
  if (!existsSync(keeperFile)) return false
  const { server, keeper } = JSON.parse(readFileSync(keeperFile, 'utf8'))
  return server === serverPid && keeper !== process.pid && isAlive(keeper) && isProgram(keeper, /node|npm/)
}
const keep = (server) => writeFileSync(keeperFile, JSON.stringify({ server, keeper: process.pid }), { mode: 0o600 })

async function embedded() {
  const { ensureDatabase, startPostgres } = await import('../embedded-postgres.mjs')
  const open = (wantedPort) =>
    startPostgres(dataFolder, { wantedPort, settings: ['max_connections=80'] }).catch((error) => {
      throw new Stop(EXIT.failed, `数据库无法启动：${error.message}`, 'The database did not start; see above.')
    })
  let server = await open()
  if (server.note) say(`数据库放在 ${server.note}`, `The database lives in ${server.note}`)
  if (server.adopted) say('数据库已在运行，直接使用', 'The database runs already; using it')
  const isGuest = isKeptByAnother(server.pid)
  if (!isGuest) keep(server.pid)
  await ensureDatabase(server.url('postgres'), 'zhixing')
  return {
    url: server.url(),
    isEmbedded: true,
    stop: async () => {
      if (!isGuest) await server.stop()
    },
    /** Starts the server again on the same port when it dies under us; web and worker find it again by themselves. */
    async guard(isStopping) {
      while (!isStopping()) {
        await wait(500)
        if (isStopping() || isProgram(server.pid, /postgres/)) continue
        say('数据库意外停止，正在重新启动', 'The database stopped unexpectedly; starting it again')
        try {
          server = await open(server.port)
          keep(server.pid)
          say('数据库已恢复', 'The database is back')
        } catch (error) {
          console.error(error.message)
          await wait(2000)
        }
      }
    },
  }
}

async function check({ url, isEmbedded }) {
  const [row] = await rows(
    url,
    `SELECT current_setting('server_version_num')::int AS version, current_setting('fsync') AS fsync,
       current_setting('synchronous_commit') AS commit, current_setting('data_checksums') AS checksums`,
  )
  const major = Math.floor(row.version / 10_000)
  if (row.version < OLDEST) {
    throw new Stop(
      EXIT.config,
      `PostgreSQL 版本过低（${major}），需要 15 或更高版本。`,
      `PostgreSQL ${major} is too old; 15 or newer is needed.`,
    )
  }
  if (row.fsync !== 'on' || row.commit === 'off') {
    throw new Stop(
      EXIT.config,
      '数据库关闭了 fsync 或 synchronous_commit，断电会丢失已提交的答案，拒绝启动。',
      'fsync or synchronous_commit of the database is off, so answers could be lost; not starting.',
    )
  }
  if (row.checksums !== 'on' && !isEmbedded) {
    say('提示：数据库未开启数据校验和', 'Note: the database has no data checksums')
  }
}

/** One query on a connection of its own. @throws Stop when the database cannot be reached */
export async function rows(url, sql, values = []) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    const reason = error.code ?? error.message
    throw new Stop(
      EXIT.unavailable,
      `无法连接数据库（${reason}）。请检查 DATABASE_URL、用户名和密码。`,
      `The database cannot be reached (${reason}). Check DATABASE_URL, user and password.`,
    )
  }
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** Applies the migrations that are missing; of several machines one does it, under the engine's advisory lock. */
export function migrate(url) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('scripts', 'migrate.mjs'), 'deploy'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: url },
  })
  if (status !== 0)
    throw new Stop(EXIT.failed, `数据库升级失败：\n${stdout}${stderr}`, 'Migrating the database failed; see above.')
}

/** What the database holds: whether anything at all, whether regions, and how far the demonstration came. */
export async function contentsOf(url) {
  const tables = await rows(
    url,
    `SELECT format('%I', tablename) AS name, tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1)`,
    [MACHINERY],
  )
  const [{ holds }] = await rows(
    url,
    `SELECT ${tables.map(({ name }) => `EXISTS (SELECT FROM ${name})`).join(' OR ')} AS holds`,
  )
  const [state] = await rows(
    url,
    `SELECT (SELECT value->>'state' FROM setting WHERE key = 'demonstration') AS demonstration,
       EXISTS (SELECT FROM region) AS regions,
       EXISTS (SELECT FROM officer_grant WHERE retracted_at IS NULL) AS officers`,
  )
  return { ...state, holds }
}
