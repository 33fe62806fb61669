import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/server/db/client'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { assignChosen } from './commands/change-owners'
import { recordContacts } from './commands/record-contact'
import { chosenInput } from './input'
import { entryOwners } from './queries/owners'

useDatabase()

let cast: Cast
beforeAll(async () => {
  cast = await raiseCast()
})

const both = () => [cast.head.entryId, cast.otherHead.entryId]
const REACHED = { outcome: 'REACHED' as const, note: null }

describe('what is done with the enterprises chosen on a list', () => {
  it('is recorded for each once, however often they are chosen', async () => {
    const { ctx } = cast.countyOfficer
    const said = { ...REACHED, entryIds: [...both(), cast.head.entryId] }
    expect(await recordContacts(ctx, said)).toEqual({ ok: true, value: { count: 2 } })
    expect(await recordContacts(ctx, said), 'a second tap').toEqual({ ok: true, value: { count: 0 } })
    expect(await db.contact.count({ where: { entryId: { in: both() }, retractedAt: null } })).toBe(2)
  })

  it('is done for all of them or for none', async () => {
    const before = await db.contact.count()
    const mixed = { ...REACHED, entryIds: [cast.head.entryId, cast.farClerk.entryId] }
    for (const officer of ['countyOfficer', 'cityOfficer', 'otherCountyOfficer'] as const)
      expect(await recordContacts(cast[officer].ctx, mixed), officer).toMatchObject({ refusal: 'not-found' })
    expect(await db.contact.count()).toBe(before)
    const { programmeId } = cast
    const given = { programmeId, entryIds: both(), personId: cast.townshipOfficer.personId, post: 'A' as const }
    // The other enterprise lies in another township, which this officer may not see.
    expect(await assignChosen(cast.countyOfficer.ctx, given)).toMatchObject({ refusal: 'not-found' })
    expect((await entryOwners(cast.countyOfficer.ctx.actor, cast.head.entryId))?.owners).toEqual([])
  })

  it('gives enterprises of several leaves to one officer, and says so in the trail of each', async () => {
    const { ctx, personId } = { ...cast.countyOfficer, personId: cast.countyOfficer.personId }
    const given = { programmeId: cast.programmeId, entryIds: both(), personId, post: 'A' as const }
    expect(await assignChosen(ctx, given)).toEqual({ ok: true, value: { count: 2 } })
    expect(await assignChosen(ctx, given)).toMatchObject({ refusal: 'unchanged' })
    for (const entryId of both())
      expect((await entryOwners(ctx.actor, entryId))?.owners.map((owner) => owner.post)).toEqual(['A'])
    const paths = (await db.auditEvent.findMany({ where: { kind: 'owner.changed' } })).map(
      ({ regionPath }) => regionPath,
    )
    expect(new Set(paths)).toEqual(new Set([cast.regions.township.path, cast.regions.otherTownship.path]))
  })

  it('asks for rows, and for what the button needs', () => {
    const said = { programmeId: cast.programmeId, what: 'contact', outcome: 'REACHED' }
    const problem = (over: object) => chosenInput.safeParse({ ...said, ...over }).error?.issues[0]?.message
    expect(problem({})).toBe('none-chosen')
    expect(problem({ entryId: cast.head.entryId })).toBeUndefined()
    expect(problem({ entryId: cast.head.entryId, outcome: undefined })).toBe('no-outcome')
    expect(problem({ entryId: both(), what: 'assign', personId: '' })).toBe('no-officer')
  })
})
