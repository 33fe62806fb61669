import JSZip from 'jszip'
import { beforeAll, describe, expect, it } from 'vitest'
import type { TemplatePurpose } from '@/domain/documents/placeholders'
import { recordCompletion } from '@/features/standing/commands/record-completion'
import { linkHashes } from '@/server/auth/link-secrets'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { docxTexts } from '@/server/documents/docx-texts'
import { inventedDocx, paragraph } from '@/server/documents/invented-docx'
import { loadFile } from '@/server/files/stored-file'
import { auditKinds } from '@/tests/cast/contexts'
import type { Character } from '@/tests/cast/character'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { purgeRuns } from './commands/purge-runs'
import { retireTemplate } from './commands/retire-template'
import { startRun } from './commands/start-run'
import { uploadTemplate } from './commands/upload-template'
import { templateJobs } from './jobs'
import { runFile, templateFile } from './queries/template-files'
import { templateList } from './queries/template-list'
import { templatePage } from './queries/template-page'
import { fullNameAreas } from './queries/template-regions'
import { sampleFile } from './samples/sample-file'

useDatabase()
let cast: Cast

beforeAll(async () => {
  process.env.APP_ORIGIN = 'https://zhixing.example'
  cast = await raiseCast()
})

/** Does what the worker would: every open job about templates. */
async function work(): Promise<void> {
  for (const row of await db.outbox.findMany({ where: { doneAt: null, kind: { in: Object.keys(templateJobs) } } })) {
    await templateJobs[row.kind]?.(row.payload as { subjectId: string }, 'test')
    await db.outbox.update({ where: { id: row.id }, data: { doneAt: new Date() } })
  }
}

const upload = (by: Character, bytes: Buffer, purpose: TemplatePurpose, regionId: string, name = '公文.docx') =>
  uploadTemplate(by.ctx, { purpose, regionId, name: '', file: new File([new Uint8Array(bytes)], name) })

async function uploaded(by: Character, bytes: Buffer, purpose: TemplatePurpose, regionId: string): Promise<string> {
  const outcome = await upload(by, bytes, purpose, regionId)
  if (!outcome.ok) throw new Error(outcome.refusal)
  await work()
  return outcome.value.templateId
}

async function sample(path: string): Promise<Buffer> {
  const file = await sampleFile(path)
  if (!file) throw new Error(path)
  return file.bytes
}

async function textOf(docx: Buffer): Promise<string> {
  const body = await (await JSZip.loadAsync(docx)).file('word/document.xml')?.async('nodebuffer')
  return (await docxTexts(body ?? Buffer.alloc(0), 'body')).map(({ text }) => text).join('\n')
}

async function filled(by: Character, templateId: string, regionId: string, dueOn?: string) {
  const started = await startRun(by.ctx, {
    templateId,
    programmeId: cast.programmeId,
    regionId,
    office: '示例科技局',
    dueOn,
  })
  if (!started.ok) throw new Error(started.refusal)
  await work()
  const run = await db.documentRun.findUniqueOrThrow({ where: { id: started.value.runId } })
  const file = await runFile(by.actor, run.id)
  const zip = file ? await JSZip.loadAsync(file.bytes) : null
  const documents = await Promise.all(
    Object.values(zip?.files ?? {}).map(async (one) => ({
      name: one.name,
      text: await textOf(await one.async('nodebuffer')),
    })),
  )
  return { run, documents }
}

