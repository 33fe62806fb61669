import { ensureDatabase } from '../../scripts/embedded-postgres.mjs'
import { migrate } from '../../scripts/start/database.mjs'
import { openPostgres, runOn } from '../installation.mjs'
import { runModule } from '../in-process/runner.mjs'

const WORKERS = 2

/** The name of the database with so many enterprises. */
export const countryOf = (enterprises) => `big_${enterprises}`

/**
 * Makes the database of a country anew and says how long each step took. An interrupted run leaves a database of another name behind, which the
 * next one drops.
 */
export async function seedCountry({ enterprises, port }) {
  const { postgres, settings } = await openPostgres(port)
  const admin = (sql) => runOn(postgres.url('postgres'), sql)
  const [name, loading] = [countryOf(enterprises), 'big_loading']
  try {
    await admin(`DROP DATABASE IF EXISTS ${loading} WITH (FORCE)`)
    await ensureDatabase(postgres.url('postgres'), loading)
    migrate(postgres.url(loading))
    const env = settings(loading)
    const step = async (label, work) => {
      const began = performance.now()
      await work()
      console.log(`${label}: ${Math.round((performance.now() - began) / 1000)} s`)
    }
    await step('regions and programme', () => runModule('big-office', env, ['begin']))
    await step(`${enterprises} enterprises, written and counted`, () => fill(env, enterprises))
    await step('statistics for the planner', () => runOn(postgres.url(loading), 'VACUUM ANALYZE'))
    await step('the last days', () => runModule('big-office', env, ['end']))
    await admin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin(`ALTER DATABASE ${loading} RENAME TO ${name}`)
    const [{ size }] = await admin(`SELECT pg_size_pretty(pg_database_size('${name}')) AS size`)
    console.log(`${name}: ${size}`)
  } finally {
    await postgres.stop()
  }
}

function fill(env, enterprises) {
  const done = Array.from({ length: WORKERS }, () => 0)
  const said = (worker) => (written) => {
    done[worker] = written
    if (process.stdout.isTTY) process.stdout.write(`\r${done.reduce((sum, one) => sum + one, 0)} `)
  }
  return Promise.all(
    done.map((_, worker) =>
      runModule('big-office', env, ['fill', enterprises, WORKERS, worker].map(String), said(worker)),
    ),
  )
}
