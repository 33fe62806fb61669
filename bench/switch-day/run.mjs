// `npm run switch-day`: an office's first hour, by script, with a stop-watch: from an empty installation to bulletin and filled sheet.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3295' },
    enterprises: { type: 'string', default: '2000' },
    heads: { type: 'string', default: '1000' },
    clerks: { type: 'string', default: '500' },
    lines: { type: 'string', default: '60' },
    seed: { type: 'string', default: 'switch day' },
    keep: { type: 'boolean', default: false },
  },
})
const port = Number(values.port)
const origin = `http://localhost:${port}`
// A data folder of its own, said before anything that reads it is loaded; and never somebody's own database.
process.env.ZHIXING_DATA = 'tmp/switch-day-data'
delete process.env.DATABASE_URL

const { root } = await import('../../scripts/start/places.mjs')
const { runToEnd } = await import('../in-process/runner.mjs')
const { openEmpty } = await import('./empty-installation.mjs')
const { openHands } = await import('./hands.mjs')
const { journey } = await import('./journey.mjs')
const { comparedWithTruth } = await import('./truth.mjs')

const folder = join(root, 'tmp/switch-day')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const { enterprises, heads, clerks, lines, seed } = values
await runToEnd('switch-day-files', process.env, [folder, seed, enterprises, heads, clerks, lines])
const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'))

const installation = await openEmpty({ port, origin })
const hands = await openHands({ origin, folder: join(folder, 'pictures') })
try {
  console.log(`\nSwitch day: ${enterprises} enterprises, ${heads} + ${clerks} answers, ${lines} lines\n`)
  await journey(hands, { setup: installation.setup, folder, truth, rows: installation.rows })
  const compared = await comparedWithTruth(installation.rows, truth)
  const sum = (what) => hands.steps.reduce((total, step) => total + step[what], 0)
  const seconds = sum('seconds')
  console.log(
    `\nAll: ${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s · ${sum('clicks')} clicks · ${sum('fields')} fields · ${sum('decisions')} decisions`,
  )
  console.log(compared.words)
  writeFileSync(join(folder, 'result.json'), JSON.stringify({ steps: hands.steps, ...compared }, null, 2))
  if (compared.wrong > 0) process.exitCode = 1
  if (values.keep) {
    console.log(`The installation stays at ${origin} until Ctrl-C.`)
    await new Promise((resolve) => process.once('SIGINT', resolve))
  }
} finally {
  await hands.close()
  await installation.close()
}
process.exit(process.exitCode ?? 0)
