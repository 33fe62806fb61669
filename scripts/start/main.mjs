// `npm start`: one supervisor over database, web and worker.
import { join } from 'node:path'
import { keepRunning, lastLines } from './children.mjs'
import { firstData } from './first-data.mjs'
import { HELP, startOptions } from './options.mjs'
import { prepareFolders } from './folder.mjs'
import { claimStart, refuseBusyPort } from './one-start.mjs'
import { bundleFolder } from './places.mjs'
import { prepare } from './prepare.mjs'
import { EXIT, orSentence, say } from './say.mjs'
import { childEnv } from './settings.mjs'
import { printWelcome } from './welcome.mjs'

export const start = (args) => orSentence(() => run(startOptions(args)))

async function run(options) {
  if (options.help) return console.log(HELP)
  const { port } = options
  prepareFolders()
  await claimStart(port)
  await refuseBusyPort(port)
  const ending = endOnSignal()
  const database = await prepare()
  ending.finish(database.stop)
  try {
    await serve({ ...options, database, ending })
  } catch (error) {
    if (!ending.hasBegun()) await database.stop()
    throw error
  }
}

async function serve({ port, rebuild, empty, database, ending }) {
  const { url } = database
  const { buildIfNeeded } = await import('../build.mjs')
  const buildId = await buildIfNeeded({ isForced: rebuild, env: childEnv({ url, port }) })
  const env = childEnv({ url, port, buildId })
  const data = await firstData({ url, env, isEmpty: empty })
  ending.add(database.guard(() => ending.begin(EXIT.failed)))
  say('正在启动网站和后台任务', 'Starting web and worker')
  const child = (name, zh) => {
    const onGiveUp = (code) => {
      console.error(lastLines(name))
      ending.begin(code)
    }
    // The web process keeps its memory small; imports and batches, which need more, run in the worker.
    const limits = name === 'web' ? ['--max-old-space-size=512'] : []
    const kept = keepRunning({ name, zh, args: [...limits, join(bundleFolder, `${name}.mjs`)], env, onGiveUp })
    ending.add(kept.stop)
    return kept
  }
  const worker = child('worker', '后台任务')
  const web = child('web', '网站')
  await Promise.all([web.ready, worker.ready])
  printWelcome({ port, ...data })
}

/**
 * Ctrl-C and SIGTERM end what was added last first: web, worker, then the database. Again: at once.
 */
function endOnSignal() {
  const steps = []
  let last = async () => {}
  let isEnding = false
  const begin = async (code = 0) => {
    if (isEnding) return
    isEnding = true
    say('正在停止：网站 → 后台任务 → 数据库', 'Stopping web, worker, database')
    for (const step of steps.reverse()) await step()
    await last()
    say('已停止', 'Stopped')
    process.exit(code)
  }
  let asked = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      asked += 1
      if (asked > 2) process.exit(130)
      void begin(0)
    })
  }
  // npm, told to end by something else than Ctrl-C, goes without telling us.
  const parent = process.ppid
  const orphaned = () => process.env.npm_lifecycle_event && process.ppid !== parent && void begin(0)
  setInterval(orphaned, 1000).unref()
  const finish = (step) => {
    last = step
  }
  return { add: (step) => steps.push(step), begin, finish, hasBegun: () => isEnding }
}
