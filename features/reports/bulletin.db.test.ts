import JSZip from 'jszip'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, type Day } from '@/domain/calendar/day'
import type { Actor } from '@/domain/permissions/actor'
import { shownRates } from '@/domain/rates/rate-display'
import { shortRegionName } from '@/domain/reports/short-name'
import { loadDemonstration } from '@/prisma/seed/load-demonstration'
import { shanghaiToday } from '@/server/clock'
import { contextOf } from '@/server/context'
import { db } from '@/server/db/client'
import { documentWords } from '@/server/document-words'
import { actorOf } from '@/tests/cast/actor-of'
import { useDatabase } from '@/tests/support/database'
import { composeBulletin } from './commands/compose-bulletin'
import { requestBulletin } from './commands/request-bulletin'
import { groupText, MOST_LINES } from './group-text'
import { composeBulletinInput, reportView } from './input'
import { bulletinDraft, bulletinFile, bulletinPage } from './queries/bulletin-page'
import { groupPage } from './queries/group-figures'
import { periodPage } from './queries/period-page'

useDatabase()

const countyCode = '330212'
let city: Actor
let county: Actor
let elsewhere: Actor
let periodId = ''
let openId = ''
let enterprises: string[] = []
let persons: string[] = []

/** An officer of the region with this code. */
async function officerOf(code: string): Promise<Actor> {
  const region = await db.region.findUniqueOrThrow({ where: { code } })
  const grant = { role: 'OFFICER' as const, regionId: region.id, regionPath: region.path, regionKind: region.kind }
  return actorOf(region.id, [grant])
}

async function order(actor: Actor, code: string, text = '第一段。\n第二段。') {
  const input = { periodId, code, roster: 'all', docxTemplateId: '', xlsxTemplateId: '', text }
  return requestBulletin(contextOf(actor, 'test'), composeBulletinInput.parse(input))
}

/** The worker's turn: composes what was ordered, twice, as an outbox row may come again. */
async function work() {
  const rows = await db.outbox.findMany({ where: { kind: 'bulletin.compose', doneAt: null } })
  for (const { payload } of rows) {
    const { bulletinId } = payload as { bulletinId: string }
    await composeBulletin(bulletinId)
    await composeBulletin(bulletinId)
  }
}

async function composedOf(actor: Actor, code: string) {
  const page = await bulletinPage(actor, { periodId, code })
  if (page?.stored?.state.state !== 'composed') throw new Error('not composed')
  return page.stored.state.bulletin
}

async function textOf(bytes: Buffer, part: RegExp): Promise<string> {
  const zip = await JSZip.loadAsync(bytes)
  const texts = await Promise.all(zip.file(part).map((file) => file.async('string')))
  return texts.join('').replace(/<[^>]+>/g, ' ')
}

beforeAll(async () => {
  const today: Day = shanghaiToday()
  const loaded = await loadDemonstration({ today, size: { enterprises: 130, countyCodes: [countyCode, '330225'] } })
  if (!loaded.ok) throw new Error(loaded.refusal)
  ;[city, county, elsewhere] = [await officerOf('3302'), await officerOf(countyCode), await officerOf('330225')]
  const periods = await db.reportingPeriod.findMany({ orderBy: { toOn: 'desc' } })
  openId = periods.find((one) => one.frozenAt === null)?.id ?? ''
  periodId = periods.find((one) => one.frozenAt !== null)?.id ?? ''
  enterprises = (await db.enterpriseName.findMany({ select: { name: true } })).map((one) => one.name)
  persons = [...new Set((await db.person.findMany({ select: { name: true } })).map((one) => one.name))]
})

describe('the demonstration', () => {
  it('has closed periods that tile its history, the last of them before today', async () => {
    const periods = await db.reportingPeriod.findMany({ orderBy: { toOn: 'asc' } })
    const frozen = periods.filter((one) => one.frozenAt)
    expect(frozen.length).toBeGreaterThan(0)
    expect(periods.filter((one) => !one.frozenAt)).toHaveLength(1)
    for (const [index, one] of periods.entries()) if (index > 0) expect(one.fromOn).toEqual(periods[index - 1]?.toOn)
    const page = await periodPage(city, { periodId }, { roster: 'all' })
    expect(page?.total.sums.entries).toBeGreaterThan(100)
    expect(page && addDays(page.period.lastDay, 1) <= shanghaiToday()).toBe(true)
  })
})

