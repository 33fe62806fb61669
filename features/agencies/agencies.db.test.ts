import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@/domain/calendar/day'
import type { Actor } from '@/domain/permissions/actor'
import { mayEver, PERMISSIONS } from '@/domain/permissions/permission'
import { inviteMember } from '@/features/accounts/commands/invite-member'
import { endGrant } from '@/features/accounts/commands/end-grant'
import { callRoll } from '@/features/sessions/commands/attend'
import { planSession } from '@/features/sessions/commands/plan-session'
import { signInAsMyself } from '@/features/sessions/commands/sign-in-at-door'
import { sessionHosted, sessionInScope } from '@/features/sessions/queries/session-in-scope'
import { answerVisit } from '@/features/visits/commands/answer-visit'
import { recordVisit } from '@/features/visits/commands/record-visit'
import { visitedEntry } from '@/features/visits/queries/visited-entry'
import { visitList } from '@/features/visits/queries/visit-list'
import { visitsToConfirm } from '@/features/visits/queries/visits-to-confirm'
import { actorOfLogin } from '@/server/auth/actor'
import { contextOf } from '@/server/context'
import { db } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { type Cast, raiseCast, standingOfEntry } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { addEntries, changeLastDay, makeContract, removeEntry } from './commands/contracts'
import { foundAgency } from './commands/found-agency'
import { agencyList } from './queries/agency-list'
import { contractLedger, contractVisits } from './queries/ledger'
import { servedContracts, servedEnterprises } from './queries/served-enterprises'

useDatabase()

let cast: Cast
let agencyId = ''
let contractId = ''
let member: { personId: string; actor: Actor; ctx: ReturnType<typeof contextOf> }

/** Somebody's actor as a request of theirs would find it. */
async function actorNow(personId: string): Promise<Actor> {
  return actorOfLogin({ id: newId(), personId, holdingId: null, mfaAt: null })
}

beforeAll(async () => {
  cast = await raiseCast()
  const { ctx } = cast.countyOfficer
  const founded = await foundAgency(ctx, {
    name: '示例·明州科技服务有限公司',
    uscc: null,
    regionId: cast.regions.county.id,
  })
  if (!founded.ok) throw new Error(founded.refusal)
  agencyId = founded.value.agencyId
  const contract = await makeContract(ctx, {
    agencyId,
    programmeId: cast.programmeId,
    title: '示例辅导合同',
    fromOn: addDays(cast.today, -5),
    lastOn: addDays(cast.today, 30),
    // 青屿 stands in another county, and 没有此家 nowhere.
    enterprises: ['示例·甬江精密机械有限公司', '示例·青屿水产有限公司', '没有此家'],
  })
  if (!contract.ok) throw new Error(contract.refusal)
  contractId = contract.value.contractId
  expect(contract.value).toMatchObject({ added: 1, missing: ['示例·青屿水产有限公司', '没有此家'] })
  const invited = await inviteMember(ctx, { agencyId, name: '示例服务员', signInName: 'agency-one' })
  if (!invited.ok) throw new Error(invited.refusal)
  const { personId } = invited.value
  const actor = await actorNow(personId)
  member = { personId, actor, ctx: contextOf(actor, 'test') }
})

const visit = (entryId: string) => ({
  visitId: newId(),
  entryId,
  visitedOn: cast.today,
  topics: '一起看了辅助账',
  needs: [],
  projects: [],
})

