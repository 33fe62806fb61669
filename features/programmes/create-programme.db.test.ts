import { beforeAll, describe, expect, it } from 'vitest'
import { recordCompletion } from '@/features/standing/commands/record-completion'
import { inTransaction, systemContext } from '@/server/context'
import { db } from '@/server/db/client'
import { type Cast, raiseCast, standingOfEntry } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { createProgramme } from './commands/create-programme'
import { diagnoseAndLift } from './template'

useDatabase()

let cast: Cast
beforeAll(async () => {
  cast = await raiseCast()
})

const create = (wanted: Partial<Parameters<typeof createProgramme>[2]>) =>
  inTransaction((tx) =>
    createProgramme(tx, systemContext('test'), {
      name: '示例行动',
      fromOn: '2026-01-01',
      toOn: '2027-01-01',
      ...wanted,
    }),
  )

describe('a programme from the template “诊断+提升”', () => {
  it('asks every kind of seat, and nothing yet of what is missing counts', async () => {
    const standing = await standingOfEntry(cast.head.entryId)
    expect(standing).toMatchObject({ asksTraining: true, heads: 1, aware: 0, clerks: 2, ready: 0, trainedAny: false })
  })

  it('counts a clerk as ready by exam and lab together, never by what another system reported', async () => {
    const complete = (personId: string, subjectKind: 'EXAM' | 'LAB', slug: string, evidence: 'ONLINE' | 'IMPORTED') =>
      inTransaction((tx) =>
        recordCompletion(tx, systemContext('test'), {
          personId,
          subjectKind,
          slug,
          contentVersion: 1,
          happenedOn: cast.today,
          evidence,
          sourceKey: `test:${personId}:${slug}:${evidence}`,
        }),
      )
    const ready = async () => (await standingOfEntry(cast.clerk.entryId)).ready
    await complete(cast.clerk.personId, 'LAB', 'qita-xiane', 'ONLINE')
    await complete(cast.clerk.personId, 'EXAM', 'guiji-fuzhuzhang-ceping', 'IMPORTED')
    expect(await ready()).toBe(0)
    await complete(cast.clerk.personId, 'EXAM', 'guiji-fuzhuzhang-ceping', 'ONLINE')
    expect(await ready()).toBe(1)
  })

  it('asks for five labs when nothing else is chosen, and for each as often as chosen', async () => {
    const labsOf = async (wanted: Parameters<typeof create>[0]) => {
      const created = await create(wanted)
      const programmeId = created.ok ? created.value.programmeId : ''
      const asked = await db.requirementAlternative.findMany({
        where: { subjectKind: 'LAB', requirement: { programmeId, rate: 'READINESS', seatKind: 'CLERK' } },
        orderBy: { slug: 'asc' },
      })
      return asked.map(({ slug, times }) => `${slug}*${times}`)
    }
    expect(await labsOf({})).toEqual([
      'gongshi-fentan*1',
      'jiaji-jieshui*1',
      'pingzheng-guilei*1',
      'qita-xiane*1',
      'yanfa-tongji*1',
    ])
    expect(await labsOf({ template: diagnoseAndLift([{ slug: 'zonghe-shixun', times: 2 }]) })).toEqual([
      'zonghe-shixun*2',
    ])
  })

  it('keeps rules that follow one another, each with its own definition version', async () => {
    const rules = [
      { fromOn: '2026-01-01', trainingRule: 'EVERY' as const },
      { fromOn: '2026-03-01', trainingRule: 'ANY' as const },
    ]
    const created = await create({ rules })
    const programmeId = created.ok ? created.value.programmeId : ''
    const stored = await db.programmeRule.findMany({ where: { programmeId }, orderBy: { fromOn: 'asc' } })
    const days = stored.map((one) => [
      one.definitionVersion,
      one.trainingRule,
      one.toOn?.toISOString().slice(0, 10) ?? null,
    ])
    expect(days).toEqual([
      [1, 'EVERY', '2026-03-01'],
      [2, 'ANY', null],
    ])
  })
})

it('refuses a nameless programme and one that ends before it begins, and writes nothing', async () => {
  const before = await db.programme.count()
  expect(await create({ name: '  ' })).toEqual({ ok: false, refusal: 'bad-name' })
  expect(await create({ toOn: '2026-01-01' })).toEqual({ ok: false, refusal: 'bad-period' })
  expect(await create({ fromOn: '2026-02-30' })).toEqual({ ok: false, refusal: 'bad-period' })
  expect(await db.programme.count()).toBe(before)
})
