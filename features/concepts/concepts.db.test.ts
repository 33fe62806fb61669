import { beforeAll, describe, expect, it } from 'vitest'
import type { Prisma } from '@/generated/prisma/client'
import { restandMany } from '@/features/standing/commands/restand-many'
import { inTransaction } from '@/server/context'
import { columnOfDay } from '@/server/db/day'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { areaConcepts, entryConcepts, TOLD_FROM } from './queries/area-concepts'
import { myShakyConcepts } from './queries/my-concepts'

useDatabase()

let cast: Cast
beforeAll(async () => {
  cast = await raiseCast()
})

let no = 0
async function run(personId: string, over: Partial<Prisma.LabRunUncheckedCreateInput> = {}): Promise<void> {
  no += 1
  await db.labRun.create({
    data: {
      id: newId(),
      personId,
      labSlug: 'qita-xiane',
      labVersion: 1,
      generatorVersion: 1,
      mode: 'CERTIFYING',
      no,
      seed: `${no}`,
      sheet: {},
      gradingKey: {},
      tolerances: {},
      state: 'SUBMITTED',
      submittedAt: new Date(2026, 10, 1, 0, no),
      concepts: { 'other-cap': [1, 4], 'other-costs': [2, 2] },
      ...over,
    },
  })
}

/** So many more clerks take seats of the first enterprise, and each closes a run. */
async function clerksJoin(count: number): Promise<void> {
  const { entryId } = cast.clerk
  const fromOn = columnOfDay(cast.today)
  for (let index = 0; index < count; index++) {
    const [personId, seatId] = [newId(), newId()]
    await db.person.create({ data: { id: personId, name: `示例${index}`, pinyinKey: `${index}` } })
    await db.seat.create({ data: { id: seatId, entryId, kind: 'CLERK', fromOn } })
    await db.holding.create({ data: { id: newId(), seatId, personId, fromOn } })
    await run(personId)
  }
  await inTransaction((tx) => restandMany(tx, [entryId]))
}

const keys = (rows: readonly { key: string; shaky: number }[] | null | undefined) =>
  rows?.map(({ key, shaky }) => `${key} ${shaky}`)

describe('what people are not sure of', () => {
  it('is the learner’s own list from their last certifying run, with the lesson; practice and open runs play no part', async () => {
    const { personId } = cast.clerk
    const actor = cast.clerk.ctx.actor
    await run(personId, { mode: 'PRACTICE' })
    await run(personId, { state: 'OPEN', submittedAt: null })
    expect(await myShakyConcepts(actor)).toEqual([])
    await run(personId)
    expect(await myShakyConcepts(actor)).toMatchObject([
      {
        key: 'LAB:qita-xiane:other-cap',
        lesson: { href: '/learn/courses/guiji-fuzhuzhang/qita-feiyong-xiane' },
      },
    ])
    await run(personId, { concepts: { 'other-cap': [4, 5] } })
    expect(await myShakyConcepts(actor)).toEqual([])
  })

  it('is told of one enterprise only where its people are named anyhow', async () => {
    await run(cast.clerk.personId)
    const { entryId } = cast.clerk
    expect(keys(await entryConcepts(cast.townshipOfficer.ctx.actor, entryId))).toEqual(['LAB:qita-xiane:other-cap 1'])
    expect(await entryConcepts(cast.cityOfficer.ctx.actor, entryId)).toBeNull()
    expect(await entryConcepts(cast.otherCountyOfficer.ctx.actor, entryId)).toBeNull()
  })

  it('is summed up for an area from five people on, and for nobody outside it', async () => {
    const at = { path: '3302.', programmeId: cast.programmeId, keyOnly: false }
    const few = await areaConcepts(cast.cityOfficer.ctx.actor, at)
    expect(few?.rows).toEqual([])
    expect(few?.untold).toBeGreaterThan(0)
    expect(await areaConcepts(cast.townshipOfficer.ctx.actor, at)).toBeNull()
    await clerksJoin(TOLD_FROM)
    const told = await areaConcepts(cast.cityOfficer.ctx.actor, at)
    expect(told?.rows.map(({ key, people, shaky }) => [key, people, shaky])).toEqual([
      ['LAB:qita-xiane:other-cap', TOLD_FROM + 1, TOLD_FROM + 1],
      ['LAB:qita-xiane:other-costs', TOLD_FROM + 1, 0],
    ])
    expect(told?.untold).toBe(0)
    expect(
      (await areaConcepts(cast.cityOfficer.ctx.actor, { ...at, path: cast.regions.farTownship.path }))?.rows,
    ).toEqual([])
  })
})
