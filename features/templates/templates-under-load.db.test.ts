import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { inventedDocx, paragraph } from '@/server/documents/invented-docx'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { checkTemplate } from './commands/check-template'
import { startRun } from './commands/start-run'
import { uploadTemplate } from './commands/upload-template'
import { templateList } from './queries/template-list'
import { templatePage } from './queries/template-page'

useDatabase()
let cast: Cast

beforeAll(async () => {
  process.env.APP_ORIGIN = 'https://zhixing.example'
  cast = await raiseCast()
})

describe('a template with a hundred thousand problems', () => {
  it('is kept and shown with the first hundred and their number', async () => {
    const { countyOfficer, regions } = cast
    const bytes = await inventedDocx(paragraph('}'.repeat(100_000)))
    const file = new File([new Uint8Array(bytes)], '函.docx')
    const given = { purpose: 'LETTER', regionId: regions.county.id, name: '', file } as const
    const outcome = await uploadTemplate(countyOfficer.ctx, given)
    if (!outcome.ok) throw new Error(outcome.refusal)
    const { templateId } = outcome.value
    await checkTemplate(templateId)
    const stored = await db.officeTemplate.findUniqueOrThrow({ where: { id: templateId } })
    expect([stored.problemCount, (stored.problems as unknown[]).length]).toEqual([100_000, 100])
    const [first] = stored.problems as object[]
    await db.officeTemplate.update({
      where: { id: templateId },
      data: { problems: Array.from({ length: 300 }, () => first ?? {}) },
    })
    const page = await templatePage(countyOfficer.actor, templateId)
    expect([page?.state, page?.problemCount, page?.problems.length]).toEqual(['BROKEN', 100_000, 100])
    const listed = (await templateList(countyOfficer.actor, 'LETTER')).find(({ id }) => id === templateId)
    expect(listed).toMatchObject({ problemCount: 100_000 })
    expect(listed).not.toHaveProperty('problems')
  })
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
