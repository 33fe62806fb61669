// Dry run and confirm of a roster: seconds and memory. Rows: first argument, 10,000 without one.
// It needs a migrated, empty database (DATABASE_URL) and the keys of server/env.ts. Bundle it like the worker's entry.
import { applyImport } from '@/features/roster/commands/apply-import'
import { stageImport } from '@/features/roster/commands/stage-import'
import { loadRegions } from '@/prisma/seed/load-regions'
import { inTransaction } from '@/server/context'
import { db, disconnect } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { fileHash, storeFile } from '@/server/files/stored-file'
import { inventedRoster } from './in-process/invented-roster'

const rows = Number(process.argv[2] ?? 10_000)
let peakBytes = 0
const watch = setInterval(() => {
  peakBytes = Math.max(peakBytes, process.memoryUsage.rss())
}, 20)

async function upload(bytes: Buffer, regionId: string, programmeId: string): Promise<string> {
  const id = newId()
  await inTransaction(async (tx) => {
    const about = { id, programmeId, regionId, fileName: 'bench.xlsx', sha256: fileHash(bytes), createdById: newId() }
    await tx.import.create({
      data: { ...about, effectiveOn: columnOfDay('2026-11-01'), choices: { isComplete: true } },
    })
    await storeFile(tx, { id, name: 'bench.xlsx', mediaType: 'application/zip', bytes, createdById: null })
  })
  return id
}

async function timed(label: string, work: () => Promise<unknown>): Promise<void> {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  peakBytes = before
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  await work()
  const used = process.cpuUsage(cpu)
  const figures = {
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: (used.user + used.system) / 1e6,
    moreMb: (peakBytes - before) / 1e6,
  }
  process.stdout.write(
    `${label}: ${JSON.stringify(figures, (_, value) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value))}\n`,
  )
}

await inTransaction(loadRegions)
const programmeId = newId()
await db.programme.create({ data: { id: programmeId, name: 'bench', fromOn: columnOfDay('2026-10-01') } })
let bytes = Buffer.alloc(0)
await timed(`write ${rows} rows`, async () => {
  bytes = await inventedRoster(rows)
})
process.stdout.write(`file: ${(bytes.length / 1e6).toFixed(1)} MB\n`)
const city = await db.region.findUniqueOrThrow({ where: { code: '3302' } })
for (const round of ['first', 'again']) {
  const id = await upload(bytes, city.id, programmeId)
  await timed(`${round}: dry run`, () => stageImport(id))
  const one = await db.import.findUniqueOrThrow({ where: { id } })
  process.stdout.write(`${one.state} ${JSON.stringify({ ...(one.counts as object), sheets: undefined })}\n`)
  await db.import.update({ where: { id }, data: { state: 'CONFIRMING' } })
  await timed(`${round}: confirm`, () => applyImport(id, 'bench'))
  process.stdout.write(`${(await db.import.findUniqueOrThrow({ where: { id } })).state}\n`)
}
clearInterval(watch)
await disconnect()
