// Reading, matching, writing and taking back a questionnaire: seconds and memory. First argument: rows, 10,000 without one; second:
// enterprises on the roster, a third of the rows without one. With fewer everybody answers several times.
// It needs a migrated, empty database (DATABASE_URL) and the keys of server/env.ts. Bundle it like the worker's entry.
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createProgramme } from '@/features/programmes/commands/create-programme'
import { matchBatch } from '@/features/results/commands/match-batch'
import { readBatch } from '@/features/results/commands/read-batch'
import { retractBatch } from '@/features/results/commands/retract-batch'
import { writeBatch } from '@/features/results/commands/write-batch'
import { applyImport } from '@/features/roster/commands/apply-import'
import { stageImport } from '@/features/roster/commands/stage-import'
import { loadRegions } from '@/prisma/seed/load-regions'
import { inTransaction, systemContext } from '@/server/context'
import { revealMobile } from '@/server/crypto/mobile'
import { db, disconnect } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { fileHash, storeFile } from '@/server/files/stored-file'
import { writeWorkbook } from '@/server/files/write-workbook'
import { inventedRoster } from './in-process/invented-roster'

const rows = Number(process.argv[2] ?? 10_000)
const enterprises = Number(process.argv[3] ?? Math.ceil(rows / 3))
/** One row in seven names an enterprise with a slip and no mobile, so that it waits. */
const SLIP_EVERY = 7
const HEADER = [
  '序号',
  '提交答卷时间',
  '所用时间',
  '来源',
  '来源详情',
  '来自IP',
  '1、企业名称',
  '2、姓名',
  '3、手机号',
  '总分',
]
let peakBytes = 0
const watch = setInterval(() => {
  peakBytes = Math.max(peakBytes, process.memoryUsage.rss())
}, 20)

async function timed(label: string, work: () => Promise<unknown>): Promise<void> {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  peakBytes = before
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  await work()
  const used = process.cpuUsage(cpu)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const cpuSeconds = ((used.user + used.system) / 1e6).toFixed(1)
  const mb = (bytes: number) => Math.round(bytes / 1e6)
  const line = `${label}: ${seconds} s, ${cpuSeconds} s CPU, ${mb(peakBytes - before)} MB more, ${mb(peakBytes)} MB at most\n`
  process.stdout.write(line)
}

async function bringRoster(programmeId: string, regionId: string): Promise<void> {
  const bytes = await inventedRoster(enterprises)
  const id = newId()
  await inTransaction(async (tx) => {
    const about = { id, programmeId, regionId, fileName: 'bench.xlsx', sha256: fileHash(bytes), createdById: newId() }
    await tx.import.create({ data: { ...about, effectiveOn: columnOfDay('2026-10-01'), choices: {} } })
    await storeFile(tx, { id, name: 'bench.xlsx', mediaType: 'application/zip', bytes, createdById: null })
  })
  await stageImport(id)
  await db.import.update({ where: { id }, data: { state: 'CONFIRMING' } })
  await applyImport(id, 'bench')
}

/** Every head and clerk of the roster, once. */
async function questionnaire(): Promise<Buffer> {
  const people = await db.$queryRaw<{ enterprise: string; person: string; cipher: Uint8Array }[]>`
    SELECT n.name AS enterprise, p.name AS person, p.mobile_cipher AS cipher FROM holding h JOIN person p ON p.id = h.person_id JOIN seat s ON s.id = h.seat_id
    JOIN roster_entry e ON e.id = s.entry_id JOIN enterprise_name n ON n.enterprise_id = e.enterprise_id
    ORDER BY h.id`
  const target = new PassThrough()
  const written = buffer(target)
  const lines = Array.from({ length: rows }, (_, i) => {
    const { enterprise, person, cipher } = people[i % people.length] ?? {
      enterprise: '',
      person: '',
      cipher: Buffer.alloc(0),
    }
    const isSlip = i % SLIP_EVERY === 0
    const name = isSlip ? enterprise.replace('精密', '精蜜') : enterprise
    const mobile = isSlip ? '' : revealMobile(cipher)
    return [
      String(i + 1),
      '2026/10/12 9:30:00',
      '65秒',
      '微信',
      'N/A',
      '192.0.2.1',
      name,
      person,
      mobile,
      String(60 + (i % 41)),
    ]
  })
  await writeWorkbook(target, [{ name: 'Sheet1', columns: HEADER.map((header) => ({ header })), rows: lines }])
  return written
}

await inTransaction(loadRegions)
const programme = { name: 'bench', fromOn: '2026-10-01', toOn: '2027-10-01' }
const created = await inTransaction((tx) => createProgramme(tx, systemContext('bench'), programme))
if (!created.ok) throw new Error(created.refusal)
const { programmeId } = created.value
const { id: regionId } = await db.region.findUniqueOrThrow({ where: { code: '3302' } })
await timed('roster', () => bringRoster(programmeId, regionId))
const bytes = await questionnaire()
process.stdout.write(`file: ${(bytes.length / 1e6).toFixed(1)} MB\n`)

const batchId = newId()
const byId = newId()
await inTransaction(async (tx) => {
  const about = { id: batchId, programmeId, regionId, source: 'SHEET' as const, title: 'bench', fileName: 'bench.xlsx' }
  await tx.resultBatch.create({ data: { ...about, sha256: fileHash(bytes), createdById: byId } })
  await storeFile(tx, { id: batchId, name: 'bench.xlsx', mediaType: 'application/zip', bytes, createdById: null })
})
const look = async () => {
  const { state, counts } = await db.resultBatch.findUniqueOrThrow({ where: { id: batchId } })
  process.stdout.write(`${state} ${JSON.stringify(counts)}\n`)
}
await timed('read', () => readBatch(batchId))
await look()
const options = { kind: 'AUTO', day: null, byId, countsAs: { rates: ['TRAINING', 'AWARENESS'], passScore: 80 } }
await db.resultBatch.update({ where: { id: batchId }, data: { state: 'MATCHING', options } })
await timed('match', () => matchBatch(batchId))
await look()
await db.resultBatch.update({ where: { id: batchId }, data: { state: 'WRITING' } })
await timed('write', () => writeBatch(batchId, 'bench'))
await look()
process.stdout.write(`${await db.completion.count({ where: { retractedAt: null } })} completions\n`)
await db.resultBatch.update({ where: { id: batchId }, data: { state: 'RETRACTING' } })
await timed('take back', () => retractBatch(batchId, 'bench'))
await look()
clearInterval(watch)
await disconnect()