describe('uploading a template', () => {
  it('looks through it in the worker and fills a preview with invented data', async () => {
    const { countyOfficer, regions } = cast
    const outcome = await upload(countyOfficer, await sample('bulletin.docx'), 'BULLETIN', regions.county.id)
    if (!outcome.ok) throw new Error(outcome.refusal)
    const { templateId } = outcome.value
    expect(await templatePage(countyOfficer.actor, templateId)).toMatchObject({
      state: 'UPLOADED',
      name: '公文',
      isOwn: true,
    })
    await work()
    const page = await templatePage(countyOfficer.actor, templateId)
    expect(page).toMatchObject({ state: 'SOUND', problems: [] })
    expect(page?.placeholders).toContain('还差名单')
    const preview = await templateFile(countyOfficer.actor, templateId, 'preview')
    expect(await textOf(preview?.bytes ?? Buffer.alloc(0))).toContain('示例精工有限公司')
    expect(await auditKinds()).toContain('template.changed')
  })

  it('keeps a broken one with its problems, and fills nothing with it', async () => {
    const { countyOfficer, regions } = cast
    const docx = await inventedDocx(paragraph('第一段') + paragraph('致{收件入}：{企业'))
    const id = await uploaded(countyOfficer, docx, 'LETTER', regions.county.id)
    const page = await templatePage(countyOfficer.actor, id)
    expect(page?.state).toBe('BROKEN')
    expect(page?.problems.map(({ code, found, expected, place }) => [code, found, expected, place.paragraph])).toEqual([
      ['unclosed', '{企业', '', 2],
      ['unknown', '{收件入}', '{收件人}', 2],
    ])
    const run = {
      templateId: id,
      programmeId: cast.programmeId,
      regionId: regions.county.id,
      office: '局',
      dueOn: undefined,
    }
    expect(await startRun(countyOfficer.ctx, run)).toMatchObject({ refusal: 'not-usable' })
  })

  it('does not take what is no template, at once or after the worker has looked', async () => {
    const { countyOfficer, regions } = cast
    const at = regions.county.id
    expect(await upload(countyOfficer, Buffer.from('<html>'), 'LETTER', at)).toMatchObject({ refusal: 'html-renamed' })
    expect(await upload(countyOfficer, await sample('bulletin.xlsx'), 'LETTER', at)).toMatchObject({
      refusal: 'docx-only',
    })
    const field = await inventedDocx('<w:p><w:fldSimple w:instr="DDEAUTO c:\\x"/></w:p>')
    const id = await uploaded(countyOfficer, field, 'LETTER', at)
    expect(await templatePage(countyOfficer.actor, id)).toMatchObject({ state: 'REFUSED', refusal: 'fetching-field' })
    expect(await loadFile(id)).toBeNull()
  })

  it('is for regions of the officer alone', async () => {
    const docx = await sample('letter.docx')
    const { township, otherCounty, city } = cast.regions
    for (const { id } of [otherCounty, city])
      expect(await upload(cast.countyOfficer, docx, 'LETTER', id)).toMatchObject({ refusal: 'not-found' })
    expect((await upload(cast.countyOfficer, docx, 'LETTER', township.id)).ok).toBe(true)
  })
})

describe('who sees a template', () => {
  it('its region and all above and below; only its region and those above may retire it', async () => {
    const id = await uploaded(cast.countyOfficer, await sample('attendance.docx'), 'ATTENDANCE', cast.regions.county.id)
    const seen = async (one: Character) => (await templateList(one.actor, 'ATTENDANCE')).find((row) => row.id === id)
    expect(await seen(cast.countyOfficer)).toMatchObject({ isOwn: true })
    expect(await seen(cast.cityOfficer)).toMatchObject({ isOwn: true })
    expect(await seen(cast.townshipOfficer)).toMatchObject({ isOwn: false })
    expect(await seen(cast.otherCountyOfficer)).toBeUndefined()
    expect(await seen(cast.head)).toBeUndefined()
    expect(await templatePage(cast.otherCountyOfficer.actor, id)).toBeNull()
    expect(await templateFile(cast.otherCountyOfficer.actor, id, 'original')).toBeNull()
    for (const one of [cast.otherCountyOfficer, cast.townshipOfficer])
      expect(await retireTemplate(one.ctx, id)).toMatchObject({ refusal: 'not-found' })
    expect(await retireTemplate(cast.cityOfficer.ctx, id)).toMatchObject({ ok: true })
    expect(await retireTemplate(cast.cityOfficer.ctx, id)).toMatchObject({ refusal: 'retired' })
    expect(await seen(cast.countyOfficer)).toMatchObject({ isRetired: true })
  })
})

