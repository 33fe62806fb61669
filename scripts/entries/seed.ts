// Loads the demonstration and prints, as one line of JSON, how to sign in. Progress goes to stderr.
//   seed            {"state": "loaded" | "already-loaded" | "not-empty", "access": {signIns, links} | null}
//   seed code       the city officer's one-time code of this moment
import { demonstrationCode } from '@/prisma/seed/access'
import { loadDemonstration, loadedDemonstration } from '@/prisma/seed/load-demonstration'
import { countStatistics } from '@/features/item-statistics/commands/count-statistics'
import { shanghaiDayOf } from '@/domain/calendar/day'
import { databaseNow } from '@/server/clock'
import { systemContext } from '@/server/context'
import { db, disconnect } from '@/server/db/client'

const [task = 'load'] = process.argv.slice(2)
if (task === 'code') print((await demonstrationCode()) ?? '')
else await load()
await disconnect()

async function load(): Promise<void> {
  const today = shanghaiDayOf(await databaseNow(db))
  const outcome = await loadDemonstration({ today, onProgress: showProgress })
  if (outcome.ok) {
    // What the worker does at night, so that the demonstration shows figures of its questions at once.
    await countStatistics(systemContext('seed'))
    print(JSON.stringify({ state: 'loaded', access: outcome.value }))
  } else print(JSON.stringify({ state: outcome.refusal, access: await loadedDemonstration() }))
}

function showProgress(step: string, share: number): void {
  const percent = Math.round(share * 100)
  if (percent % 20 === 0) process.stderr.write(`${step} ${percent} %\n`)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
