// The database of this installation: DATABASE_URL, or our own PostgreSQL; migrated.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { dataFolder, root } from './places.mjs'
import { isAlive } from './processes.mjs'
import { EXIT, say, Stop } from './say.mjs'

const OLDEST = 15
/** Tables that hold something although nobody has done anything yet. */
const MACHINERY = ['_prisma_migrations', 'worker_beat', 'rate_limit']

/**
 * Opens the database and sees that it is one we can trust with an answer.
 *
 * @returns {Promise<{url: string, stop: () => Promise<void>, guard: (onMoved: () => void) => () => void}>}
 *   `guard` starts our own server again whenever it dies, until the function it returns is called
 */
export async function openDatabase(given = process.env.DATABASE_URL) {
  const database = given ? foreign(given) : await embedded()
  await check(database)
  return database
}

function foreign(url) {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    const shape = 'postgres://user:password@host:5432/database'
    throw new Stop(EXIT.config, `DATABASE_URL 应形如 ${shape}`, `DATABASE_URL must look like ${shape}.`)
  }
  return { url, isOurs: false, stop: async () => {}, guard: () => () => {} }
}

async function embedded() {
  const { ensureDatabase, startPostgres } = await import('../embedded-postgres.mjs')
  const open = (wantedPort) =>
    startPostgres(dataFolder, { outlives: true, wantedPort, settings: ['max_connections=60'] }).catch((error) => {
      throw new Stop(EXIT.unavailable, `数据库没有启动：${error.message}`, 'The database did not start; see above.')
    })
  let server = await open()
  if (server.adopted) say('数据库已在运行，继续使用', 'The database is running already; using it')
  if (server.note)
    say(`数据库放在 ${server.note}`, 'User "postgres" cannot enter this folder, so the database lies there')
  await ensureDatabase(server.url('postgres'), 'zhixing')
  return {
    url: server.url(),
    isOurs: true,
    stop: () => server.stop(),
    guard(onMoved) {
      const state = { isOver: false }
      const again = async () => {
        say('数据库意外停止，正在重新启动', 'The database stopped unexpectedly; starting it again')
        const { port } = server
        server = await open(port)
        if (server.port !== port) onMoved()
        say('数据库已恢复', 'The database is back')
      }
      const watch = async () => {
        while (!state.isOver) {
          if (!isAlive(server.pid)) await again().catch((error) => console.error(error.message))
          await wait(500)
        }
      }
      void watch()
      return () => {
        state.isOver = true
      }
    },
  }
}

/** New enough; a commit survives a power cut; torn pages are noticed. */
async function check({ url, isOurs }) {
  const [row] = await rows(
    url,
    `SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('fsync') AS fsync,
      current_setting('synchronous_commit') AS commit, current_setting('data_checksums') AS checksums`,
  )
  if (row.version < OLDEST) {
    throw new Stop(
      EXIT.config,
      `PostgreSQL ${row.version} 版本过低，需要 ${OLDEST} 或更高版本。`,
      `PostgreSQL ${row.version} is too old: ${OLDEST} or newer is needed.`,
    )
  }
  if (row.fsync !== 'on' || row.commit === 'off') {
    throw new Stop(
      EXIT.config,
      '数据库关闭了 fsync 或 synchronous_commit，断电会丢失已保存的答案，拒绝启动。',
      'fsync or synchronous_commit of the database is off: saved answers could be lost. Not starting.',
    )
  }
  if (row.checksums === 'on') return
  if (isOurs) throw new Stop(EXIT.config, '内置数据库没有数据校验和。', 'The embedded database has no data checksums.')
  say('提示：该数据库未开启数据校验和', 'Note: this database has no data checksums')
}

/** One query on a connection of its own. @throws Stop when the database cannot be reached */
export async function rows(url, sql, values = []) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    const why = error.code ?? error.message
    throw new Stop(
      EXIT.unavailable,
      `无法连接数据库（${why}）。请检查 DATABASE_URL 中的地址、用户、密码和数据库名。`,
      `Cannot connect to the database (${why}). Check address, user, password and name in DATABASE_URL.`,
    )
  }
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end().catch(() => {})
  }
}

/** Applies the migrations that are missing; of several machines that start at once, one does it. */
export function migrate(url) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('scripts', 'migrate.mjs'), 'deploy'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: url },
  })
  if (status === 0) return
  throw new Stop(EXIT.failed, `数据库升级失败：\n${stdout}${stderr}`, 'The database could not be migrated; see above.')
}

/** Whether no table of ours holds a row. */
export async function isEmptyDatabase(url) {
  const tables = await rows(
    url,
    `SELECT format('%I', tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1)`,
    [MACHINERY],
  )
  const exists = tables.map(({ name }) => `EXISTS (SELECT FROM public.${name})`)
  const [row] = await rows(url, `SELECT ${exists.join(' OR ')} AS holds`)
  return !row.holds
}
