// `npm test`: everything CI asks for, step by step, on a fresh clone. Ends with "N passed, N failed".
// `npm test -- --only types,unit` runs single steps; `--skip e2e` leaves some out.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, chmodSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBrowser } from './checks/browser.mjs'
import { installDependencies } from './start/dependencies.mjs'

const { values } = parseArgs({ options: { only: { type: 'string' }, skip: { type: 'string' } } })
const only = values.only?.split(',')
const skip = values.skip?.split(',') ?? []
const results = []
mkdirSync('tmp', { recursive: true })

const HOUSE = ['doors', 'messages', 'one-writer-per-table', 'file-names'].map((name) => `tests/architecture/${name}`)

const bin = (name) => join('node_modules', '.bin', name)

/** Runs a command with its output on screen; true when it ended well. */
function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  return status === 0
}

/** One named step. `work` answers true/false, or {passed, failed} when it counts tests itself. */
async function step(name, work) {
  if ((only && !only.includes(name)) || skip.includes(name)) return
  const began = Date.now()
  console.log(`\n── ${name}`)
  let outcome
  try {
    outcome = await work()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    outcome = false
  }
  const counts = typeof outcome === 'object' ? outcome : { passed: outcome ? 1 : 0, failed: outcome ? 0 : 1 }
  results.push({ name, ...counts })
  console.log(
    `── ${name}: ${counts.failed ? `FAILED (${counts.failed})` : 'ok'} · ${Math.round((Date.now() - began) / 1000)} s`,
  )
}

/** Runs the tests of one project, only those below `paths` when given; counts them. */
function vitest(name, project, { paths = [], env = {} } = {}) {
  const report = join('tmp', `vitest-${name}.json`)
  rmSync(report, { force: true })
  const args = ['run', '--project', project, ...paths]
  const good = run(bin('vitest'), [...args, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`], env)
  if (!existsSync(report)) return false
  const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(readFileSync(report, 'utf8'))
  const failed = good ? numFailedTests : Math.max(1, numFailedTests)
  return numTotalTests === 0 ? false : { passed: numPassedTests, failed }
}

async function playwright() {
  const report = join('tmp', 'playwright.json')
  rmSync(report, { force: true })
  // Every run begins with the demonstration as loaded.
  rmSync(join('tmp', 'e2e-data'), { recursive: true, force: true })
  const { freePort } = await import('./embedded-postgres.mjs')
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: report, E2E_PORT: process.env.E2E_PORT ?? String(await freePort()) }
  const good = run(bin('playwright'), ['test', '--reporter=list,json'], env)
  if (!existsSync(report)) return false
  const { expected, unexpected, flaky } = JSON.parse(readFileSync(report, 'utf8')).stats
  return { passed: expected + flaky, failed: good ? unexpected : Math.max(1, unexpected) }
}

// Installing comes before anything that imports a package.
await step('install', () => {
  installDependencies()
  return true
})
await step('browser', () => ensureBrowser())
await step('generate', () => run(process.execPath, ['scripts/generate.mjs']))
await step('content', () => run(process.execPath, ['scripts/content-build.mjs']))
await step('format', () => run(bin('biome'), ['format', '.']))
await step('lint', () => run(bin('biome'), ['lint', '.', '--diagnostic-level=error']))
await step('types', () => run(bin('next'), ['typegen']) && run(bin('tsc'), ['--noEmit']))
await step('dead code', () => run(bin('knip'), ['--no-progress']))
await step('arrows', () => vitest('arrows', 'house', { paths: ['tests/architecture/arrows'] }))
await step('lockfile', () => vitest('lockfile', 'house', { paths: ['tests/architecture/lockfile'] }))
await step('house', () => vitest('house', 'house', { paths: HOUSE }))
await step('unit', () => vitest('unit', 'unit'))
await step('property', () => vitest('property', 'property'))

const wantsDatabase = ['migrations', 'database'].some((name) => (!only || only.includes(name)) && !skip.includes(name))
if (wantsDatabase) {
  const { ensureDatabase, startPostgres } = await import('./embedded-postgres.mjs')
  const folder = mkdtempSync('/var/tmp/zhixing-check-')
  chmodSync(folder, 0o755)
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']
  const server = await startPostgres(folder, { settings })
  const url = server.url('checked')
  await ensureDatabase(server.url('postgres'), 'checked')
  const migrate = (command) => run(process.execPath, ['scripts/migrate.mjs', command], { DATABASE_URL: url })
  await step('migrations', () => migrate('check') && migrate('deploy') && migrate('drift') && migrate('status'))
  await step('database', () => vitest('database', 'db', { env: { TEST_DATABASE_URL: server.url('postgres') } }))
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
await step('build', () => run(process.execPath, ['scripts/build.mjs']))
await step('end to end', () => playwright())

console.log('\nSummary')
for (const { name, passed, failed } of results)
  console.log(`  ${failed ? '✗' : '✓'} ${name}  ${passed} passed, ${failed} failed`)
const sum = (key) => results.reduce((total, one) => total + one[key], 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('failed') > 0 || results.length === 0 ? 1 : 0)
