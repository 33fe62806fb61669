import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@/domain/calendar/day'
import { db } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { makeDisplay, retractDisplay } from './commands/displays'
import { displayByToken, displayList } from './queries/displays'

useDatabase()

let cast: Cast
beforeAll(async () => {
  cast = await raiseCast()
})

const wall = () => ({
  programmeId: cast.programmeId,
  regionId: cast.regions.county.id,
  label: '示例大厅',
  lastOn: addDays(cast.today, 30),
})
async function made(): Promise<string> {
  const outcome = await makeDisplay(cast.countyOfficer.ctx, wall())
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value.token
}

describe('a display', () => {
  it('is made by an officer of the area alone, up to a day', async () => {
    const { ctx } = cast.otherCountyOfficer
    expect(await makeDisplay(ctx, wall())).toEqual({ ok: false, refusal: 'not-found' })
    const late = { ...wall(), lastOn: addDays(cast.today, 401) }
    expect(await makeDisplay(cast.countyOfficer.ctx, late)).toMatchObject({ refusal: 'day-outside' })
    const past = { ...wall(), lastOn: addDays(cast.today, -1) }
    expect(await makeDisplay(cast.countyOfficer.ctx, past)).toMatchObject({ refusal: 'day-outside' })
  })

  it('shows its region to whoever has the token, which is kept nowhere', async () => {
    const token = await made()
    expect(await displayByToken(token)).toMatchObject({ region: { id: cast.regions.county.id } })
    expect(await displayByToken(`${token}x`)).toBeNull()
    const rows = await db.displayLink.findMany()
    expect(
      JSON.stringify(rows, (_, value) => (value instanceof Uint8Array ? Buffer.from(value).toString() : value)),
    ).not.toContain(token)
  })

  it('shows nothing after its last day, and nothing once it was taken back by somebody of the area', async () => {
    const [token, other] = [await made(), await made()]
    const [{ displayId = '' } = {}] = await displayList(cast.countyOfficer.ctx.actor)
    expect(await displayList(cast.otherCountyOfficer.ctx.actor)).toEqual([])
    expect(await retractDisplay(cast.otherCountyOfficer.ctx, displayId)).toMatchObject({ refusal: 'not-found' })
    expect(await displayByToken(other)).not.toBeNull()
    expect(await retractDisplay(cast.countyOfficer.ctx, displayId)).toEqual({ ok: true, value: null })
    expect(await displayByToken(other)).toBeNull()
    await db.displayLink.updateMany({ data: { toOn: columnOfDay(cast.today) } })
    expect(await displayByToken(token)).toBeNull()
  })
})
