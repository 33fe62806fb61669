import { loadavg } from 'node:os'
import { sharesOf, yardstickMs } from './cpu.mjs'
import { openInstallation } from './installation.mjs'
import { measure } from './measure.mjs'
import { countryOperations } from './operations/country.mjs'
import { operations as demonstrationOperations } from './operations/in-order.mjs'
import { peopleOf } from './people.mjs'
import { printHead, printRow, writeResults } from './report.mjs'
import { visitorOf } from './visitor.mjs'

/**
 * Runs the named operations (all of them without names) one after the other and reports them.
 *
 * @param {{only: string[] | null, rounds: number, port: number, isProfiled: boolean, country?: string | null}} options `country` names the database of
 *   `npm run bench:seed`, on which other operations run
 */
export async function bench({ only, rounds, port, isProfiled, country = null }) {
  const operations = country ? countryOperations : demonstrationOperations
  const unknown = (only ?? []).filter((name) => !operations.some((one) => one.name === name))
  if (unknown.length > 0) {
    throw new Error(
      `No such operation: ${unknown.join(', ')}. There are ${operations.map((one) => one.name).join(', ')}.`,
    )
  }
  const machineNow = () => ({ load: loadavg(), yardstick: yardstickMs() })
  const before = machineNow()
  const installation = await openInstallation({ port, isProfiled, country })
  const rows = []
  try {
    const place = { ...installation, ...visitorOf(port), people: peopleOf(installation), rounds }
    place.shares = () => sharesOf({ app: place.appRoots, database: [place.postgresPid] })
    printHead({ rounds })
    for (const operation of operations.filter((one) => !only || only.includes(one.name))) {
      try {
        for (const row of await measure(operation, place)) {
          rows.push(row)
          printRow(row)
        }
      } catch (error) {
        // One that breaks is said and does not take the others along.
        process.exitCode = 1
        console.error(`  ${operation.name}: ${error.stack ?? error}`)
      }
    }
    const after = machineNow()
    const file = writeResults({ rows, rounds, before, after })
    console.log(`\nbefore ${describe(before)}; after ${describe(after)}\n${file}`)
  } finally {
    await installation.close()
  }
}

const describe = ({ load, yardstick }) =>
  `load ${load.map((one) => one.toFixed(1)).join(' ')}, yardstick ${yardstick.toFixed(0)} ms`
