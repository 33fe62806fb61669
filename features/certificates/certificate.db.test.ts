import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/permissions/actor'
import { recordCompletion } from '@/features/standing/commands/record-completion'
import { contextOf, systemContext } from '@/server/context'
import { db } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { consumeOne } from '@/server/jobs/outbox'
import type { OutboxRow } from '@/server/jobs/registry'
import { useDatabase } from '@/tests/support/database'
import { issueCertificate } from './commands/issue-certificate'
import { revokeCertificate } from './commands/revoke-certificate'
import { snapshotOfRow } from './certificate-row'
import { certificateAccess } from './queries/certificate-access'
import { certificatesInScope } from './queries/certificates-in-scope'
import { certificatePdf } from './queries/certificate-pdf'
import { myCertificates } from './queries/my-certificates'
import { publicCertificate } from './queries/public-certificate'

useDatabase()

const today = '2026-11-01'
const exam = 'guiji-fuzhuzhang'
const say = (key: string) => key
let clerk: Actor
let officers: Record<'city' | 'county' | 'township' | 'otherCounty', Actor>

beforeAll(async () => {
  const catalog = {
    courses: [{ slug: 'guiji', title: '研发费用归集与辅助账', exam: { slug: exam, title: '归集测评' } }],
    labs: [{ slug: 'qita-xiane', title: '其他相关费用限额' }],
  }
  Object.assign(globalThis, { zhixingContent: { catalog, changedAt: 0, checkedAt: Number.MAX_SAFE_INTEGER } })
  const regions = await plantRegions()
  clerk = await person('欧阳喆')
  await seatFor(clerk.personId, regions.township.id)
  const [city, county, township, otherCounty] = await Promise.all(
    [regions.city, regions.county, regions.township, regions.otherCounty].map(async (region) => officer(region)),
  )
  officers = { city, county, township, otherCounty } as typeof officers
  await complete('LAB', 'qita-xiane', 'lab-run:1', '2026-11-02')
})

describe('issuing', () => {
  it('makes one certificate however often, and at however the same moment, the job runs', async () => {
    const completionId = await complete('EXAM', exam, 'attempt:x1')
    const ids = await Promise.all(Array.from({ length: 8 }, () => issueCertificate(systemContext('job'), completionId)))
    ids.push(await issueCertificate(systemContext('job'), completionId))
    expect(new Set(ids).size).toBe(1)
    expect(await db.certificate.count({ where: { completionId } })).toBe(1)
    expect(await db.auditEvent.count({ where: { kind: 'certificate.issued', subjectId: ids[0] as string } })).toBe(1)
  })

  it('follows from the completion by the outbox, also when the worker dies and the row comes again', async () => {
    const completionId = await complete('EXAM', exam, 'attempt:x9')
    const idOf = (row: OutboxRow) => String((row.payload as { completionId: string }).completionId)
    const handlers = { 'completion.recorded': [(row: OutboxRow) => issueCertificate(systemContext('job'), idOf(row))] }
    const drain = async () => {
      while ((await consumeOne(handlers)) !== 'none-due');
    }
    await drain()
    expect(await db.certificate.count({ where: { completionId } })).toBe(1)
    await db.outbox.updateMany({ data: { doneAt: null, nextTryAt: new Date(0) } })
    await drain()
    expect(await db.certificate.count({ where: { completionId } })).toBe(1)
  })

  it('freezes what was true: later changes of name, labs or programme do not show', async () => {
    const certificate = await issue('attempt:x2')
    await db.person.update({ where: { id: clerk.personId }, data: { name: '改名' } })
    const [row] = (await myCertificates(clerk)).filter(({ id }) => id === certificate.id)
    await db.person.update({ where: { id: clerk.personId }, data: { name: '欧阳喆' } })
    expect(row?.snapshot).toMatchObject({
      personName: '欧阳喆',
      courseTitle: '研发费用归集与辅助账',
      labs: [{ slug: 'qita-xiane', passedOn: '2026-11-02' }],
      programmeName: '示例专项行动',
      validUntilOn: '2099-12-31',
    })
  })

  it('passes over courses, labs and imported results', async () => {
    const course = await complete('COURSE', 'guiji', 'course:1')
    const imported = await complete('EXAM', exam, 'import:1', '2026-11-02', 'IMPORTED')
    for (const id of [course, imported, newId()]) expect(await issueCertificate(systemContext('job'), id)).toBeNull()
    expect(await db.certificate.count({ where: { completionId: { in: [course, imported] } } })).toBe(0)
  })
})

