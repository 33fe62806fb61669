import { beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '@/server/context'
import { db } from '@/server/db/client'
import { recordCompletion } from '@/features/standing/commands/record-completion'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { recordContact, retractContact } from './commands/record-contact'
import { entryContacts } from './queries/entry-contacts'
import { todaysContacts } from './queries/todays-contacts'

useDatabase()

let cast: Cast
beforeAll(async () => {
  cast = await raiseCast()
})

const listOf = async (officer: 'townshipOfficer' | 'countyOfficer' | 'otherCountyOfficer' | 'cityOfficer') =>
  (await todaysContacts(cast[officer].ctx.actor, cast.programmeId)).list.map(({ entryId }) => entryId)
const say = (outcome: 'REACHED' | 'NO_ANSWER', entryId = cast.clerk.entryId) =>
  recordContact(cast.townshipOfficer.ctx, { entryId, outcome, note: null })
/** Makes today's contacts so many days old. */
const age = (days: number) =>
  db.$executeRaw`UPDATE contact SET contacted_on = contacted_on - ${days}::int, rest_until = rest_until - ${days}::int`

describe('today’s contacts', () => {
  it('are shown where people may be named and nowhere above', async () => {
    expect(await listOf('townshipOfficer')).toEqual([cast.clerk.entryId])
    expect((await listOf('countyOfficer')).sort()).toEqual([cast.clerk.entryId, cast.otherHead.entryId].sort())
    expect(await listOf('cityOfficer')).toEqual([])
    const [one] = (await todaysContacts(cast.townshipOfficer.ctx.actor, cast.programmeId)).list
    expect(one).toMatchObject({ why: 'first' })
    expect(one?.seats.map(({ name }) => name).sort()).toEqual(['林白露', '欧阳霜降', '陈谷雨'].sort())
  })

  it('rest after an outcome, for every officer of the area, and come back', async () => {
    expect((await say('REACHED')).ok).toBe(true)
    expect(await listOf('townshipOfficer')).toEqual([])
    expect(await listOf('countyOfficer')).toEqual([cast.otherHead.entryId])
    await age(6)
    expect(await listOf('townshipOfficer')).toEqual([])
    await age(1)
    expect(await listOf('townshipOfficer')).toEqual([cast.clerk.entryId])
    await say('NO_ANSWER')
    await age(1)
    const [one] = (await todaysContacts(cast.townshipOfficer.ctx.actor, cast.programmeId)).list
    expect(one?.why).toBe('again')
  })

  it('are recorded once for two taps, taken back by whoever tapped and by nobody else', async () => {
    const [first, second] = await Promise.all([say('REACHED'), say('REACHED')])
    expect(first).toEqual(second)
    const contactId = first.ok ? first.value.contactId : ''
    expect(await retractContact(cast.countyOfficer.ctx, contactId)).toMatchObject({ ok: false })
    expect(await retractContact(cast.townshipOfficer.ctx, contactId)).toMatchObject({ ok: true })
    expect(await listOf('townshipOfficer')).toEqual([cast.clerk.entryId])
    expect(await retractContact(cast.townshipOfficer.ctx, contactId)).toMatchObject({ ok: false })
  })

  it('are refused outside the officer’s area and above the leaf’s parent', async () => {
    expect(await say('REACHED', cast.farClerk.entryId)).toMatchObject({ ok: false, refusal: 'not-found' })
    const above = { entryId: cast.clerk.entryId, outcome: 'REACHED' as const, note: null }
    expect(await recordContact(cast.cityOfficer.ctx, above)).toMatchObject({ ok: false, refusal: 'not-found' })
    expect(await entryContacts(cast.cityOfficer.ctx.actor, cast.clerk.entryId)).toEqual([])
    expect((await entryContacts(cast.countyOfficer.ctx.actor, cast.clerk.entryId)).length).toBeGreaterThan(0)
  })

  it('end by themselves when everything is done', async () => {
    await db.seat.updateMany({
      where: { entryId: cast.otherHead.entryId, kind: 'CLERK' },
      data: { retractedAt: new Date() },
    })
    for (const [subjectKind, slug] of [
      ['COURSE', 'jiajikouchu'],
      ['EXAM', 'jiajikouchu-ceyice'],
    ] as const)
      await inTransaction((tx) =>
        recordCompletion(tx, cast.cityOfficer.ctx, {
          ...{ personId: cast.otherHead.personId, subjectKind, slug, contentVersion: 9, evidence: 'ONLINE' },
          happenedOn: cast.today,
          sourceKey: `test:${slug}`,
        }),
      )
    expect(await listOf('countyOfficer')).not.toContain(cast.otherHead.entryId)
  })
})
