// The start, step by step. Imported only once Node is known to be new enough.
import { installDependencies } from './dependencies.mjs'
import { prepareFolders } from './folder.mjs'
import { claimStart, refuseBusyPort } from './one-start.mjs'
import { HELP, startOptions } from './options.mjs'
import { dataFolder } from './places.mjs'
import { EXIT, say, Stop } from './say.mjs'
import { secretsOf } from './secrets.mjs'

/** Runs everything until Ctrl-C; ends the process with one sentence and a code when it cannot. */
export async function start(args) {
  const run = { stops: [], isStopping: false }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(run, 0))
  try {
    await begin(run, startOptions(args))
  } catch (error) {
    if (run.isStopping) return
    console.error(error instanceof Stop ? `\n${error.message}` : error)
    await stop(run, error instanceof Stop ? error.code : EXIT.failed)
  }
}

async function begin(run, options) {
  if (options.help) {
    console.log(HELP)
    process.exit(0)
  }
  prepareFolders()
  await refuseBusyPort(options.port)
  await claimStart(options.port)
  installDependencies()
  const secrets = secretsOf(dataFolder)

  const { buildIfNeeded } = await import('../build.mjs')
  const buildId = await buildIfNeeded({ isForced: options.rebuild, env: secrets })
  if (run.isStopping) return

  say('正在启动数据库', 'Starting the database')
  const { migrate, openDatabase } = await import('./database.mjs')
  const database = await openDatabase()
  run.stops.push(['数据库', 'database', () => database.stop()])
  if (run.isStopping) return
  migrate(database.url)

  const origin = process.env.APP_ORIGIN ?? `http://localhost:${options.port}`
  const env = {
    ...process.env,
    ...secrets,
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    PORT: String(options.port),
    BUILD_ID: buildId,
    NEXTAUTH_URL: origin,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_OPTIONS: process.env.NODE_OPTIONS ?? '--max-old-space-size=512',
  }
  const { fillDatabase } = await import('./contents.mjs')
  const lines = await fillDatabase({ url: database.url, isEmpty: options.empty, env, origin })
  if (run.isStopping) return
  await serve(run, env)
  void database.guard(() => run.isStopping)
  if (!run.isStopping)
    console.log(
      ['', `知行已就绪 · Zhixing is ready:  ${origin}`, ...lines, '按 Ctrl-C 停止 · Ctrl-C stops it', ''].join('\n'),
    )
}

/** Starts worker and web; resolves when the pages can be opened. */
async function serve(run, env) {
  const { supervise } = await import('./supervise.mjs')
  say('正在启动网页和后台任务', 'Starting web and worker')
  const begun = (name, zh) =>
    new Promise((resolve, reject) => {
      const child = supervise(name, {
        env,
        onReady: resolve,
        onGivenUp: (code) =>
          reject(new Stop(code, `${zh}没有启动，说明见上。`, `The ${name} process did not start; see above.`)),
      })
      run.stops.push([zh, name, () => child.stop(), child.kill])
    })
  const worker = begun('worker', '后台任务')
  await Promise.all([worker, begun('web', '网页')])
}

/** Web first, then worker, then database; a second Ctrl-C does not wait for requests under way. */
async function stop(run, code) {
  if (run.isStopping) {
    for (const [, , , kill] of run.stops) kill?.()
    return
  }
  run.isStopping = true
  for (const [zh, en, end] of run.stops.reverse()) {
    say(`正在停止${zh}`, `Stopping ${en}`)
    await end().catch((error) => console.error(error.message))
  }
  process.exit(code)
}
