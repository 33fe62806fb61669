import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_SMS_LAYOUT, type SmsLayout } from '@/domain/contacts/sms-layout'
import { recordCompletions } from '@/features/standing/commands/record-completion'
import { inTransaction, systemContext } from '@/server/context'
import { readPaste } from '@/server/files/read-paste'
import { csvOf } from '@/server/files/write-csv'
import { db } from '@/server/db/client'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { linksForSending } from './commands/links-for-sending'
import { dropSmsLayout, saveSmsLayout } from './commands/save-sms-layout'
import { linkList } from './queries/link-list'
import { smsLayoutInForce, smsLayoutKey } from './queries/sms-layout'
import { draftText, layoutOfDraft, smsLayoutForm } from './sms-layout-input'
import { linkRows, linkSheet } from './ui/link-sheet'

useDatabase()
let cast: Cast
beforeAll(async () => {
  cast = await raiseCast()
})
beforeEach(() => db.setting.deleteMany())

const named = (header: string): SmsLayout => ({
  columns: [
    { kind: 'fixed', header, text: '=签名' },
    { kind: 'mobile', header: '手机' },
    { kind: 'text', header: '内容' },
  ],
  hasHeader: true,
  template: '{姓名}，{企业}的{待办}：{链接}',
  format: 'csv',
})
const [CITY, COUNTY, TOWNSHIP] = ['3302', '330212', '330212001']
const headerIn = async (code?: string) => {
  const found = await smsLayoutInForce(cast.cityOfficer.actor, code)
  return [found?.layout.columns[0]?.header, found?.savedBy?.name ?? null]
}

describe('a layout', () => {
  it('is the product’s until a region above saves one; the nearest counts, and dropping it follows the next', async () => {
    expect((await smsLayoutInForce(cast.townshipOfficer.actor))?.layout).toEqual(DEFAULT_SMS_LAYOUT)
    await saveSmsLayout(cast.cityOfficer.ctx, { region: CITY, layout: named('市') })
    expect(await headerIn(TOWNSHIP)).toEqual(['市', '宁波市'])
    await saveSmsLayout(cast.countyOfficer.ctx, { region: COUNTY, layout: named('县') })
    expect(await headerIn(TOWNSHIP)).toEqual(['县', '鄞州区'])
    expect(await headerIn('330225101')).toEqual(['市', '宁波市'])
    await saveSmsLayout(cast.townshipOfficer.ctx, { region: TOWNSHIP, layout: named('镇') })
    expect(await headerIn(TOWNSHIP)).toEqual(['镇', '下应街道'])
    expect(await headerIn(COUNTY)).toEqual(['县', '鄞州区'])
    await dropSmsLayout(cast.townshipOfficer.ctx, TOWNSHIP)
    expect(await headerIn(TOWNSHIP)).toEqual(['县', '鄞州区'])
    const audit = await db.auditEvent.findMany({ where: { kind: 'sms-layout.changed' } })
    expect(audit).toHaveLength(4)
  })

  it('is saved only in the officer’s area, and is not even read elsewhere', async () => {
    for (const { ctx } of [cast.townshipOfficer, cast.otherCountyOfficer, cast.clerk]) {
      expect(await saveSmsLayout(ctx, { region: COUNTY, layout: named('x') })).toMatchObject({ refusal: 'not-found' })
      expect(await dropSmsLayout(ctx, COUNTY)).toMatchObject({ refusal: 'not-found' })
      expect(await smsLayoutInForce(ctx.actor, COUNTY)).toBeNull()
    }
    expect(await db.setting.count()).toBe(0)
    expect((await smsLayoutInForce(cast.townshipOfficer.actor))?.region.code).toBe(TOWNSHIP)
  })

  it('that cannot be used is not saved; one that can no longer be read is passed over', async () => {
    const layout = { ...named('县'), template: '没有链接' }
    expect(await saveSmsLayout(cast.countyOfficer.ctx, { region: COUNTY, layout })).toMatchObject({
      refusal: 'not-usable',
    })
    await saveSmsLayout(cast.cityOfficer.ctx, { region: CITY, layout: named('市') })
    await db.setting.create({ data: { key: smsLayoutKey(cast.regions.county.id), value: { columns: 'x' } } })
    expect(await headerIn(COUNTY)).toEqual(['市', '宁波市'])
  })

  it('goes through an address unchanged, and what is no layout is none', () => {
    expect(layoutOfDraft(draftText(named('列名')))).toEqual(named('列名'))
    for (const text of ['', 'x', draftText({ ...named('a'), format: 'exe' as 'csv' }), ['a'], 'A'.repeat(20_000)])
      expect(layoutOfDraft(text)).toBeNull()
  })

  it('is read from the form by its places; columns without one are left out', () => {
    const form = { region: COUNTY, intent: 'save', format: 'csv', template: 'a\r\nb', hasHeader: 'on' }
    const places = { order_link: '2', order_mobile: '1', header_mobile: ' 号码 ', order_name: '', order_code: '0' }
    const fixed = { order_fixed2: '2', text_fixed2: 'S1', header_fixed2: '模板' }
    expect(smsLayoutForm.parse({ ...form, ...places, ...fixed })).toEqual({
      region: COUNTY,
      intent: 'save',
      layout: {
        columns: [
          { kind: 'mobile', header: '号码' },
          { kind: 'link', header: '链接' },
          { kind: 'fixed', header: '模板', text: 'S1' },
        ],
        hasHeader: true,
        template: 'a\nb',
        format: 'csv',
      },
    })
  })
})

