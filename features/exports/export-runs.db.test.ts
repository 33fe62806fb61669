import { beforeAll, describe, expect, it } from 'vitest'
import { officerPaths } from '@/domain/permissions/reaches'
import { db } from '@/server/db/client'
import { exportRun } from '@/server/exports/export-run'
import { beginExport, cancelExport, endRun, noteProgress, notedRows, takeRun } from '@/server/exports/export-runs'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'

useDatabase()

let cast: Cast
beforeAll(async () => {
  cast = await raiseCast()
})

async function begun(): Promise<string> {
  const { ctx } = cast.countyOfficer
  const list = {
    kind: 'RATE_LIST' as const,
    view: { rate: 'training', state: 'all', on: null },
    regionPaths: officerPaths(ctx.actor),
    subjectId: null,
    detail: { rate: 'training' },
  }
  const said = { reason: '示例：年度核对', total: 2, isFresh: true }
  expect(await beginExport(ctx, list, { ...said, isFresh: false })).toEqual({ ok: false, refusal: 'stale' })
  expect(await beginExport(ctx, list, { ...said, total: 0 })).toEqual({ ok: false, refusal: 'empty' })
  const outcome = await beginExport(ctx, list, said)
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

  it('reads as lapsed when nobody fetched it in time, and as broken when its process died in the middle', async () => {
    const [late, dead] = [await begun(), await begun()]
    const { actor } = cast.countyOfficer.ctx
    const longAgo = new Date(Date.now() - 16 * 60_000)
    await db.exportRun.update({ where: { id: late }, data: { recordedAt: longAgo } })
    expect(await exportRun(actor, late)).toMatchObject({ state: 'LAPSED', view: { rate: 'training', state: 'all' } })
    expect(await takeRun(dead, cast.countyOfficer.personId)).toBe(true)
    expect(await exportRun(actor, dead)).toMatchObject({ state: 'RUNNING' })
    await db.exportRun.update({ where: { id: dead }, data: { progressedAt: longAgo } })
    expect(await exportRun(actor, dead)).toMatchObject({ state: 'BROKEN' })
  })

  it('notes how far it is, and how it ended also when whoever takes it away goes', async () => {
    const [whole, left] = [await begun(), await begun()]
    for (const runId of [whole, left]) await takeRun(runId, cast.countyOfficer.personId)
    async function* rows() {
      yield* [1, 2]
    }
    const { actor } = cast.countyOfficer.ctx
    for await (const _ of notedRows(whole, rows()));
    expect(await exportRun(actor, whole)).toMatchObject({ state: 'DONE', written: 2 })
    for await (const _ of notedRows(left, rows())) break
    expect(await exportRun(actor, left)).toMatchObject({ state: 'BROKEN' })
  })
})
