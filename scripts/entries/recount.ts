// Derives every standing and tally anew and says what differs; exit code 1 when anything does. With --mend it mends exactly that and says so.
import { mend, type Recount, recount } from '@/features/standing/commands/recount'
import { disconnect } from '@/server/db/client'

const listed = 50
const say = (line: string) => process.stdout.write(`${line}\n`)

function report(found: Recount): number {
  for (const { entryId, standings, seats, intervals } of found.differing.slice(0, listed)) {
    say(`entry ${entryId}: ${standings} standing, ${seats} seat and ${intervals} time-line rows differ`)
  }
  for (const one of found.tallies.slice(0, listed)) {
    say(
      `tally of leaf ${one.leafId}${one.isKey ? ' (key)' : ''}, programme ${one.programmeId}: ${one.tallied}, standings say ${one.summed}`,
    )
  }
  const difference = found.differing.length + found.tallies.length
  if (difference > listed) say('… and more')
  if (found.openRuns > 0)
    say(`${found.openRuns} change(s) of rules are still being restanded: recount again when the worker is done.`)
  if (found.unsettled > 0)
    say(`${found.unsettled} entries wait for settlement; they were judged as of the day they are settled to.`)
  say(`${found.entries} entries recounted, difference ${difference}`)
  return difference
}

const isMending = process.argv.includes('--mend')
const found = await recount((done) => process.stderr.write(`\r${done} entries`))
process.stderr.write('\n')
let difference = report(found)
if (isMending && difference > 0) {
  await mend(found)
  say(
    `Mended: ${found.tallies.length} tallies set to the sums of their standings, ${found.differing.length} entries restanded. Again:`,
  )
  difference = report(await recount())
}
await disconnect()
process.exitCode = difference === 0 ? 0 : 1