describe('verifying', () => {
  it('tells masked name, what, when and state to anybody with the token, and nothing else', async () => {
    const { token, snapshot } = await issue('attempt:x3')
    const seen = await publicCertificate(token)
    expect(seen).toMatchObject({ maskedName: '欧**', state: 'VALID', serial: snapshotOfRow({ snapshot }).serial })
    expect(JSON.stringify(seen)).not.toContain('欧阳')
    expect(JSON.stringify(seen)).not.toContain(clerk.personId)
  })

  it.each(['', 'x', '../../etc', 'A'.repeat(22), "' OR 1=1 --           "])('knows nothing of %j', async (token) => {
    expect(await publicCertificate(token)).toBeNull()
  })

  it('says revoked when the completion behind it was retracted', async () => {
    const { token, completionId } = await issue('attempt:x4')
    await db.completion.update({ where: { id: completionId }, data: { retractedAt: new Date() } })
    expect((await publicCertificate(token))?.state).toBe('REVOKED')
  })
})

describe('who may see a certificate', () => {
  it('is the holder and officers in scope; the name in full only at the leaf and its parent', async () => {
    const access = (actor: Actor) => certificateAccess(actor, clerk.personId)
    expect(await access(clerk)).toBe('full')
    expect(await access(officers.township)).toBe('full')
    expect(await access(officers.county)).toBe('full')
    expect(await access(officers.city)).toBe('masked')
    expect(await access(officers.otherCounty)).toBe('none')
    expect(await access(await person('丙'))).toBe('none')
    expect(await access({ ...officers.county, mfaPending: true })).toBe('none')
  })

  it('is the same in the list, where the name is masked above the owning levels', async () => {
    const { id } = await issue('attempt:x8')
    const listed = async (actor: Actor) =>
      (await certificatesInScope(actor, { id })).certificates.map(({ name }) => name)
    expect(await listed(officers.township)).toEqual(['欧阳喆'])
    expect(await listed(officers.county)).toEqual(['欧阳喆'])
    expect(await listed(officers.city)).toEqual(['欧**'])
    expect(await listed(officers.otherCounty)).toEqual([])
    expect(await listed(clerk)).toEqual([])
  })

  it('pages through all of them, newest first', async () => {
    const all = await db.certificate.findMany({ orderBy: { id: 'desc' }, select: { id: true } })
    const middle = all[1]?.id ?? ''
    const { certificates } = await certificatesInScope(officers.county, { before: middle })
    expect(certificates.map(({ id }) => id)).toEqual(all.slice(2).map(({ id }) => id))
  })

  it('has no PDF for a stranger and for an unknown id', async () => {
    const { id } = await issue('attempt:x5')
    expect(await certificatePdf(officers.otherCounty, id, say)).toBeNull()
    expect(await certificatePdf(clerk, newId(), say)).toBeNull()
    expect((await certificatePdf(clerk, id, say))?.bytes.length).toBeGreaterThan(5_000)
  })
})

