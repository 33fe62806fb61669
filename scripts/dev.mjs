// `npm run dev`: the same database, keys and worker as `npm start`, with pages compiled on request and content on every change.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { checkNode } from './start/node-version.mjs'
import { startOptions } from './start/options.mjs'
import { bundleFolder, root } from './start/places.mjs'
import { orSentence, say } from './start/say.mjs'

checkNode()
await orSentence(async () => {
  const { port, empty } = startOptions()
  const { claimStart, refuseBusyPort } = await import('./start/one-start.mjs')
  const { prepareFolders } = await import('./start/folder.mjs')
  const { prepare } = await import('./start/prepare.mjs')
  prepareFolders()
  await claimStart(port)
  await refuseBusyPort(port)
  const database = await prepare()
  const children = []
  const end = async () => {
    for (const child of children.reverse()) child.kill('SIGTERM')
    await database.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end)

  const { generate } = await import('./build.mjs')
  const { bundleEntries } = await import('./bundle.mjs')
  const { firstData } = await import('./start/first-data.mjs')
  const { childEnv } = await import('./start/settings.mjs')
  const { printWelcome } = await import('./start/welcome.mjs')
  await generate()
  await bundleEntries()
  const env = childEnv({ url: database.url, port })
  const data = await firstData({ url: database.url, env, isEmpty: empty })
  const child = (args, mode) => {
    const started = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...env, NODE_ENV: mode } })
    children.push(started)
    return started
  }
  child([join(bundleFolder, 'worker.mjs')], 'production')
  child(['scripts/content-build.mjs', '--watch'], 'development')
  const pages = ['node_modules/next/dist/bin/next', 'dev', '-p', String(port), '-H', process.env.HOST ?? '127.0.0.1']
  child(pages, 'development').once('exit', end)
  printWelcome({ port, ...data })
  say('后台任务的代码改动后请重新运行', 'Run it again after a change to the worker')
})
