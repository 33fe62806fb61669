import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@/domain/calendar/day'
import { db } from '@/server/db/client'
import { type Cast, raiseCast, standingOfEntry } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { decideProposal, withdrawProposal } from './commands/decide-proposal'
import { placeEntry } from './commands/place-entry'
import { proposeChange } from './commands/propose-change'
import type { ProposeChange } from './input'
import { entryPage } from './queries/entry-page'
import { proposals } from './queries/proposals'

useDatabase()

let cast: Cast
beforeAll(async () => {
  cast = await raiseCast()
})

const change = (over: Partial<ProposeChange> = {}): ProposeChange => ({
  entryId: cast.head.entryId,
  kind: 'CLOSED_DOWN',
  fromOn: cast.today,
  toLeafId: undefined,
  newName: null,
  reason: '现场看过，已停产',
  ...over,
})
async function made(by: keyof Pick<Cast, 'townshipOfficer' | 'countyOfficer'>, over: Partial<ProposeChange> = {}) {
  const outcome = await proposeChange(cast[by].ctx, change(over))
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}
const accept = (proposalId: string) => ({ proposalId, decision: 'ACCEPTED' as const, answer: null })
const whole = async () =>
  (await db.tally.findMany({ where: { programmeId: cast.programmeId } })).reduce((sum, row) => sum + row.entries, 0)

describe('a change of the roster', () => {
  it('is proposed by the leaf, waits, and takes effect only when a level above accepts it', async () => {
    const before = await whole()
    const { proposalId, isAccepted } = await made('townshipOfficer')
    expect(isAccepted).toBe(false)
    expect(await whole()).toBe(before)
    expect(await proposeChange(cast.townshipOfficer.ctx, change())).toMatchObject({ refusal: 'already-open' })
    for (const who of ['townshipOfficer', 'otherCountyOfficer'] as const)
      expect(await decideProposal(cast[who].ctx, accept(proposalId)), who).toMatchObject({ refusal: 'not-found' })
    const both = await Promise.all([
      decideProposal(cast.countyOfficer.ctx, accept(proposalId)),
      decideProposal(cast.cityOfficer.ctx, accept(proposalId)),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await whole()).toBe(before - 1)
    const [line] = await proposals(cast.cityOfficer.ctx.actor, { entryId: cast.head.entryId })
    expect(line).toMatchObject({ state: 'ACCEPTED', mayDecide: false, proposedBy: '虞**' })
  })

  it('is recorded at once by a level that decides, and comes back by a placement', async () => {
    expect(
      await placeEntry(cast.townshipOfficer.ctx, {
        ...{ entryId: cast.head.entryId, leafId: cast.regions.township.id, isKey: true, fromOn: cast.today },
      }),
    ).toMatchObject({ refusal: 'propose' })
    const back = { entryId: cast.head.entryId, leafId: cast.regions.township.id, isKey: true, fromOn: cast.today }
    expect(await placeEntry(cast.countyOfficer.ctx, back)).toMatchObject({ ok: true })
    const before = await whole()
    expect(await made('countyOfficer', { kind: 'REMOVE', entryId: cast.otherHead.entryId })).toMatchObject({
      isAccepted: true,
    })
    expect(await whole()).toBe(before - 1)
  })

  it('to another county waits for the city, which reaches both', async () => {
    const over = { kind: 'MOVE' as const, toLeafId: cast.regions.farTownship.id, reason: '已搬到那边' }
    const { proposalId, isAccepted } = await made('countyOfficer', over)
    expect(isAccepted).toBe(false)
    expect(await decideProposal(cast.otherCountyOfficer.ctx, accept(proposalId))).toMatchObject({ ok: false })
    expect((await proposals(cast.countyOfficer.ctx.actor, { entryId: cast.head.entryId }))[0]).toMatchObject({
      mayDecide: false,
      mayWithdraw: true,
    })
    expect(await decideProposal(cast.cityOfficer.ctx, accept(proposalId))).toMatchObject({ ok: true })
    expect(await standingOfEntry(cast.head.entryId)).toMatchObject({ leafId: cast.regions.farTownship.id })
  })

  it('of a name holds from its day, keeps the former one, and is found by the new one', async () => {
    const entryId = cast.farClerk.entryId
    const over = { entryId, kind: 'RENAME' as const, newName: '示例·青屿海洋科技有限公司', reason: '登记已变更' }
    const by = cast.otherCountyOfficer.ctx
    expect(await proposeChange(by, change(over))).toMatchObject({ ok: true })
    expect(await entryPage(by.actor, entryId)).toMatchObject({
      name: '示例·青屿海洋科技有限公司',
      formerNames: ['示例·青屿水产有限公司'],
    })
    expect(await proposeChange(by, change(over))).toMatchObject({ refusal: 'unchanged' })
    expect(await db.rosterProposal.count({ where: { entryId } }), 'a refused one leaves nothing').toBe(1)
  })

  it('is refused for days to come and before the programme, and withdrawn only by whoever made it', async () => {
    const entryId = cast.farClerk.entryId
    const { ctx } = cast.otherCountyOfficer
    for (const days of [1, -31])
      expect(
        await proposeChange(ctx, change({ entryId, fromOn: addDays(cast.today, days), kind: 'REMOVE' })),
      ).toMatchObject({ refusal: 'day-outside' })
    expect(await proposeChange(cast.countyOfficer.ctx, change({ entryId, kind: 'REMOVE' }))).toMatchObject({
      refusal: 'not-found',
    })
    const move = change({ entryId, kind: 'MOVE', toLeafId: cast.regions.township.id })
    const waiting = await proposeChange(ctx, move)
    if (!waiting.ok) throw new Error(waiting.refusal)
    const { proposalId } = waiting.value
    expect(await withdrawProposal(cast.cityOfficer.ctx, proposalId)).toMatchObject({ ok: false })
    expect(await withdrawProposal(ctx, proposalId)).toMatchObject({ ok: true })
    expect(await decideProposal(cast.cityOfficer.ctx, accept(proposalId))).toMatchObject({ ok: false })
  })
})
