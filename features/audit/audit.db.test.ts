import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/permissions/actor'
import { nameBigrams } from '@/domain/roster/name-search'
import type { AuditEntry, AuditKind } from '@/server/audit/entry'
import { sealEvents } from '@/server/audit/seal-events'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { signedIn } from '@/tests/cast/contexts'
import { officer, smallCounty } from '@/tests/cast/small-county'
import { useDatabase } from '@/tests/support/database'
import { auditList } from './queries/audit-list'
import { type AuditView, auditViewInput } from './view'

useDatabase()
let cast: Awaited<ReturnType<typeof smallCounty>>
let city: Actor
let county: Actor
let town: Actor

/** What happened, at a moment of its own so that the order is known. */
let minute = 0
async function happened(actorId: string | null, entry: AuditEntry & { at?: string }): Promise<string> {
  const id = newId()
  minute += 1
  const at = entry.at ? new Date(entry.at) : new Date(Date.UTC(2026, 9, 1, 0, minute))
  const { kind, subjectId = null, regionPath = null, detail = {} } = entry
  await db.auditEvent.create({ data: { id, at, actorId, kind, subjectId, regionPath, detail } })
  return id
}
const asked = (view: Partial<Record<keyof AuditView, string>> = {}) => auditViewInput.parse(view)
const read = async (actor: Actor, view: Partial<Record<keyof AuditView, string>> = {}) =>
  (await auditList(actor, asked(view))).lines
const ids = async (actor: Actor, view: Partial<Record<keyof AuditView, string>> = {}) =>
  (await read(actor, view)).map(({ id }) => id)

beforeAll(async () => {
  cast = await smallCounty()
  const { cityOfficer, countyOfficer, townOfficer } = cast
  city = (await signedIn(cityOfficer.personId)).actor
  county = (await signedIn(countyOfficer.personId)).actor
  town = (await signedIn(townOfficer.personId)).actor
  for (const { id, name } of await db.enterpriseName.findMany()) {
    await db.enterpriseName.update({ where: { id }, data: { bigrams: nameBigrams(name) } })
  }
})

