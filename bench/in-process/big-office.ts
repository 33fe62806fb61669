// Fills an empty, migrated database (DATABASE_URL) with a country: arguments are the number of enterprises, of workers, and whose part this is.
import { addDays, shanghaiDayOf } from '@/domain/calendar/day'
import { createProgramme } from '@/features/programmes/commands/create-programme'
import { WITH_ONE_LAB } from '@/features/programmes/template'
import { restandMany } from '@/features/standing/commands/restand-many'
import { writeDailyTallies } from '@/features/standing/commands/write-daily-tallies'
import { insertRows } from '@/prisma/seed/insert-rows'
import { inTransaction, systemContext } from '@/server/context'
import { db, disconnect } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { bigEnterprises } from '../big/enterprises'
import { type BigRegion, bigRegions } from '../big/regions'

/** So many enterprises are written and counted in one transaction. */
const CHUNK = 1_000
const TREND_DAYS = 3

const [step = '', count = 0, parts = 1, part = 0] = process.argv
  .slice(2)
  .map((text, at) => (at === 0 ? text : Number(text))) as [string, number, number, number]
const today = shanghaiDayOf(new Date())
const fromOn = addDays(today, -90)

async function begin(): Promise<void> {
  const regions = bigRegions('bench/big/divisions.tsv.gz')
  await inTransaction(async (tx) => {
    await insertRows(tx, 'region', regions)
    const programme = { name: '示例专项行动（全国）', fromOn, toOn: null, template: WITH_ONE_LAB }
    const made = await createProgramme(tx, systemContext('bench'), programme)
    if (!made.ok) throw new Error(made.refusal)
    for (const [loginName, code] of [
      ['big-root', '0'],
      ['big-province', '33'],
      ['big-county', '330212'],
    ] as const) {
      const personId = newId()
      await tx.person.create({ data: { id: personId, name: `示例管理员 ${loginName}`, pinyinKey: 'shi li' } })
      await tx.account.create({ data: { personId, loginName } })
      const region = regions.find((one) => one.code === code)
      await tx.officerGrant.create({
        data: { id: newId(), personId, role: 'OFFICER', regionId: region?.id ?? null, fromOn: columnOfDay(fromOn) },
      })
    }
  })
  process.stdout.write(`${regions.length} regions\n`)
}

/** This worker's leaves, each with the numbers of its enterprises; a few counties have many, most have few. */
async function* shares(): AsyncGenerator<{ leaf: BigRegion; numbers: number[] }> {
  const rows = await db.region.findMany({ where: { kind: 'TOWNSHIP' }, orderBy: { path: 'asc' } })
  const leaves = rows as unknown as BigRegion[]
  // Every fifth township has ten times as many: one weight of 10, four of 1.
  const weights = leaves.map((_, index) => (index % 5 === 0 ? 10 : 1))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  let [before, first] = [0, 0]
  for (const [index, leaf] of leaves.entries()) {
    before += weights[index] ?? 0
    const next = Math.round((count * before) / whole)
    const numbers = Array.from({ length: next - first }, (_, at) => first + at + 1)
    first = next
    if (numbers.length > 0 && index % parts === part) yield { leaf, numbers }
  }
}

async function fill(): Promise<void> {
  const { id: programmeId } = await db.programme.findFirstOrThrow()
  let [written, entryIds]: [number, string[]] = [0, []]
  let rows = new Map<string, object[]>()
  const flush = async () => {
    await inTransaction(async (tx) => {
      for (const [table, some] of rows) await insertRows(tx, table, some)
      await restandMany(tx, entryIds)
    })
    written += entryIds.length
    rows = new Map()
    entryIds = []
    process.send?.(written)
  }
  for await (const { leaf, numbers } of shares()) {
    for (let start = 0; start < numbers.length; start += CHUNK) {
      const some = bigEnterprises({ leaf, numbers: numbers.slice(start, start + CHUNK), programmeId, fromOn, today })
      for (const [table, more] of Object.entries(some.tables)) rows.set(table, [...(rows.get(table) ?? []), ...more])
      entryIds.push(...some.entryIds)
      if (entryIds.length >= CHUNK) await flush()
    }
  }
  if (entryIds.length > 0) await flush()
}

async function end(): Promise<void> {
  const { id } = await db.programme.findFirstOrThrow()
  for (let past = TREND_DAYS; past > 0; past -= 1) await writeDailyTallies(id, addDays(today, -past))
}

const steps: Record<string, () => Promise<void>> = { begin, fill, end }
await steps[step]?.()
await disconnect()
process.exit(0)
