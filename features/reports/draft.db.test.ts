import JSZip from 'jszip'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/permissions/actor'
import { rateFigure, ratePercent, shownRates } from '@/domain/rates/rate-display'
import { chineseDay } from '@/domain/reports/day-text'
import { loadDemonstration } from '@/prisma/seed/load-demonstration'
import { shanghaiToday } from '@/server/clock'
import { contextOf, inTransaction } from '@/server/context'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { inventedDocx, paragraph } from '@/server/documents/invented-docx'
import { storeFile } from '@/server/files/stored-file'
import { actorOf } from '@/tests/cast/actor-of'
import { useDatabase } from '@/tests/support/database'
import { composeDraft } from './commands/compose-draft'
import { dropOldDrafts } from './commands/drop-drafts'
import { requestDraft } from './commands/request-draft'
import { draftFile, draftForm, draftPage } from './queries/draft-page'
import { periodPage } from './queries/period-page'

useDatabase()

const countyCode = '330212'
const mark = `未结账草稿，数字截至${chineseDay(shanghaiToday())}，结账后以留存的简报为准。`
let city: Actor
let county: Actor
let colleague: Actor
let elsewhere: Actor
let periodId = ''
let enterprises: string[] = []
let persons: string[] = []

async function officerOf(code: string): Promise<Actor> {
  const region = await db.region.findUniqueOrThrow({ where: { code } })
  const grant = { role: 'OFFICER' as const, regionId: region.id, regionPath: region.path, regionKind: region.kind }
  return { ...actorOf(region.id, [grant]), personId: newId() }
}

function asked(code: string, text = '第一段。\n第二段。', docxTemplateId: string | null = null) {
  return { periodId, code, roster: 'all' as const, text, docxTemplateId, xlsxTemplateId: null }
}

const order = (actor: Actor, code: string, text?: string, docxTemplateId?: string) =>
  requestDraft(contextOf(actor, 'test'), asked(code, text, docxTemplateId))

/** The orders that the worker has not taken yet, the oldest first. */
async function orders() {
  const rows = await db.outbox.findMany({ where: { kind: 'bulletin.draft', doneAt: null }, orderBy: { id: 'asc' } })
  await db.outbox.updateMany({ where: { id: { in: rows.map((one) => one.id) } }, data: { doneAt: new Date() } })
  return rows.map((one) => one.payload as { draftId: string; orderId: string })
}

/** The worker's turn, each row twice, as an outbox row may come again. */
async function work() {
  for (const { draftId, orderId } of await orders()) {
    await composeDraft(draftId, orderId)
    await composeDraft(draftId, orderId)
  }
}

async function fileOf(actor: Actor, code: string, format: string) {
  const file = await draftFile(actor, { periodId, code, format })
  if (!file) throw new Error('no draft')
  return file
}

async function textOf(bytes: Buffer, part: RegExp): Promise<string> {
  const zip = await JSZip.loadAsync(bytes)
  const texts = await Promise.all(zip.file(part).map((file) => file.async('string')))
  return texts.join('').replace(/<[^>]+>/g, ' ')
}

const draftFiles = () => db.storedFile.count({ where: { name: { startsWith: '未结账草稿-' } } })

beforeAll(async () => {
  const today = shanghaiToday()
  const loaded = await loadDemonstration({ today, size: { enterprises: 130, countyCodes: [countyCode, '330225'] } })
  if (!loaded.ok) throw new Error(loaded.refusal)
  ;[city, county, elsewhere] = [await officerOf('3302'), await officerOf(countyCode), await officerOf('330225')]
  colleague = { ...county, personId: newId() }
  const open = await db.reportingPeriod.findFirstOrThrow({ where: { frozenAt: null } })
  periodId = open.id
  enterprises = (await db.enterpriseName.findMany({ select: { name: true } })).map((one) => one.name)
  persons = [...new Set((await db.person.findMany({ select: { name: true } })).map((one) => one.name))]
})