describe('revoking', () => {
  it('is done once by an officer in scope, with a reason, audited, and shows at once', async () => {
    const { id: certificateId, token } = await issue('attempt:x6')
    const revoke = (actor: Actor) => revokeCertificate(contextOf(actor, 'test'), { certificateId, reason: '代答' })
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => revoke(officers.county)))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(outcomes.find((outcome) => !outcome.ok)).toEqual({ ok: false, refusal: 'already-revoked' })
    expect(await publicCertificate(token)).toMatchObject({ state: 'REVOKED' })
    expect(JSON.stringify(await publicCertificate(token))).not.toContain('代答')
    expect(await db.auditEvent.count({ where: { kind: 'certificate.revoked', subjectId: certificateId } })).toBe(1)
  })

  it('is "not found" out of scope, for the holder and for an officer\'s own', async () => {
    const { id: certificateId } = await issue('attempt:x7')
    for (const actor of [officers.otherCounty, clerk, { ...officers.county, personId: clerk.personId }]) {
      expect(await revokeCertificate(contextOf(actor, 'test'), { certificateId, reason: '无' })).toEqual({
        ok: false,
        refusal: 'not-found',
      })
    }
    expect(await db.revocation.count({ where: { certificateId } })).toBe(0)
  })
})

async function person(name: string): Promise<Actor> {
  const id = newId()
  await db.person.create({ data: { id, name, pinyinKey: name } })
  return { personId: id, loginId: newId(), via: 'account', holdingId: null, grants: [], mfaPending: false }
}

type Planted = { id: string; path: string; kind: 'CITY' | 'COUNTY' | 'TOWNSHIP' }

async function officer(region: Planted): Promise<Actor> {
  const grant = { role: 'OFFICER', regionId: region.id, regionPath: region.path, regionKind: region.kind } as const
  return { ...(await person(`官${region.path}`)), grants: [grant] }
}

async function plantRegions() {
  const plant = async (kind: Planted['kind'], path: string, parentId?: string): Promise<Planted> => {
    const id = newId()
    await db.region.create({ data: { id, kind, code: path, name: path, path, ...(parentId ? { parentId } : {}) } })
    return { id, path, kind }
  }
  const city = await plant('CITY', '3302.')
  const county = await plant('COUNTY', '3302.330203.', city.id)
  const otherCounty = await plant('COUNTY', '3302.330205.', city.id)
  const township = await plant('TOWNSHIP', '3302.330203.330203001.', county.id)
  return { city, county, otherCounty, township }
}

async function seatFor(personId: string, leafId: string): Promise<void> {
  const [programmeId, enterpriseId, entryId, seatId, requirementId] = Array.from({ length: 5 }, newId) as [
    string,
    string,
    string,
    string,
    string,
  ]
  const fromOn = columnOfDay(today)
  await db.programme.create({
    data: { id: programmeId, name: '示例专项行动', fromOn, toOn: columnOfDay('2100-01-01') },
  })
  await db.requirement.create({
    data: { id: requirementId, programmeId, seatKind: 'CLERK', rate: 'READINESS', fromOn },
  })
  await db.requirementAlternative.create({
    data: { id: newId(), requirementId, subjectKind: 'EXAM', slug: exam, evidence: ['ONLINE'] },
  })
  await db.enterprise.create({ data: { id: enterpriseId, uscc: '91330200MA00000000' } })
  await db.rosterEntry.create({ data: { id: entryId, programmeId, enterpriseId } })
  await db.entryPlacement.create({ data: { id: newId(), entryId, fromOn, leafId, isKey: true } })
  await db.standing.create({ data: { entryId, programmeId } })
  await db.seat.create({ data: { id: seatId, entryId, kind: 'CLERK', fromOn } })
  await db.holding.create({ data: { id: newId(), seatId, personId, fromOn } })
}

async function complete(
  subjectKind: 'COURSE' | 'EXAM' | 'LAB',
  slug: string,
  sourceKey: string,
  happenedOn = '2026-11-03',
  evidence: 'ONLINE' | 'IMPORTED' = 'ONLINE',
): Promise<string> {
  const ctx = systemContext('test')
  const fact = { personId: clerk.personId, subjectKind, slug, contentVersion: 1, happenedOn, evidence, sourceKey }
  return (await ctx.transaction((tx) => recordCompletion(tx, ctx, fact))).id
}

async function issue(sourceKey: string) {
  const completionId = await complete('EXAM', exam, sourceKey)
  const id = await issueCertificate(systemContext('job'), completionId)
  return db.certificate.findUniqueOrThrow({ where: { id: id ?? '' } })
}
