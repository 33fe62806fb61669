import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/server/db/client'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { beginExport, cancelExport, endRun, noteProgress, takeRun } from './commands/export-runs'
import { listInput } from './input'
import { exportRun, listLength } from './queries/export-run'
import { listFrame } from './queries/list-page'

useDatabase()

let cast: Cast
beforeAll(async () => {
  cast = await raiseCast()
})

async function begun(): Promise<string> {
  const { ctx } = cast.countyOfficer
  const frame = await listFrame(ctx.actor, 'training', listInput.parse({ state: 'all', roster: 'all' }))
  if (!frame) throw new Error('no frame')
  const said = { reason: '示例：年度核对', total: await listLength(frame), isFresh: true }
  expect(await beginExport(ctx, frame, { ...said, isFresh: false })).toEqual({ ok: false, refusal: 'stale' })
  const outcome = await beginExport(ctx, frame, said)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value.runId
}

describe('a large export', () => {
  it('is asked for with a reason that the trail keeps, and belongs to whoever asked', async () => {
    const runId = await begun()
    expect(await exportRun(cast.countyOfficer.ctx.actor, runId)).toMatchObject({ state: 'READY', total: 2, written: 0 })
    expect(await exportRun(cast.cityOfficer.ctx.actor, runId)).toBeNull()
    expect(await takeRun(runId, cast.cityOfficer.personId)).toBe(false)
    const [event] = await db.auditEvent.findMany({ where: { kind: 'list.exported' }, orderBy: { at: 'desc' } })
    expect(event?.detail).toMatchObject({ run: runId, rows: 2, reason: '示例：年度核对' })
  })

  it('is sent once, however many ask at the same moment, and says how it ended', async () => {
    const runId = await begun()
    const taken = await Promise.all(Array.from({ length: 20 }, () => takeRun(runId, cast.countyOfficer.personId)))
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect(await noteProgress(runId, 1)).toBe(true)
    await endRun(runId, 'DONE')
    await endRun(runId, 'BROKEN')
    expect(await exportRun(cast.countyOfficer.ctx.actor, runId)).toMatchObject({ state: 'DONE', written: 1 })
    expect(await cancelExport(cast.countyOfficer.ctx, runId)).toMatchObject({ refusal: 'not-found' })
  })

  it('stops when it is cancelled by its own officer, and waits a quarter of an hour at most', async () => {
    const [runId, late] = [await begun(), await begun()]
    expect(await takeRun(runId, cast.countyOfficer.personId)).toBe(true)
    expect(await cancelExport(cast.cityOfficer.ctx, runId)).toMatchObject({ refusal: 'not-found' })
    expect(await cancelExport(cast.countyOfficer.ctx, runId)).toEqual({ ok: true, value: null })
    expect(await noteProgress(runId, 2)).toBe(false)
    await endRun(runId, 'BROKEN')
    expect(await exportRun(cast.countyOfficer.ctx.actor, runId)).toMatchObject({ state: 'CANCELLED' })
    await db.exportRun.update({ where: { id: late }, data: { recordedAt: new Date(Date.now() - 16 * 60_000) } })
    expect(await takeRun(late, cast.countyOfficer.personId)).toBe(false)
  })
})