describe('a bulletin', () => {
  it('begins with paragraphs composed from the frozen figures', async () => {
    const page = await bulletinPage(county, { periodId, code: countyCode })
    const draft = page && (await bulletinDraft(page, 'all'))
    expect(draft?.text).toContain('重点企业培训率')
    expect(persons.filter((name) => draft?.text.includes(name))).toEqual([])
  })

  it('is composed once, and its bytes are the same for ever', async () => {
    expect(await order(county, countyCode)).toEqual({ ok: true, value: null })
    expect(await order(county, countyCode)).toEqual({ ok: false, refusal: 'already-composed' })
    await work()
    expect(await order(county, countyCode)).toEqual({ ok: false, refusal: 'already-composed' })
    expect(await order(city, countyCode)).toEqual({ ok: false, refusal: 'already-composed' })
    for (const format of ['docx', 'xlsx']) {
      const first = await bulletinFile(county, { periodId, code: countyCode, format })
      const second = await bulletinFile(city, { periodId, code: countyCode, format })
      expect(first?.bytes.length).toBeGreaterThan(1_000)
      expect(second?.bytes.equals(first?.bytes ?? Buffer.alloc(0))).toBe(true)
    }
    expect(await db.storedFile.count({ where: { name: { startsWith: '工作简报-' } } })).toBe(2)
    expect(await db.auditEvent.count({ where: { kind: 'bulletin.composed' } })).toBe(1)
  })

  it('of a county names its enterprises in the list, as many as it says, and nobody', async () => {
    const bulletin = await composedOf(county, countyCode)
    expect(bulletin.paragraphs).toEqual(['第一段。', '第二段。'])
    expect(bulletin.missing).toHaveLength(bulletin.open)
    expect(bulletin.children.reduce((sum, child) => sum + child.open, 0)).toBe(bulletin.open)
    expect(bulletin.missing.filter((one) => !enterprises.includes(one.enterprise) || one.needs.length === 0)).toEqual(
      [],
    )
    const docx = await bulletinFile(county, { periodId, code: countyCode, format: 'docx' })
    const text = await textOf(docx?.bytes ?? Buffer.alloc(0), /^word\/document\.xml$/)
    expect(bulletin.missing.filter((one) => !text.includes(one.enterprise))).toEqual([])
    expect(text).not.toMatch(/[{}]/)
    const xlsx = await bulletinFile(county, { periodId, code: countyCode, format: 'xlsx' })
    const sheets = await textOf(xlsx?.bytes ?? Buffer.alloc(0), /^xl\/worksheets\/.*\.xml$/)
    expect(bulletin.missing.filter((one) => !sheets.includes(one.enterprise))).toEqual([])
    for (const said of [text, sheets]) expect(persons.filter((name) => said.includes(name))).toEqual([])
  })

  it('of the city names no enterprise, in no form, and says how many per county', async () => {
    expect((await order(city, '3302')).ok).toBe(true)
    await work()
    const bulletin = await composedOf(city, '3302')
    expect(bulletin.open).toBeGreaterThan(0)
    expect(bulletin.children.reduce((sum, child) => sum + child.open, 0)).toBe(bulletin.open)
    const docx = await bulletinFile(city, { periodId, code: '3302', format: 'docx' })
    const xlsx = await bulletinFile(city, { periodId, code: '3302', format: 'xlsx' })
    const said = [
      JSON.stringify(bulletin),
      await textOf(docx?.bytes ?? Buffer.alloc(0), /^word\//),
      await textOf(xlsx?.bytes ?? Buffer.alloc(0), /^xl\//),
    ]
    for (const text of said) expect([...enterprises, ...persons].filter((name) => text.includes(name))).toEqual([])
    expect(said[1]).toContain('鄞州区')
  })

  it('has the figures of the frozen rows, also when it is composed after later facts', async () => {
    const [bulletin, page] = [await composedOf(city, '3302'), await periodPage(city, { periodId }, { roster: 'all' })]
    const [sums, entries] = [page?.total.sums, bulletin.entries]
    expect(entries).toBe(sums?.entries)
    expect(bulletin.figures.awareness).toEqual({ part: sums?.aware, whole: sums?.heads })
    for (const rate of shownRates) {
      const sum = bulletin.children.reduce((all, child) => all + child.figures[rate].part, 0)
      expect([rate, sum]).toEqual([rate, bulletin.figures[rate].part])
    }
    if (bulletin.before && bulletin.roster && page?.former) {
      const { joined, left } = bulletin.roster
      expect(entries - page.former.total.sums.entries).toBe(joined - left)
    }
  })

  it('is not found by an officer of another region, and not of an open period', async () => {
    expect(await order(elsewhere, countyCode)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await order(county, '3302')).toEqual({ ok: false, refusal: 'not-found' })
    expect(await bulletinPage(elsewhere, { periodId, code: countyCode })).toBeNull()
    expect(await bulletinFile(elsewhere, { periodId, code: countyCode, format: 'docx' })).toBeNull()
    expect(await bulletinPage(county, { periodId: openId, code: countyCode })).toBeNull()
  })

  it('takes a template of the office, tells what is broken in it, and may then be composed with another', async () => {
    const { storeFile } = await import('@/server/files/stored-file')
    const { inventedDocx, paragraph } = await import('@/server/documents/invented-docx')
    const { newId } = await import('@/server/db/id')
    const region = await db.region.findUniqueOrThrow({ where: { code: '330225' } })
    const upload = async (text: string) => {
      const id = newId()
      await db.$transaction(async (tx) => {
        const bytes = await inventedDocx(paragraph(text))
        await storeFile(tx, { id, name: 'x.docx', mediaType: 'application/octet-stream', bytes, createdById: null })
        const data = { id, regionId: region.id, purpose: 'BULLETIN' as const, format: 'DOCX' as const, name: text }
        await tx.officeTemplate.create({ data: { ...data, placeholders: [], state: 'SOUND', recordedById: region.id } })
      })
      return id
    }
    const with_ = (docxTemplateId: string) =>
      requestBulletin(contextOf(elsewhere, 'test'), {
        ...{ periodId, code: '330225', roster: 'all' as const, text: '一段。' },
        docxTemplateId,
        xlsxTemplateId: null,
      })
    const broken = await upload('本期{培训率')
    const whole = await upload('{区域名}培训率{培训率}，还差{还差企业数}家')
    expect(
      await requestBulletin(contextOf(county, 'test'), {
        periodId,
        code: '330212',
        roster: 'all',
        text: 'x',
        docxTemplateId: broken,
        xlsxTemplateId: null,
      }),
    ).toEqual({ ok: false, refusal: 'no-template' })
    expect((await with_(broken)).ok).toBe(true)
    await work()
    const refused = await bulletinPage(elsewhere, { periodId, code: '330225' })
    expect(refused?.stored?.state).toMatchObject({ state: 'refused', refusal: 'template-broken' })
    expect(JSON.stringify(refused?.stored?.state)).toContain('{培训率')
    expect((await with_(whole)).ok).toBe(true)
    await work()
    const docx = await bulletinFile(elsewhere, { periodId, code: '330225', format: 'docx' })
    const bulletin = await composedOf(elsewhere, '330225')
    const text = await textOf(docx?.bytes ?? Buffer.alloc(0), /^word\/document\.xml$/)
    expect(text).toContain(`还差${bulletin.open}家`)
  })
})

describe('a group text', () => {
  it('has at most twenty lines for any region, names nobody, ranks nobody, and its sums are equal', async () => {
    const regions = await db.region.findMany({ select: { code: true, kind: true, path: true } })
    const words = documentWords('reports')
    const [scope, brands] = [regions.filter((one) => /^3302(\.330212.*|\.330225\.)?\.?$/.test(one.path)), enterprises]
    expect(scope.length).toBeGreaterThan(20)
    for (const { code, kind } of scope) {
      for (const roster of ['key', 'all'] as const) {
        const page = await groupPage(city, reportView.parse({ region: code, roster }))
        if (!page?.figures) throw new Error('no figures')
        const lines = groupText(page.figures, words)
        const text = lines.join('\n')
        expect(lines.length).toBeLessThanOrEqual(MOST_LINES)
        expect(lines.filter((line) => line.trim() === '' || line.includes('\n'))).toEqual([])
        expect(persons.filter((name) => text.includes(name))).toEqual([])
        expect(text).not.toMatch(/名次|排名|第一|倒数|末位|登录/)
        if (kind === 'CITY') expect(brands.filter((name) => text.includes(name.slice(0, 6)))).toEqual([])
        const { children, missing } = page.figures
        if (children.length > 0) expect(children.reduce((sum, one) => sum + one.missing, 0)).toBe(missing)
        const order = (
          await db.region.findMany({ where: { parent: { code } }, orderBy: [{ sortOrder: 'asc' }, { code: 'asc' }] })
        ).map((one) => shortRegionName(one.name))
        const places = children.map((one) => order.indexOf(one.name))
        expect(places).toEqual([...places].sort((a, b) => a - b))
      }
    }
  })

  it('is not found by an officer of another region', async () => {
    expect(await groupPage(elsewhere, reportView.parse({ region: countyCode }))).toBeNull()
    expect((await groupPage(elsewhere, reportView.parse({})))?.region.code).toBe('330225')
  })
})