describe('who reads what of the trail', () => {
  const events: Record<string, string> = {}
  beforeAll(async () => {
    const { here, there, countyOfficer, townOfficer, cityOfficer } = cast
    const inTown = { regionPath: cast.town.path, subjectId: here.entryId }
    events.inTown = await happened(townOfficer.personId, { kind: 'visit.recorded', ...inTown })
    events.inOther = await happened(cityOfficer.personId, {
      kind: 'visit.recorded',
      regionPath: cast.otherTown.path,
      subjectId: there.entryId,
    })
    events.inCounty = await happened(countyOfficer.personId, { kind: 'import.confirmed', regionPath: cast.county.path })
    events.townLogin = await happened(null, { kind: 'login.opened', subjectId: townOfficer.personId })
    events.cityLogin = await happened(null, { kind: 'login.opened', subjectId: cityOfficer.personId })
    events.countyPlaceless = await happened(countyOfficer.personId, { kind: 'links.exported' })
    events.learner = await happened(here.clerk.personId, { kind: 'attempt.started' })
    events.confirmed = await happened(here.head.personId, { kind: 'visit.answered', ...inTown })
  })

  it('the root reads everything, also what belongs to no region', async () => {
    expect([...(await ids(city))].sort()).toEqual(Object.values(events).sort())
  })

  it('others read their subtree, and events of no region by or about themselves and officers beneath', async () => {
    const { inTown, inCounty, townLogin, countyPlaceless, confirmed } = events
    expect(await ids(county)).toEqual([confirmed, countyPlaceless, townLogin, inCounty, inTown])
    expect(await ids(town)).toEqual([confirmed, townLogin, inTown])
  })

  it('whoever also holds a role elsewhere is not followed there', async () => {
    const both = await officer('双岗', 'both.posts', 'nine herons by the dyke', cast.town.id)
    const elsewhere = { personId: both.personId, role: 'OFFICER' as const, regionId: cast.otherTown.id }
    await db.officerGrant.create({ data: { id: newId(), ...elsewhere, fromOn: new Date('2026-01-01') } })
    const id = await happened(both.personId, { kind: 'links.exported' })
    expect(await ids(county)).not.toContain(id)
    expect(await ids((await signedIn(both.personId)).actor)).toContain(id)
  })

  it('learners, links and officers of another county read nothing of it', async () => {
    const clerk = (await signedIn(cast.here.clerk.personId)).actor
    expect((await read(clerk)).filter(({ id }) => id !== events.learner)).toEqual([])
    const other = await officer('邻县', 'other.county', 'nine herons by the dyke', cast.other.id)
    expect(await ids((await signedIn(other.personId)).actor)).toEqual([events.inOther])
    expect(await ids({ ...county, via: 'link' })).not.toContain(events.inCounty)
  })

  it('names officers of one’s own area, masks those above and people of enterprises above the parent', async () => {
    const nameOf = async (actor: Actor, id: string | undefined) =>
      (await read(actor)).find((line) => line.id === id)?.actorName
    expect(await nameOf(city, events.inTown)).toBe('陈镇')
    expect(await nameOf(county, events.inTown)).toBe('陈镇')
    expect(await nameOf(city, events.confirmed)).toBe('王*')
    expect(await nameOf(city, events.learner)).toBe('李*')
    expect(await nameOf(county, events.confirmed)).toBe('王芳')
    const id = await happened(cast.cityOfficer.personId, { kind: 'period.frozen', regionPath: cast.county.path })
    expect(await nameOf(county, id)).toBe('林市')
    const deep = await happened(cast.cityOfficer.personId, {
      kind: 'region.changed',
      regionPath: `${cast.town.path}X.Y.`,
    })
    expect(await nameOf(county, deep)).toBe('林*')
  })

  it('says which enterprise, region or person an event is about, with a way to the enterprise', async () => {
    const subjectOf = async (subjectId: string, kind: AuditKind = 'holding.changed') => {
      const id = await happened(cast.townOfficer.personId, { kind, regionPath: cast.town.path, subjectId })
      return (await read(county)).find((line) => line.id === id)?.subject
    }
    const enterprise = { label: '示例·甬江机械', href: `/manage/roster/${cast.here.entryId}` }
    expect(await subjectOf(cast.here.entryId)).toEqual(enterprise)
    expect(await subjectOf(cast.here.clerk.seatId)).toEqual(enterprise)
    expect(await subjectOf(cast.here.clerk.holdingId)).toEqual(enterprise)
    expect(await subjectOf(cast.town.id, 'region.changed')).toEqual({ label: '示例镇', href: null })
    expect(await subjectOf(cast.townOfficer.personId, 'officer.granted')).toEqual({ label: '陈镇', href: null })
    expect(await subjectOf(cast.there.entryId)).toBeNull()
    expect(await subjectOf('not an id')).toBeNull()
  })

  it('never says who sent a suggestion or an inquiry, not even by asking for a person, but to themself', async () => {
    const clerk = cast.here.clerk.personId
    const made: string[] = []
    for (const kind of ['suggestion.sent', 'inquiry.asked', 'inquiry.retracted'] as const) {
      made.push(await happened(clerk, { kind, regionPath: cast.town.path, subjectId: newId() }))
    }
    for (const reader of [city, county, town]) {
      const lines = (await read(reader)).filter(({ id }) => made.includes(id))
      expect(lines.map(({ actorId, actorName, isUnnamed }) => [actorId, actorName, isUnnamed])).toEqual(
        made.map(() => [null, null, true]),
      )
      expect((await ids(reader, { actor: clerk })).filter((id) => made.includes(id))).toEqual([])
    }
    const own = await happened(town.personId, { kind: 'suggestion.sent', regionPath: cast.town.path })
    expect((await read(town, { actor: town.personId })).find(({ id }) => id === own)).toMatchObject({
      actorName: '陈镇',
    })
    expect(await ids(county, { actor: town.personId })).not.toContain(own)
  })

  it('leaves what officers learn to themselves: masked for the root, not shown to those above them', async () => {
    const id = await happened(town.personId, { kind: 'attempt.submitted', subjectId: newId() })
    expect((await read(city)).find((line) => line.id === id)?.actorName).toBe('陈*')
    expect(await ids(county)).not.toContain(id)
    expect((await read(town)).find((line) => line.id === id)?.actorName).toBe('陈镇')
    const told = await happened(town.personId, { kind: 'suggestion.sent' })
    expect(await ids(county)).not.toContain(told)
  })

  it('frees the reason for unmasking of mobiles, and above the parent of the names it is about', async () => {
    const detail = { reason: '王芳 13800138001 来电核对', persons: 2 }
    const id = await happened(cast.cityOfficer.personId, {
      kind: 'person.unmasked',
      regionPath: cast.town.path,
      subjectId: cast.here.entryId,
      detail,
    })
    const reasonFor = async (actor: Actor) => (await read(actor)).find((line) => line.id === id)?.detail?.reason
    expect(await reasonFor(city)).toBe('王* 138****8001 来电核对')
    expect(await reasonFor(county)).toBe('王芳 138****8001 来电核对')
  })
})