describe('a draft', () => {
  it('has the figures of the open page, and says in both files, their names and paragraphs that it is a draft', async () => {
    expect(await order(county, countyCode)).toEqual({ ok: true, value: null })
    expect(await draftFile(county, { periodId, code: countyCode, format: 'docx' })).toBeNull()
    await work()
    const page = await periodPage(county, { periodId, code: countyCode }, { roster: 'all' })
    if (!page) throw new Error('no page')
    expect(page.total.sums.entries).toBeGreaterThan(20)
    const docx = await fileOf(county, countyCode, 'docx')
    const xlsx = await fileOf(county, countyCode, 'xlsx')
    expect([docx.name, xlsx.name]).toEqual(
      ['docx', 'xlsx'].map((format) => `未结账草稿-工作简报-鄞州区-截至${page.period.on}.${format}`),
    )
    const text = await textOf(docx.bytes, /^word\/document\.xml$/)
    const sheets = await textOf(xlsx.bytes, /^xl\/(worksheets\/.*|sharedStrings)\.xml$/)
    for (const said of [text, sheets]) {
      expect(said).toContain('工作简报（未结账草稿）')
      expect(said).toContain(mark)
      expect(said).not.toMatch(/[{}]/)
      expect(said).not.toContain('冻结')
      expect(persons.filter((name) => said.includes(name))).toEqual([])
      for (const { now } of [{ now: page.total }, ...page.children])
        for (const rate of shownRates) {
          const figure = rateFigure(now.sums, rate, page.period.trainingRule)
          if (figure.whole > 0) expect(said).toContain(ratePercent(figure))
        }
    }
    const training = rateFigure(page.total.sums, 'training', page.period.trainingRule)
    const cells = [ratePercent(training), training.part, training.whole, training.whole - training.part]
    expect(text.replace(/\s+/g, ' ')).toContain(cells.join(' '))
    expect(text.indexOf(mark)).toBeLessThan(text.indexOf('第一段。'))
    expect(enterprises.some((name) => text.includes(name))).toBe(true)
    const others = await draftPage(city, { periodId, code: countyCode })
    const form = others && (await draftForm(others, { roster: 'all', isNew: false }))
    expect(form?.text).toContain(`截至${chineseDay(page.period.on)}`)
    expect(form?.text).toContain(`${ratePercent(training)}（${training.part}/${training.whole}）`)
  })

  it('is made again with other paragraphs; the files of the former are dropped, and of two orders the last wins', async () => {
    const before = await fileOf(county, countyCode, 'docx')
    expect((await order(county, countyCode, '较早。')).ok).toBe(true)
    expect((await order(county, countyCode, '较晚。')).ok).toBe(true)
    const [first, second] = await orders()
    if (!first || !second) throw new Error('no orders')
    await composeDraft(second.draftId, second.orderId)
    await composeDraft(first.draftId, first.orderId)
    const after = await fileOf(county, countyCode, 'docx')
    expect(after.bytes.equals(before.bytes)).toBe(false)
    const text = await textOf(after.bytes, /^word\/document\.xml$/)
    expect([text.includes('较晚。'), text.includes('较早。'), text.includes(mark)]).toEqual([true, false, true])
    expect(await draftFiles()).toBe(2)
  })

  it('is its officer’s own: nobody else finds it, and a colleague’s does not touch it', async () => {
    const mine = await fileOf(county, countyCode, 'docx')
    const format = 'docx'
    for (const other of [colleague, city, elsewhere])
      expect(await draftFile(other, { periodId, code: countyCode, format })).toBeNull()
    expect(await draftPage(elsewhere, { periodId, code: countyCode })).toBeNull()
    expect(await order(elsewhere, countyCode)).toEqual({ ok: false, refusal: 'not-found' })
    await Promise.all([order(colleague, countyCode, '同事。'), order(colleague, countyCode, '同事。')])
    await work()
    expect((await fileOf(county, countyCode, 'docx')).bytes.equals(mine.bytes)).toBe(true)
    expect(await textOf((await fileOf(colleague, countyCode, 'docx')).bytes, /document\.xml$/)).toContain('同事。')
    expect(await draftFiles()).toBe(4)
  })

  it('of the city names no enterprise and nobody', async () => {
    expect((await order(city, '3302')).ok).toBe(true)
    await work()
    const said = [
      await textOf((await fileOf(city, '3302', 'docx')).bytes, /^word\//),
      await textOf((await fileOf(city, '3302', 'xlsx')).bytes, /^xl\//),
    ]
    for (const text of said) {
      expect([...enterprises, ...persons].filter((name) => text.includes(name))).toEqual([])
      expect(text).toContain('鄞州区')
      expect(text).toContain(mark)
    }
  })

  it('takes an office’s template that can say it is a draft, and no other', async () => {
    const region = await db.region.findUniqueOrThrow({ where: { code: countyCode } })
    const upload = async (text: string, placeholders: string[]) => {
      const id = newId()
      await inTransaction(async (tx) => {
        const bytes = await inventedDocx(paragraph(text))
        await storeFile(tx, { id, name: 'x.docx', mediaType: 'application/octet-stream', bytes, createdById: null })
        const data = { id, regionId: region.id, purpose: 'BULLETIN' as const, format: 'DOCX' as const, name: text }
        await tx.officeTemplate.create({ data: { ...data, placeholders, state: 'SOUND', recordedById: region.id } })
      })
      return id
    }
    const silent = await upload('培训率{培训率}', ['培训率'])
    const telling = await upload('截至{结账日}，培训率{培训率}', ['结账日', '培训率'])
    const broken = await upload('截至{结账日', ['结账日'])
    expect(await order(county, countyCode, '一段。', silent)).toEqual({ ok: false, refusal: 'unmarked-template' })
    expect(await order(county, countyCode, '一段。', newId())).toEqual({ ok: false, refusal: 'no-template' })
    expect((await order(county, countyCode, '一段。', telling)).ok).toBe(true)
    await work()
    const text = await textOf((await fileOf(county, countyCode, 'docx')).bytes, /document\.xml$/)
    expect(text).toContain(`（未结账草稿，数字截至${chineseDay(shanghaiToday())}）`)
    expect((await order(county, countyCode, '别丢。', broken)).ok).toBe(true)
    await work()
    const page = await draftPage(county, { periodId, code: countyCode })
    expect(page?.stored?.state).toMatchObject({ state: 'refused', refusal: 'template-broken' })
    expect(page && (await draftForm(page, { roster: 'all', isNew: false })).text).toBe('别丢。')
    expect(await draftFile(county, { periodId, code: countyCode, format: 'docx' })).toBeNull()
  })

  it('is removed with its files after seven days', async () => {
    const days = (count: number) => new Date(Date.now() - count * 24 * 3600 * 1000)
    await db.bulletinDraft.updateMany({ where: { orderedById: colleague.personId }, data: { orderedAt: days(8) } })
    await db.bulletinDraft.updateMany({ where: { orderedById: county.personId }, data: { orderedAt: days(6) } })
    const before = await draftFiles()
    expect(await dropOldDrafts()).toBe(1)
    expect(await draftFiles()).toBe(before - 2)
    expect(await draftFile(colleague, { periodId, code: countyCode, format: 'docx' })).toBeNull()
    expect((await draftPage(county, { periodId, code: countyCode }))?.stored).not.toBeNull()
  })
})
