import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, type Day } from '@/domain/calendar/day'
import { rateFigure, shownRates } from '@/domain/rates/rate-display'
import { addTally, emptyTally } from '@/domain/rates/tally'
import { setClosingDay } from '@/features/programmes/commands/set-closing-day'
import { recordCompletion } from '@/features/standing/commands/record-completion'
import { retractCompletion } from '@/features/standing/commands/retract-completion'
import { inTransaction, systemContext } from '@/server/context'
import { db } from '@/server/db/client'
import { columnOfDay, dayOfColumn } from '@/server/db/day'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { keepPeriods, setPeriodsAgain } from './commands/keep-periods'
import { openPeriod } from './commands/open-period'
import { periodListView } from './input'
import { periodList, periodListExport, periodListFrame } from './queries/period-list'
import { periodPage } from './queries/period-page'

useDatabase()

const ctx = systemContext('test')
let cast: Cast
/** A day some days ago that every month has, so that it may be a closing day. */
let closedOn: Day
let firstId: string
let serial = 0

const complete = (personId: string, subjectKind: 'COURSE' | 'EXAM', slug: string, happenedOn: Day) =>
  inTransaction((tx) =>
    recordCompletion(tx, ctx, {
      personId,
      subjectKind,
      slug,
      contentVersion: 1,
      happenedOn,
      evidence: 'SESSION',
      sourceKey: `test:${serial++}`,
    }),
  )
const headCourse = (personId: string, on: Day) => complete(personId, 'COURSE', 'jiajikouchu', on)
const pageOf = async (periodId: string, code = '3302', actor = cast.cityOfficer.actor) => {
  const page = await periodPage(actor, { periodId, code }, { roster: 'all' })
  if (!page) throw new Error('no page')
  return page
}
const trainedOf = async (periodId: string) => rateFigure((await pageOf(periodId)).total.sums, 'training')
const periods = () => db.reportingPeriod.findMany({ orderBy: { toOn: 'asc' } })

beforeAll(async () => {
  cast = await raiseCast()
  const back = [6, 7, 8, 9].find((days) => Number(addDays(cast.today, -days).slice(8)) <= 28) ?? 6
  closedOn = addDays(cast.today, -back)
  await headCourse(cast.head.personId, addDays(closedOn, -3))
  await setClosingDay(ctx, {
    programmeId: cast.programmeId,
    closingDay: Number(closedOn.slice(8)),
    bothRulesUntilOn: null,
  })
  await openPeriod(cast.programmeId, addDays(closedOn, -2))
  firstId = (await periods())[0]?.id ?? ''
})

describe('freezing', () => {
  it('is done once, by two workers at once, and the next period opens the day after', async () => {
    const frozen = await Promise.all([keepPeriods(), keepPeriods(), keepPeriods()])
    expect(frozen.reduce((sum, count) => sum + count, 0)).toBe(1)
    const [first, second, ...more] = await periods()
    expect(more).toEqual([])
    expect(first).toMatchObject({ id: firstId, definitionVersion: 1, trainingRule: 'ANY', formerRule: null })
    expect(first?.frozenAt?.getTime()).toBeGreaterThan(Date.now() - 600_000)
    expect(dayOfColumn(second?.fromOn ?? new Date(0))).toBe(addDays(closedOn, 1))
    expect(second?.frozenAt).toBeNull()
    const rows = await db.periodRow.findMany({ where: { periodId: firstId } })
    expect(rows.filter((row) => row.seatId === null)).toHaveLength(3)
    expect(rows.filter((row) => row.seatId !== null)).toHaveLength(9)
    expect(await keepPeriods()).toBe(0)
    expect(await db.periodRow.count()).toBe(rows.length)
    expect(await db.auditEvent.count({ where: { kind: 'period.frozen' } })).toBe(1)
  })

  it('keeps its figures when a fact of an earlier day is recorded later; the open period tells of it as 补录', async () => {
    expect(await trainedOf(firstId)).toEqual({ part: 1, whole: 3 })
    const openId = (await periods())[1]?.id ?? ''
    expect((await pageOf(openId)).total.corrections['+trainedAny']).toBe(0)
    await headCourse(cast.otherHead.personId, addDays(closedOn, -1))
    await complete(cast.farClerk.personId, 'COURSE', 'guiji-fuzhuzhang', addDays(closedOn, 2))
    expect(await trainedOf(firstId)).toEqual({ part: 1, whole: 3 })
    const open = await pageOf(openId)
    expect(rateFigure(open.total.sums, 'training')).toEqual({ part: 3, whole: 3 })
    expect(open.former && rateFigure(open.former.total.sums, 'training')).toEqual({ part: 1, whole: 3 })
    expect(open.total.corrections['+trainedAny']).toBe(1)
    expect(open.total.corrections['-trainedAny']).toBe(0)
    expect(open.former?.roster).toEqual({ joined: 0, left: 0 })
  })

  it('keeps its figures when a counted fact is retracted; the open period tells of it', async () => {
    const fact = await db.completion.findFirstOrThrow({ where: { personId: cast.head.personId } })
    await inTransaction((tx) => retractCompletion(tx, ctx, fact.id))
    expect(await trainedOf(firstId)).toEqual({ part: 1, whole: 3 })
    const open = await pageOf((await periods())[1]?.id ?? '')
    expect(open.total.corrections).toMatchObject({ '+trainedAny': 1, '-trainedAny': 1 })
  })

  it('keeps what a frozen period told of its predecessor, too', async () => {
    const closing = addDays(closedOn, 3)
    await db.reportingPeriod.updateMany({ where: { frozenAt: null }, data: { toOn: columnOfDay(addDays(closing, 1)) } })
    await setPeriodsAgain(cast.programmeId, cast.today)
    const second = (await periods())[1]
    expect(second?.frozenAt).not.toBeNull()
    await headCourse(cast.head.personId, addDays(closedOn, -3))
    const page = await pageOf(second?.id ?? '')
    expect(page.total.corrections).toMatchObject({ '+trainedAny': 1, '-trainedAny': 1 })
    expect(rateFigure(page.total.sums, 'training')).toEqual({ part: 2, whole: 3 })
  })
})

