// Makes everything that runs: client of the database, content, pages, bundles of the worker and the tools, compressed files.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundleFolder, dataFolder, root } from './start/places.mjs'
import { EXIT, say, Stop } from './start/say.mjs'
import { hashOf, sourceHash } from './start/source-hash.mjs'

const distDir = process.env.NEXT_DIST_DIR ?? '.next'
const record = () => join(root, distDir, 'zhixing-build.json')
const generatedRecord = join(root, 'generated', 'made-from.json')

const SIGN_OF_LIFE_MS = 10_000

/** Runs a Node script of ours or of a package; its output goes to the screen only when it fails, a sign of life every ten seconds. */
async function run(zh, en, args, env = {}) {
  const log = join(dataFolder, 'build.log')
  mkdirSync(dataFolder, { recursive: true })
  const output = openSync(log, 'w')
  const began = Date.now()
  const timer = setInterval(
    () => console.log(`  … ${zh} ${Math.round((Date.now() - began) / 1000)} s`),
    SIGN_OF_LIFE_MS,
  )
  const code = await new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', output, output],
    })
    child.on('error', () => resolve(1))
    child.on('close', resolve)
  })
  clearInterval(timer)
  if (code === 0) return
  console.error(readFileSync(log, 'utf8'))
  throw new Stop(EXIT.failed, `${zh}失败，说明见上。`, `${en} failed; see above.`)
}

/** Client of the database and compiled content: what tests and types need, too. */
export async function generate() {
  const hash = hashOf(['prisma/schema', 'content', 'server/content', 'package-lock.json', 'scripts/content-build.mjs'])
  const isMade =
    existsSync(join(root, 'generated/prisma/client.ts')) && existsSync(join(root, 'generated/content/catalog.json'))
  if (isMade && existsSync(generatedRecord) && readFileSync(generatedRecord, 'utf8') === hash) return
  await run('生成数据库客户端', 'Generating the database client', ['scripts/generate.mjs'])
  await run('编译课程内容', 'Compiling content', ['scripts/content-build.mjs'])
  writeFileSync(generatedRecord, hash)
}

/** The id of the current build, or null when sources changed since, or there is none. */
export function currentBuild() {
  if (!existsSync(record()) || !existsSync(join(bundleFolder, 'worker.mjs'))) return null
  const { id, hash } = JSON.parse(readFileSync(record(), 'utf8'))
  return hash === sourceHash() ? id : null
}

/**
 * Builds unless the current build is of these very sources.
 * @returns the build's id, the same in every process that runs it
 */
export async function buildIfNeeded({ isForced = false, env = {} } = {}) {
  const known = isForced ? null : currentBuild()
  if (known) return known
  const hash = sourceHash()
  const id = hash.slice(0, 16)
  say('正在构建（首次约 1–2 分钟）', 'Building (one or two minutes the first time)')
  await generate()
  rmSync(record(), { force: true })
  rmSync(join(root, distDir, 'static'), { recursive: true, force: true })
  await run('构建页面', 'next build', ['node_modules/next/dist/bin/next', 'build'], {
    ...env,
    NODE_ENV: 'production',
    BUILD_ID: id,
  })
  rmSync(bundleFolder, { recursive: true, force: true })
  const { bundleEntries } = await import('./bundle.mjs')
  await bundleEntries()
  const { precompress } = await import('./precompress.mjs')
  await precompress(distDir)
  writeFileSync(record(), JSON.stringify({ id, hash }))
  return id
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { secretsOf } = await import('./start/secrets.mjs')
    mkdirSync(dataFolder, { recursive: true })
    const id = await buildIfNeeded({ isForced: process.argv.includes('--force'), env: secretsOf(dataFolder) })
    console.log(`build ${id}`)
  } catch (error) {
    console.error(error.message)
    process.exit(error.code ?? EXIT.failed)
  }
}