describe('the list in a layout', () => {
  it('has its columns, the words of what is open, no formula, and each mobile as text', async () => {
    const outcome = await linksForSending(cast.townshipOfficer.ctx, { kind: 'HEAD' }, { as: 'sheet', offset: 0 })
    if (!outcome.ok) throw new Error(outcome.refusal)
    const read = readPaste(csvOf(linkRows(outcome.value, named('=签名'))), 100).map(({ cells }) =>
      [...cells.values()].map(({ text }) => text),
    )
    const path = outcome.value[0]?.link.path ?? '?'
    expect(read).toEqual([
      ["'=签名", '手机', '内容'],
      [
        "'=签名",
        cast.head.mobile,
        expect.stringMatching(
          /^陈谷雨，示例·甬江精密机械有限公司的五张政策卡片和测一测：http:\/\/localhost:\d+\/l\/[\w-]{22}$/,
        ),
      ],
    ])
    expect(read[1]?.[2]).toContain(path)
    const sheet = linkSheet(outcome.value, { ...named('a'), hasHeader: false }, '短信名单')
    expect(sheet.columns.map(({ format }) => format)).toEqual(['text', 'text', 'text'])
    expect(linkRows(outcome.value, { ...named('a'), hasHeader: false })).toHaveLength(1)
  })

  it('may be narrowed to those who still have something to do', async () => {
    const fact = {
      personId: cast.head.personId,
      contentVersion: 1,
      happenedOn: cast.today,
      evidence: 'ONLINE',
    } as const
    const holdings = async () =>
      (await linkList(cast.townshipOfficer.actor, { open: true }, 1)).rows.map(({ holdingId }) => holdingId)
    expect(await holdings()).toContain(cast.head.holdingId)
    await inTransaction((tx) =>
      recordCompletions(tx, systemContext('test'), [
        { ...fact, subjectKind: 'COURSE', slug: 'jiajikouchu', sourceKey: 'course:1' },
        { ...fact, subjectKind: 'EXAM', slug: 'jiajikouchu-ceyice', sourceKey: 'exam:1' },
      ]),
    )
    expect(await holdings()).not.toContain(cast.head.holdingId)
    expect(await holdings()).toHaveLength(2)
  })

  it('leaves out whoever has no mobile, and says how many those are', async () => {
    const before = await linkList(cast.townshipOfficer.actor, {}, 1)
    await db.person.update({
      where: { id: cast.clerk.personId },
      data: { mobileCipher: null, mobileHmac: null },
    })
    const after = await linkList(cast.townshipOfficer.actor, {}, 1)
    expect([before.sendable, before.withoutMobile]).toEqual([3, 0])
    expect([after.sendable, after.withoutMobile]).toEqual([2, 1])
    const outcome = await linksForSending(cast.townshipOfficer.ctx, {}, { as: 'sheet', offset: 0 })
    expect(outcome.ok && outcome.value).toHaveLength(2)
    expect((await linkList(cast.cityOfficer.actor, {}, 1)).withoutMobile).toBe(0)
  })
})
