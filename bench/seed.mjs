// `npm run bench:seed -- --enterprises 100000`: a database with a country of invented enterprises. See bench/big/README.md.
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { enterprises: { type: 'string', default: '100000' }, port: { type: 'string', default: '3291' } },
})
process.env.ZHIXING_DATA = 'tmp/bench-data'
delete process.env.DATABASE_URL
delete process.env.APP_ORIGIN

const { seedCountry } = await import('./big/seed-country.mjs')
await seedCountry({ enterprises: Math.max(1_000, Number(values.enterprises) || 0), port: Number(values.port) })
process.exit(process.exitCode ?? 0)
