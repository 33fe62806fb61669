import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, type Day } from '@/domain/calendar/day'
import { setClosingDay } from '@/features/programmes/commands/set-closing-day'
import { recordCompletion } from '@/features/standing/commands/record-completion'
import { contextOf, inTransaction, systemContext } from '@/server/context'
import { db } from '@/server/db/client'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { composeBulletin } from './commands/compose-bulletin'
import { composeDraft } from './commands/compose-draft'
import { keepPeriods } from './commands/keep-periods'
import { openPeriod } from './commands/open-period'
import { requestBulletin } from './commands/request-bulletin'
import { requestDraft } from './commands/request-draft'
import { bulletinFile, bulletinPage } from './queries/bulletin-page'
import { draftFile, draftForm, draftPage } from './queries/draft-page'

useDatabase()

const ctx = systemContext('test')
const format = 'docx'
let cast: Cast
let closedOn: Day
let periodId = ''
let code = ''

const asked = () => ({
  periodId,
  code,
  roster: 'all' as const,
  text: '一段。',
  docxTemplateId: null,
  xlsxTemplateId: null,
})

/** Orders a draft and gives what the worker is told. */
async function ordered(cast_: Cast['countyOfficer']) {
  expect(await requestDraft(contextOf(cast_.actor, 'test'), asked())).toEqual({ ok: true, value: null })
  const { payload } = await db.outbox.findFirstOrThrow({ where: { kind: 'bulletin.draft' }, orderBy: { id: 'desc' } })
  return payload as { draftId: string; orderId: string }
}

/** Waits until this many wait for a lock in this database. */
async function untilWaiting(many: number): Promise<void> {
  for (;;) {
    const [row] = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    if (row && row.count >= many) return
  }
}

beforeAll(async () => {
  cast = await raiseCast()
  const back = [6, 7, 8, 9].find((days) => Number(addDays(cast.today, -days).slice(8)) <= 28) ?? 6
  closedOn = addDays(cast.today, -back)
  const closingDay = Number(closedOn.slice(8))
  await setClosingDay(ctx, { programmeId: cast.programmeId, closingDay, bothRulesUntilOn: null })
  await openPeriod(cast.programmeId, addDays(closedOn, -2))
  periodId = (await db.reportingPeriod.findFirstOrThrow()).id
  code = (await db.region.findUniqueOrThrow({ where: { id: cast.regions.county.id } })).code
})

describe('freezing a period', () => {
  let draft: Buffer

  it('ends its drafts, and drops the one that is being made meanwhile', async () => {
    const first = await ordered(cast.countyOfficer)
    await composeDraft(first.draftId, first.orderId)
    draft = (await draftFile(cast.countyOfficer.actor, { ...asked(), format }))?.bytes ?? Buffer.alloc(0)
    expect(draft.length).toBeGreaterThan(1_000)
    const page = await draftPage(cast.countyOfficer.actor, asked())
    expect(page && (await draftForm(page, { roster: 'all', isNew: true })).text).toContain('（0/2）')

    const second = await ordered(cast.cityOfficer)
    let finish = () => {}
    let recorded = () => {}
    const mayFinish = new Promise<void>((resolve) => {
      finish = resolve
    })
    const isRecorded = new Promise<void>((resolve) => {
      recorded = resolve
    })
    const recording = inTransaction(async (tx) => {
      await recordCompletion(tx, ctx, {
        ...{ personId: cast.head.personId, subjectKind: 'COURSE', slug: 'jiajikouchu', contentVersion: 1 },
        ...{ happenedOn: addDays(closedOn, -1), evidence: 'SESSION', sourceKey: 'test:late' },
      })
      recorded()
      await mayFinish
    })
    await isRecorded
    const freezing = keepPeriods()
    await untilWaiting(1)
    const making = composeDraft(second.draftId, second.orderId)
    await untilWaiting(2)
    finish()
    await Promise.all([recording, making])
    expect(await freezing).toBe(1)

    expect(await db.bulletinDraft.count()).toBe(0)
    expect(await db.storedFile.count()).toBe(0)
    for (const { actor } of [cast.countyOfficer, cast.cityOfficer]) {
      expect(await draftPage(actor, asked())).toBeNull()
      expect(await draftFile(actor, { ...asked(), format })).toBeNull()
      expect((await bulletinPage(actor, asked()))?.stored).toBeNull()
      expect(await bulletinFile(actor, { ...asked(), format })).toBeNull()
    }
  })

  it('refuses a draft from then on, and drops one that was ordered while it happened', async () => {
    const { actor } = cast.countyOfficer
    expect(await requestDraft(contextOf(actor, 'test'), asked())).toEqual({ ok: false, refusal: 'period-closed' })
    const about = { periodId, regionId: cast.regions.county.id, orderedById: actor.personId }
    const request = { text: '一段。', roster: 'all', docxTemplateId: null, xlsxTemplateId: null }
    const { id, orderId } = await db.bulletinDraft.create({
      data: { id: cast.programmeId, orderId: periodId, ...about, snapshot: { state: 'composing', request } },
    })
    await composeDraft(id, orderId)
    expect([await db.bulletinDraft.count(), await db.storedFile.count()]).toEqual([0, 0])
  })

  it('leaves the one bulletin to be composed, from the frozen figures and with bytes of its own', async () => {
    const { actor } = cast.countyOfficer
    expect((await requestBulletin(contextOf(actor, 'test'), asked())).ok).toBe(true)
    await composeBulletin((await db.bulletin.findFirstOrThrow()).id)
    const page = await bulletinPage(actor, asked())
    if (page?.stored?.state.state !== 'composed') throw new Error('not composed')
    const { bulletin } = page.stored.state
    expect([bulletin.lastDay, bulletin.figures.training]).toEqual([closedOn, { part: 1, whole: 2 }])
    const kept = await bulletinFile(actor, { ...asked(), format })
    expect(kept?.name).toBe(`工作简报-${bulletin.region.name}-${closedOn}.docx`)
    expect(kept?.bytes.equals(draft)).toBe(false)
  })
})
