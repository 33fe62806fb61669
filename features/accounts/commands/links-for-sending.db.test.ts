import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/server/db/client'
import { signedIn } from '@/tests/cast/contexts'
import { smallCounty } from '@/tests/cast/small-county'
import { useDatabase } from '@/tests/support/database'
import { issuedLink } from '../queries/issued-link'
import { linkList } from '../queries/link-list'
import { linksForSending } from './links-for-sending'

useDatabase()
let county: Awaited<ReturnType<typeof smallCounty>>
beforeAll(async () => {
  county = await smallCounty()
})
const sheet = { as: 'sheet' as const, offset: 0 }

describe('links to send', () => {
  it('gives names, mobiles and links of the officer’s own entries, each link once, and audits the export without them', async () => {
    const ctx = await signedIn(county.countyOfficer.personId)
    const outcome = await linksForSending(ctx, {}, sheet)
    if (!outcome.ok) throw new Error(outcome.refusal)
    expect(outcome.value.map((each) => each.mobile).sort()).toEqual(['13800138001', '13800138002'])
    const again = await linksForSending(ctx, {}, sheet)
    expect(again.ok && again.value.map((each) => each.link.path)).toEqual(outcome.value.map((each) => each.link.path))
    const audit = await db.auditEvent.findFirstOrThrow({ where: { kind: 'links.exported' } })
    expect(audit.detail).toEqual({ as: 'sheet', rows: 2, region: null })
  })

  it('gives an officer above the parent level nothing, and shows them names only masked', async () => {
    const ctx = await signedIn(county.cityOfficer.personId)
    expect(await linksForSending(ctx, {}, sheet)).toEqual({ ok: false, refusal: 'nothing' })
    const list = await linkList(ctx.actor, {}, 1)
    expect(list.count.all).toBe(4)
    expect(list.sendable).toBe(0)
    expect(list.rows.map((row) => row.personName)).toEqual(expect.arrayContaining(['王*', '李*']))
    expect(JSON.stringify(list)).not.toContain('王芳')
  })

  it('never leaves the scope, whatever region, holding or page is asked for', async () => {
    const ctx = await signedIn(county.townOfficer.personId)
    const foreign = await linkList(ctx.actor, { region: 'T33B' }, 1)
    expect(foreign.rows.every((row) => row.enterprise === '示例·甬江机械')).toBe(true)
    const asked = await linksForSending(ctx, { holding: county.there.head.holdingId }, { as: 'letters', offset: 0 })
    expect(asked).toEqual({ ok: false, refusal: 'nothing' })
    expect(await issuedLink(ctx.actor, county.there.head.holdingId)).toBeNull()
    expect(await issuedLink(ctx.actor, "' OR 1=1 --")).toBeNull()
    expect((await linkList(ctx.actor, {}, 99_999)).page).toBe(1)
  })

  it('filters by seat, name and region, and reads signs of LIKE as themselves', async () => {
    const { actor } = await signedIn(county.cityOfficer.personId)
    expect((await linkList(actor, { kind: 'HEAD' }, 1)).count.all).toBe(2)
    expect((await linkList(actor, { search: '甬江' }, 1)).count.all).toBe(2)
    expect((await linkList(actor, { search: '%%' }, 1)).count.all).toBe(0)
    expect((await linkList(actor, { region: 'T33A1' }, 1)).count.all).toBe(2)
  })

  it('leaves ended holdings out', async () => {
    await db.holding.update({ where: { id: county.here.clerk.holdingId }, data: { toOn: new Date('2026-02-01') } })
    const outcome = await linksForSending(await signedIn(county.townOfficer.personId), {}, sheet)
    expect(outcome.ok && outcome.value.map((each) => each.mobile)).toEqual(['13800138001'])
  })
})
