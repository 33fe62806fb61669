// `node scripts/run-entry.mjs <name> …`: runs one tool (backup, restore, recount …) against this installation's database, which is
// started for it when it is not running, and stopped again.
import { existsSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { checkNode } from './start/node-version.mjs'
import { bundleFolder, root } from './start/places.mjs'
import { EXIT, orSentence, Stop } from './start/say.mjs'

checkNode()
await orSentence(async () => {
  const [name = '', ...args] = process.argv.slice(2)
  if (!existsSync(join(root, 'scripts/entries', `${name}.ts`))) {
    throw new Stop(EXIT.usage, `没有名为“${name}”的工具。`, `There is no tool "${name}".`)
  }
  const { prepare } = await import('./start/prepare.mjs')
  const { runningStart } = await import('./start/one-start.mjs')
  const { childEnv } = await import('./start/settings.mjs')
  const wasRunning = runningStart() !== null
  const database = await prepare()
  try {
    const { currentBuild, generate } = await import('./build.mjs')
    if (!currentBuild() || !existsSync(join(bundleFolder, `${name}.mjs`))) {
      await generate()
      const { bundleEntries } = await import('./bundle.mjs')
      await bundleEntries([name])
    }
    const port = process.env.PORT ?? 3000
    process.exitCode = await run(join(bundleFolder, `${name}.mjs`), args, childEnv({ url: database.url, port }))
  } finally {
    if (!wasRunning) await database.stop()
  }
})

/** Ctrl-C reaches the tool, too; we wait for its own end. */
function run(file, args, env) {
  process.on('SIGINT', () => {})
  const child = spawn(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit', env })
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? EXIT.failed))
  })
}
