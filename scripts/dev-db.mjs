// The database for development, in .data/pg. Stays until Ctrl-C; `--url` only prints the address of the running one.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from './start/places.mjs'

if (process.argv.includes('--url')) {
  const file = join(dataFolder, 'runtime.json')
  if (!existsSync(file)) {
    console.error('No database was started here yet: node scripts/dev-db.mjs')
    process.exit(69)
  }
  console.log(JSON.parse(readFileSync(file, 'utf8')).DATABASE_URL)
} else {
  const { withDatabase } = await import('./with-database.mjs')
  const { url, close } = await withDatabase()
  console.log(url)
  const timer = setInterval(() => {}, 60_000)
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      clearInterval(timer)
      await close()
    })
  }
}
