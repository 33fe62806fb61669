import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { startRun } from './commands/start-run'

useDatabase()
let cast: Cast

beforeAll(async () => {
  process.env.APP_ORIGIN = 'https://zhixing.example'
  cast = await raiseCast()
})

describe('a run', () => {
  it('is begun once, however many starts arrive at the same moment', async () => {
    const { countyOfficer, regions } = cast
    const templateId = newId()
    await db.officeTemplate.create({
      data: {
        id: templateId,
        regionId: regions.county.id,
        purpose: 'LETTER',
        format: 'DOCX',
        name: '函',
        state: 'SOUND',
        recordedById: countyOfficer.personId,
      },
    })
    const run = {
      templateId,
      programmeId: cast.programmeId,
      regionId: regions.county.id,
      office: '局',
      dueOn: undefined,
    }
    const starts = await Promise.all(Array.from({ length: 30 }, () => startRun(countyOfficer.ctx, run)))
    expect(starts.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(starts.flatMap((one) => (one.ok ? [] : [one.refusal])))).toEqual(new Set(['running']))
    expect(await db.documentRun.count({ where: { templateId } })).toBe(1)
    expect(await db.outbox.count({ where: { kind: 'document.fill', doneAt: null } })).toBe(1)
    await db.documentRun.updateMany({ where: { templateId }, data: { state: 'DONE' } })
    expect((await startRun(countyOfficer.ctx, run)).ok).toBe(true)
  })
})