describe('asking', () => {
  const at = (day: string) => ({ at: `${day}+08:00`, regionPath: cast.town.path })

  it('filters by kind, group, person, whole Shanghai days and subject, all at once', async () => {
    const by = cast.townOfficer.personId
    const first = await happened(by, {
      kind: 'seat.changed',
      ...at('2027-03-01T00:00:00'),
      subjectId: cast.here.head.seatId,
    })
    const last = await happened(by, { kind: 'contact.recorded', ...at('2027-03-02T23:59:59.999') })
    const after = await happened(null, { kind: 'seat.changed', ...at('2027-03-03T00:00:00') })
    const days = { from: '2027-03-01', to: '2027-03-02' }
    expect(await ids(county, days)).toEqual([last, first])
    expect(await ids(county, { from: '2027-03-01' })).toEqual([after, last, first])
    expect(await ids(county, { ...days, kind: 'seat.changed' })).toEqual([first])
    expect(await ids(county, { ...days, kind: 'group:contacts' })).toEqual([last])
    expect(await ids(county, { from: '2027-03-01', actor: by })).toEqual([last, first])
    const view = { ...days, kind: 'group:roster', actor: by }
    for (const subject of ['甬江', '91350100m0', cast.here.entryId, cast.here.head.seatId]) {
      expect(await ids(county, { ...view, subject }), subject).toEqual([first])
    }
  })

  it('finds no enterprise of elsewhere by name, and nothing for what means nothing', async () => {
    await happened(null, { kind: 'seat.changed', subjectId: cast.there.entryId, regionPath: cast.otherTown.path })
    for (const subject of ['姚江', cast.there.entryId, '甬', '没有这家', '%', "'; DROP"]) {
      expect(await ids(county, { subject, kind: 'seat.changed' }), subject).toEqual([])
    }
    expect(await ids(city, { subject: '姚江' })).not.toEqual([])
  })

  it('asks nothing while a day does not exist or the days are turned round, and takes odd words for none', async () => {
    for (const view of [{ from: '2027-02-30' }, { to: 'gestern' }, { from: '2027-03-02', to: '2027-03-01' }]) {
      expect(await ids(city, view)).toEqual([])
    }
    const all = await ids(county)
    for (const view of [{ kind: 'nothing' }, { actor: 'x' }, { after: 'x' }, { after: btoa('["2026-13-77","x"]') }]) {
      expect(await ids(county, view)).toEqual(all)
    }
  })

  it('pages by key: every event once, also of the same moment and while new ones come', async () => {
    const moment = { kind: 'list.exported' as const, ...at('2028-05-05T10:00:00.123') }
    for (let n = 0; n < 120; n += 1) await happened(null, moment)
    const seen: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const page = await auditList(county, asked({ kind: 'list.exported', after }))
      seen.push(...page.lines.map(({ id }) => id))
      after = page.next
      await happened(null, moment)
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength(120)
  })

  it('shows the number in the chain as soon as it is sealed', async () => {
    await happened(null, { kind: 'recount.mended', ...at('2029-01-01T00:00:00') })
    const seqOf = async () => (await read(county, { kind: 'recount.mended' }))[0]?.seq
    expect(await seqOf()).toBeNull()
    await sealEvents()
    expect(await seqOf()).toBeGreaterThan(0)
  })
})