describe('an agency', () => {
  it('may record visits and hold sessions, and nothing that goes by region', () => {
    const may = PERMISSIONS.filter((permission) => mayEver(member.actor, permission))
    expect(may).toEqual(
      expect.arrayContaining(['office.open', 'visit.record', 'session.plan', 'session.host', 'service.read']),
    )
    for (const not of [
      'rates.read',
      'roster.read',
      'session.run',
      'list.export',
      'contact.record',
      'oral-check.run',
    ] as const)
      expect(may).not.toContain(not)
  })

  it('belongs to whoever commissioned it', async () => {
    expect(await agencyList(cast.countyOfficer.ctx.actor)).toMatchObject([{ running: 1, enterprises: 1, members: 1 }])
    expect(await agencyList(cast.otherCountyOfficer.ctx.actor)).toEqual([])
    const refused = { ok: false, refusal: 'not-found' }
    const { ctx } = cast.otherCountyOfficer
    expect(await addEntries(ctx, { contractId, enterprises: ['示例·青屿水产有限公司'] })).toEqual(refused)
    expect(await changeLastDay(ctx, { contractId, lastOn: cast.today })).toEqual(refused)
    expect(await contractLedger(ctx.actor, contractId)).toBeNull()
    expect(await inviteMember(ctx, { agencyId, name: '示例', signInName: 'agency-two' })).toEqual(refused)
  })

  it('reaches the enterprises of its contract alone', async () => {
    expect(await servedContracts(member.actor)).toMatchObject([{ title: '示例辅导合同', enterprises: 1 }])
    const { enterprises } = await servedEnterprises(member.actor, '')
    expect(enterprises.map(({ enterprise }) => enterprise)).toEqual(['示例·甬江精密机械有限公司'])
    expect(await visitedEntry(member.actor, cast.head.entryId)).toMatchObject({ isInArea: false })
    expect(await visitedEntry(member.actor, cast.otherHead.entryId)).toBeNull()
    expect(await recordVisit(member.ctx, visit(cast.otherHead.entryId))).toEqual({ ok: false, refusal: 'not-found' })
  })

  it('sees its visits, which the enterprise confirms and nobody who ever worked for it', async () => {
    const said = visit(cast.head.entryId)
    expect(await recordVisit(member.ctx, said)).toMatchObject({ ok: true })
    // The bookkeeping clerk of the enterprise works for the agency, too.
    const grant = { id: newId(), role: 'AGENCY' as const, regionId: cast.regions.county.id, agencyId }
    await db.officerGrant.create({ data: { ...grant, personId: cast.clerk.personId, fromOn: columnOfDay(cast.today) } })
    expect(await visitsToConfirm(cast.clerk.ctx.actor)).toEqual([])
    const answer = { visitId: said.visitId, answer: 'yes' as const }
    expect(await answerVisit(cast.clerk.ctx, answer)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await endGrant(cast.countyOfficer.ctx, grant.id)).toMatchObject({ ok: true })
    expect(await answerVisit(cast.clerk.ctx, answer)).toEqual({ ok: false, refusal: 'not-found' })
    expect((await standingOfEntry(cast.head.entryId)).visited).toBe(false)
    expect(await answerVisit(cast.head.ctx, answer)).toEqual({ ok: true, value: null })
    expect((await standingOfEntry(cast.head.entryId)).visited).toBe(true)
    const { visits } = await visitList(member.actor, { programmeId: cast.programmeId })
    expect(visits).toMatchObject([{ isOwn: true, agency: '示例·明州科技服务有限公司', by: '示例服务员' }])
  })

  it('holds sessions in its name: people sign in themselves, the roll is the officer’s', async () => {
    const plan = {
      programmeId: cast.programmeId,
      title: '示例机构宣讲',
      course: 'jiajikouchu',
      place: '示例会议室',
      startsAt: new Date(Date.now() - 600_000),
      endsAt: new Date(Date.now() + 3_600_000),
      agencyId: null,
      lecturerId: null,
    }
    const code = async (id: string) => (await db.region.findUniqueOrThrow({ where: { id } })).code
    expect(await planSession(member.ctx, { ...plan, region: await code(cast.regions.otherCounty.id) })).toMatchObject({
      refusal: 'not-found',
    })
    const planned = await planSession(member.ctx, { ...plan, region: await code(cast.regions.county.id) })
    if (!planned.ok) throw new Error(planned.refusal)
    const { sessionId } = planned.value
    expect(await sessionHosted(member.actor, sessionId)).toMatchObject({ isInArea: false, session: { agencyId } })
    expect(await sessionInScope(member.actor, sessionId)).toBeNull()
    const roll = { sessionId, person: [cast.head.personId], source: 'ROLL' as const }
    expect(await callRoll(member.ctx, roll)).toMatchObject({ ok: false, refusal: 'not-found' })
    const { token } = await db.trainingSession.findUniqueOrThrow({ where: { id: sessionId } })
    expect(await signInAsMyself(cast.head.ctx.actor, 'test', token)).toMatchObject({ ok: true })
    expect(await sessionHosted(await actorNow(cast.otherHead.personId), sessionId)).toBeNull()
  })

  it('has a ledger that says what was done, confirmed by whom, and what changed', async () => {
    const ledger = await contractLedger(cast.countyOfficer.ctx.actor, contractId)
    if (!ledger) throw new Error('no ledger')
    expect(ledger.lines).toMatchObject([
      {
        visits: 1,
        confirmed: 1,
        disputed: 0,
        attended: 1,
        isRemoved: false,
        seatsBefore: 3,
        doneBefore: 0,
        seatsNow: 3,
      },
    ])
    expect(ledger.lines[0]).toMatchObject({ firstScore: null, lastScore: null })
    expect(await contractVisits(cast.countyOfficer.ctx.actor, ledger.contract)).toMatchObject([
      { by: '示例服务员', confirmedOn: cast.today },
    ])
  })

  it('reaches nothing once the enterprise is off the list, or the last day is over', async () => {
    const { ctx } = cast.countyOfficer
    const code = (await db.enterprise.findFirstOrThrow({ where: { names: { some: { name: { contains: '澄川' } } } } }))
      .uscc
    expect(await addEntries(ctx, { contractId, enterprises: [code, code.toLowerCase()] })).toMatchObject({
      value: { added: 1 },
    })
    expect(await visitedEntry(member.actor, cast.otherHead.entryId)).not.toBeNull()
    expect(await removeEntry(ctx, { contractId, entryId: cast.otherHead.entryId })).toMatchObject({ ok: true })
    expect(await visitedEntry(member.actor, cast.otherHead.entryId)).toBeNull()
    expect(await changeLastDay(ctx, { contractId, lastOn: addDays(cast.today, -2) })).toMatchObject({
      refusal: 'day-outside',
    })
    expect(await changeLastDay(ctx, { contractId, lastOn: addDays(cast.today, -1) })).toMatchObject({ ok: true })
    expect(await servedContracts(member.actor)).toEqual([])
    expect(await recordVisit(member.ctx, visit(cast.head.entryId))).toEqual({ ok: false, refusal: 'not-found' })
    expect((await contractLedger(ctx.actor, contractId))?.lines).toHaveLength(2)
  })
})
