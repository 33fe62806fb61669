import { beforeAll, describe, expect, it } from 'vitest'
import { startSteps } from '@/domain/start/steps'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { actorOf } from '@/tests/cast/actor-of'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { auditKinds } from '@/tests/cast/contexts'
import { useDatabase } from '@/tests/support/database'
import { skipStep } from './commands/skip-step'
import { isStartDue } from './queries/start-due'
import { countedStart } from './queries/start-facts'

useDatabase()
let cast: Cast

beforeAll(async () => {
  cast = await raiseCast()
})

describe('the first steps', () => {
  it('count what is there in the officer’s own area, and nothing from elsewhere', async () => {
    const city = await countedStart(cast.cityOfficer.actor)
    expect(city).toMatchObject({
      isCity: true,
      entries: 3,
      programmes: 1,
      links: 0,
      resultBatches: 0,
      otherOfficers: 3,
    })
    const county = await countedStart(cast.countyOfficer.actor)
    expect(county).toMatchObject({ isCity: false, hasRegionsBelow: true, entries: 2, otherOfficers: 1 })
    const township = await countedStart(cast.townshipOfficer.actor)
    expect(township).toMatchObject({ hasRegionsBelow: false, entries: 1, otherOfficers: 0 })
    expect(await countedStart(cast.clerk.actor)).toBeNull()
  })

  it('counts written batches and links of seats, not renewed ones, in the area alone', async () => {
    const batch = (state: 'WRITTEN' | 'MATCHED' | 'RETRACTED', regionId: string) => ({
      id: newId(),
      programmeId: cast.programmeId,
      regionId,
      source: 'SHEET' as const,
      title: '示例签到表',
      fileName: '',
      sha256: new Uint8Array(32),
      state,
      createdById: cast.cityOfficer.personId,
    })
    const { county, otherCounty } = cast.regions
    await db.resultBatch.createMany({
      data: [batch('WRITTEN', county.id), batch('RETRACTED', county.id), batch('MATCHED', otherCounty.id)],
    })
    const link = (holdingId: string) => ({
      id: newId(),
      holdingId,
      tokenHmac: new Uint8Array(Buffer.from(newId())),
      expiresAt: new Date('2027-01-01'),
    })
    const { head, farClerk } = cast
    await db.personalLink.createMany({ data: [link(head.holdingId), link(head.holdingId), link(farClerk.holdingId)] })
    expect(await countedStart(cast.cityOfficer.actor)).toMatchObject({ resultBatches: 1, waitingBatches: 1, links: 2 })
    expect(await countedStart(cast.countyOfficer.actor)).toMatchObject({
      resultBatches: 1,
      waitingBatches: 0,
      links: 1,
    })
    expect(await countedStart(cast.otherCountyOfficer.actor)).toMatchObject({ resultBatches: 0, waitingBatches: 1 })
  })

  it('remember what was put off, for that area alone, with a trace', async () => {
    await skipStep(cast.otherCountyOfficer.ctx, 'results')
    await skipStep(cast.otherCountyOfficer.ctx, 'officers')
    await skipStep(cast.otherCountyOfficer.ctx, 'results')
    const facts = await countedStart(cast.otherCountyOfficer.actor)
    expect(facts?.skipped).toEqual(['results', 'officers'])
    expect(facts && startSteps(facts).map(({ key, state }) => `${key} ${state}`)).toContain('results skipped')
    expect((await countedStart(cast.countyOfficer.actor))?.skipped).toEqual([])
    expect((await auditKinds()).filter((kind) => kind === 'start.step-skipped')).toHaveLength(3)
    expect(await skipStep(cast.clerk.ctx, 'results')).toMatchObject({ refusal: 'not-found' })
  })

  it('come first only while something essential is missing in the area', async () => {
    expect(await isStartDue(cast.cityOfficer.actor)).toBe(false)
    expect(await isStartDue(cast.clerk.actor)).toBe(false)
    const { city } = cast.regions
    const code = '330299'
    const empty = { id: newId(), kind: 'COUNTY' as const, code, name: '示例空县', path: `${city.path}${code}.` }
    await db.region.create({ data: { ...empty, parentId: city.id } })
    const grant = { role: 'OFFICER' as const, regionId: empty.id, regionPath: empty.path, regionKind: empty.kind }
    expect(await isStartDue(actorOf(cast.cityOfficer.personId, [grant]))).toBe(true)
    expect(await isStartDue(cast.countyOfficer.actor)).toBe(false)
  })
})