describe('making documents', () => {
  it('writes a letter to each enterprise with something open, with its personal link when there is one', async () => {
    const { countyOfficer, regions, head } = cast
    const id = await uploaded(countyOfficer, await sample('letter.docx'), 'LETTER', regions.county.id)
    const linkId = newId()
    const expiresAt = new Date(Date.now() + 86_400_000)
    await db.personalLink.create({ data: { id: linkId, holdingId: head.holdingId, ...linkHashes(linkId), expiresAt } })
    const { run, documents } = await filled(countyOfficer, id, regions.county.id, '2027-01-31')
    expect(run).toMatchObject({ state: 'DONE', total: 2, done: 2, masked: 0, beyond: 0, linkless: 1 })
    const near = documents.find(({ name }) => name.includes('甬江'))
    expect(near?.text).toContain('陈谷雨（负责人）您好')
    expect(near?.text).toMatch(/https:\/\/zhixing\.example\/l\/[\w-]{22}/)
    expect(near?.text).toContain('欧阳霜降')
    expect(near?.text).toContain('建议完成日期：2027年1月31日。')
    const other = documents.find(({ name }) => name.includes('澄川'))
    expect(other?.text).toContain('王惊蛰')
    expect(other?.text).toContain('（空缺）')
    expect(other?.text).not.toContain('zhixing.example')
    const event = await db.auditEvent.findFirstOrThrow({ where: { kind: 'document.filled', subjectId: run.id } })
    expect(event).toMatchObject({ actorId: countyOfficer.personId, detail: { count: 2, links: 1 } })
    expect(await runFile(cast.cityOfficer.actor, run.id)).toBeNull()
  })

  it('leaves out enterprises whose persons the officer sees masked, and says how many', async () => {
    const { cityOfficer, townshipOfficer, regions } = cast
    const id = await uploaded(cityOfficer, await sample('letter.docx'), 'LETTER', regions.city.id)
    const { run, documents } = await filled(cityOfficer, id, regions.city.id)
    expect(run).toMatchObject({ state: 'REFUSED', refusal: 'all-masked', masked: 3 })
    expect(documents).toEqual([])
    expect(await fullNameAreas(cityOfficer.actor)).toEqual([])
    const areas = await fullNameAreas(cast.countyOfficer.actor)
    expect(areas.map(({ name }) => name)).toEqual(['鄞州区', '下应街道', '姜山镇'])
    expect((await fullNameAreas(townshipOfficer.actor)).map(({ name }) => name)).toEqual(['下应街道'])
    const own = await filled(townshipOfficer, id, regions.township.id)
    expect(own.documents.map(({ name }) => name)).toEqual(['001 示例·甬江精密机械有限公司.docx'])
    const elsewhere = {
      templateId: id,
      programmeId: cast.programmeId,
      regionId: regions.farTownship.id,
      office: '局',
      dueOn: undefined,
    }
    expect(await startRun(townshipOfficer.ctx, elsewhere)).toMatchObject({ refusal: 'not-found' })
  })

  it('proves attendance for whoever completed the training of their seat, with day and evidence', async () => {
    const { countyOfficer, regions, head, clerk } = cast
    const id = await uploaded(countyOfficer, await sample('attendance.docx'), 'ATTENDANCE', regions.county.id)
    expect((await filled(countyOfficer, id, regions.county.id)).run).toMatchObject({
      state: 'REFUSED',
      refusal: 'nobody',
    })
    const asked = await db.requirementAlternative.findFirstOrThrow({
      where: { requirement: { seatKind: 'HEAD', rate: 'TRAINING', programmeId: cast.programmeId } },
    })
    const about = {
      subjectKind: asked.subjectKind,
      slug: asked.slug,
      contentVersion: 9,
      happenedOn: cast.today,
    } as const
    for (const [personId, evidence] of [
      [head.personId, 'ONLINE'],
      [head.personId, 'SESSION'],
      [clerk.personId, 'SESSION'],
    ] as const)
      await countyOfficer.ctx.transaction((tx) =>
        recordCompletion(tx, countyOfficer.ctx, {
          ...about,
          personId,
          evidence,
          sourceKey: `test:${personId}:${evidence}`,
        }),
      )
    const { run, documents } = await filled(countyOfficer, id, regions.county.id)
    expect(run).toMatchObject({ state: 'DONE', total: 1, done: 1 })
    expect(documents[0]?.name).toBe('001 示例·甬江精密机械有限公司 陈谷雨.docx')
    expect(documents[0]?.text).toContain('佐证类别：现场。')
    expect(documents[0]?.text).toContain('学习完成证明，非职业资格、不作上岗依据。')
  })

  it('fills nothing for an officer whose grant has ended since', async () => {
    const { otherCountyOfficer, regions } = cast
    const id = await uploaded(otherCountyOfficer, await sample('letter.docx'), 'LETTER', regions.otherCounty.id)
    await db.officerGrant.updateMany({
      where: { personId: otherCountyOfficer.personId },
      data: { retractedAt: new Date() },
    })
    const { run } = await filled(otherCountyOfficer, id, regions.otherCounty.id)
    expect(run).toMatchObject({ state: 'REFUSED', refusal: 'nobody', masked: 0 })
  })

  it('keeps the documents thirty days', async () => {
    const run = await db.documentRun.findFirstOrThrow({ where: { state: 'DONE' } })
    expect(await purgeRuns()).toBe(0)
    expect(await purgeRuns(new Date(Date.now() + 31 * 86_400_000))).toBeGreaterThan(0)
    expect(await loadFile(run.id)).toBeNull()
    expect(await db.documentRun.count()).toBe(0)
  })
})
