// `npm run bench`: what one operation of the product costs this machine's processor. See bench/README.md.
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    port: { type: 'string', default: '3290' },
    'cpu-prof': { type: 'boolean', default: false },
    enterprises: { type: 'string' },
  },
})
// A data folder of its own, said before anything that reads it is loaded; and never somebody's own database.
process.env.ZHIXING_DATA = 'tmp/bench-data'
delete process.env.DATABASE_URL
delete process.env.APP_ORIGIN

const { bench } = await import('./bench.mjs')
const { countryOf } = await import('./big/seed-country.mjs')
await bench({
  only: values.only?.split(',').map((name) => name.trim()) ?? null,
  rounds: Math.max(1, Number(values.rounds) || 3),
  port: Number(values.port),
  isProfiled: values['cpu-prof'],
  country: values.enterprises ? countryOf(Number(values.enterprises)) : null,
})
process.exit(process.exitCode ?? 0)
