import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, shanghaiDayOf } from '@/domain/calendar/day'
import { recount } from '@/features/standing/commands/recount'
import { requestRestand, restandProgrammes } from '@/features/standing/commands/restand-programme'
import { settle } from '@/features/standing/commands/settle'
import { inTransaction } from '@/server/context'
import { db } from '@/server/db/client'
import { useDatabase } from '@/tests/support/database'
import { countedFromFacts, countedFromLists, countedFromTimeLines, summed, tallied } from './independent-count'
import { type City, randomOperation, writeCity } from './random-operations'

process.env.DATABASE_POOL = '24'
useDatabase()

const writers = 16
const operationsEach = 25
const today = shanghaiDayOf(new Date())

/** Small deterministic random numbers in [0, 1), so that a failing run can be repeated. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

describe('16 writers at the same time, with the worker beside them', () => {
  let city: City
  const outcomes = new Map<string, number>()

  beforeAll(async () => {
    city = await writeCity()
    let isOver = false
    const worker = (async () => {
      while (!isOver) {
        await restandProgrammes()
        await settle()
      }
    })()
    await Promise.all(
      Array.from({ length: writers }, async (_, no) => {
        const roll = dice(no + 1)
        for (let count = 0; count < operationsEach; count += 1) {
          const outcome = await randomOperation(city, roll)
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
        }
      }),
    )
    isOver = true
    await worker
    await restandProgrammes()
  }, 300_000)

  it('did every kind of operation', () => {
    const kinds = ['move', 'completion', 'retraction', 'holding', 'handover', 'requirement', 'entry']
    expect(kinds.filter((kind) => (outcomes.get(kind) ?? 0) < 3)).toEqual([])
  })

  it('recounts to difference 0', async () => {
    expect(await recount()).toMatchObject({ differing: [], tallies: [], openRuns: 0, unsettled: 0 })
  })

  it('tallies what the lists hold and what independent SQL counts from the facts', async () => {
    for (const programmeId of city.programmeIds) {
      const counts = await countedFromFacts(programmeId, today)
      expect(await tallied(programmeId)).toEqual(counts)
      expect(await countedFromLists(programmeId)).toEqual(counts)
    }
  })

  it('knows every past and coming day as the independent SQL does', async () => {
    for (const programmeId of city.programmeIds) {
      for (const offset of [-40, -20, -7, -1, 1, 2, 5, 20]) {
        const on = addDays(today, offset)
        expect(await countedFromTimeLines(programmeId, on)).toEqual(await countedFromFacts(programmeId, on))
      }
    }
  })

  it('settles to a coming day on which a rule changes, with parents the sums of their children', async () => {
    await inTransaction((tx) => requestRestand(tx, city.programmeIds[0] ?? '', 'test'))
    await restandProgrammes()
    for (const day of [addDays(today, 1), addDays(today, 3)]) {
      await settle(day)
      for (const programmeId of city.programmeIds) {
        expect(await tallied(programmeId)).toEqual(await countedFromFacts(programmeId, day))
        const daily = await dailySums(programmeId, addDays(day, -1))
        expect(daily.CITY).toEqual(summed(await countedFromFacts(programmeId, addDays(day, -1))))
        expect(daily.COUNTY).toEqual(daily.CITY)
        expect(daily.TOWNSHIP).toEqual(daily.CITY)
      }
    }
    expect((await recount()).differing).toEqual([])
  })
})

/** The sums of one day over all nodes of each level. */
async function dailySums(programmeId: string, day: string): Promise<Record<string, number[]>> {
  const rows = await db.dailyTally.findMany({ where: { programmeId, day: new Date(day) } })
  const kinds = new Map((await db.region.findMany()).map((region) => [region.id, region.kind]))
  const levels: Record<string, Record<string, number[]>> = {}
  for (const row of rows) {
    const plain = [
      row.entries,
      row.asked,
      row.trainedAny,
      row.trainedEvery,
      row.heads,
      row.aware,
      row.clerks,
      row.ready,
    ]
    const counts = [...plain, row.visited, ...row.trainedAnyBy, ...row.trainedEveryBy, ...row.awareBy, ...row.readyBy]
    const kind = kinds.get(row.regionId) ?? 'unknown'
    levels[kind] = { ...levels[kind], [`${row.regionId} ${row.isKey}`]: counts }
  }
  return Object.fromEntries(Object.entries(levels).map(([kind, buckets]) => [kind, summed(buckets)]))
}