describe('the closing day', () => {
  it('changed later moves the end of the open period to a coming day and touches no frozen one', async () => {
    const before = (await periods()).filter((one) => one.frozenAt)
    const closingDay = Number(closedOn.slice(8)) === 3 ? 4 : 3
    await setClosingDay(ctx, { programmeId: cast.programmeId, closingDay, bothRulesUntilOn: null })
    await setPeriodsAgain(cast.programmeId, cast.today)
    const after = await periods()
    expect(after.filter((one) => one.frozenAt)).toEqual(before)
    const open = after.at(-1)
    expect(dayOfColumn(open?.fromOn ?? new Date(0))).toBe(dayOfColumn(before.at(-1)?.toOn ?? new Date(0)))
    expect(open && dayOfColumn(open.toOn) > cast.today).toBe(true)
    expect(Number(addDays(dayOfColumn(open?.toOn ?? new Date(0)), -1).slice(8))).toBe(closingDay)
  })

  it('taken away closes no more periods; set again goes on where the frozen ones end', async () => {
    const frozen = (await periods()).filter((one) => one.frozenAt)
    await setClosingDay(ctx, { programmeId: cast.programmeId, closingDay: null, bothRulesUntilOn: null })
    await setPeriodsAgain(cast.programmeId, cast.today)
    expect(await periods()).toEqual(frozen)
    await setClosingDay(ctx, { programmeId: cast.programmeId, closingDay: 28, bothRulesUntilOn: null })
    await setPeriodsAgain(cast.programmeId, cast.today)
    expect((await periods()).at(-1)?.fromOn).toEqual(frozen.at(-1)?.toOn)
  })

  it.each([0, 29, -1])('is never the %d', async (closingDay) => {
    const outcome = await setClosingDay(ctx, { programmeId: cast.programmeId, closingDay, bothRulesUntilOn: null })
    expect(outcome).toEqual({ ok: false, refusal: 'bad-closing-day' })
  })
})

describe('numbers and lists of a frozen period', () => {
  it('are equal for every rate, roster, state and region, and parents are the sum of their children', async () => {
    const codes = ['3302', '330212', '330225', '330212001', '330212110', '330225101']
    for (const { id } of (await periods()).filter((one) => one.frozenAt)) {
      for (const code of codes) {
        for (const roster of ['key', 'all'] as const) {
          const page = await periodPage(cast.cityOfficer.actor, { periodId: id, code }, { roster })
          if (!page) throw new Error('no page')
          const sum = page.children.reduce((all, child) => addTally(all, child.now.sums), emptyTally)
          if (page.children.length > 0) expect(sum).toEqual(page.total.sums)
          for (const rate of shownRates) {
            const figure = rateFigure(page.total.sums, rate, page.period.trainingRule)
            for (const state of ['missing', 'part', 'all'] as const) {
              const view = periodListView.parse({ roster, state })
              const frame = await periodListFrame(cast.cityOfficer.actor, { periodId: id, code, rate }, view)
              if (!frame) throw new Error('no list')
              const list = await periodList(cast.cityOfficer.actor, frame)
              const expected = { missing: figure.whole - figure.part, part: figure.part, all: figure.whole }[state]
              expect([list.part, list.whole, list.rows.length]).toEqual([figure.part, figure.whole, expected])
              const exported = []
              for await (const row of periodListExport(cast.cityOfficer.actor, frame)) exported.push(row)
              expect(exported).toEqual(list.rows)
            }
          }
        }
      }
    }
  })

  it('say why a row is missing', async () => {
    const view = periodListView.parse({ roster: 'all' })
    const frame = await periodListFrame(
      cast.countyOfficer.actor,
      { periodId: firstId, code: '330212', rate: 'training' },
      view,
    )
    const list = frame && (await periodList(cast.countyOfficer.actor, frame))
    expect(list?.rows.map((row) => row.enterprise)).toEqual(['示例·澄川新材料有限公司'])
    expect(list?.rows[0]?.missing).toContainEqual({ seatKind: 'CLERK', codes: ['vacant'] })
  })

  it('are not found by an officer of another region', async () => {
    const actor = cast.otherCountyOfficer.actor
    for (const code of ['3302', '330212', '330212001']) {
      expect(await periodPage(actor, { periodId: firstId, code }, { roster: 'all' })).toBeNull()
      const asked = { periodId: firstId, code, rate: 'training' }
      expect(await periodListFrame(actor, asked, periodListView.parse({}))).toBeNull()
    }
    expect(await periodPage(actor, { periodId: firstId }, { roster: 'all' })).toMatchObject({
      region: { code: '330225' },
    })
  })
})
