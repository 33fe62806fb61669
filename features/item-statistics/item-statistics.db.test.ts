import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/permissions/actor'
import { POINT } from '@/domain/exams/score'
import { randomFrom } from '@/domain/exams/random'
import type { CompiledQuestion } from '@/server/content/compiled'
import type { ItemBody } from '@/server/content/learner-paper'
import { contextOf, systemContext } from '@/server/context'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { holding, smallCounty } from '@/tests/cast/small-county'
import { smallCourse } from '@/tests/cast/small-course'
import { useDatabase } from '@/tests/support/database'
import { closeSignal } from './commands/close-signal'
import { countStatistics } from './commands/count-statistics'
import { noticeSignals } from './commands/notice-signals'
import { signals } from './queries/signals'
import type { StoredFigures } from './stored-figures'

useDatabase()

const course = smallCourse('stat', 'clerk', {}, 96)
const singles = course.bank.filter(({ kind }) => kind === 'single')
const ctx = systemContext('test')
const MINUTE_MS = 60_000

const actorOf = (personId: string, region: { id: string; path: string }): Actor => ({
  personId,
  loginId: newId(),
  via: 'account',
  holdingId: null,
  grants: [{ role: 'OFFICER', regionId: region.id, regionPath: region.path, regionKind: 'COUNTY' }],
  mfaPending: false,
})

const shaOf = (question: CompiledQuestion) => new Uint8Array(32).fill(singles.indexOf(question) + 1)

beforeEach(async () => {
  await db.attemptSignal.deleteMany()
  await db.itemStatistic.deleteMany()
  await db.answer.deleteMany()
  await db.attemptItem.deleteMany()
  await db.attempt.deleteMany()
  await db.itemVersion.createMany({
    data: singles.map((question) => {
      const names = { course: course.slug, conceptTitle: '', lesson: '', lessonTitle: '' }
      return { sha256: shaOf(question), body: { ...question, ...names } satisfies ItemBody }
    }),
    skipDuplicates: true,
  })
})

/** A closed certifying paper of the first `count` questions; `choose` gives the own option id answered, or nothing. */
async function closed(
  who: string,
  choose: (index: number) => string | null,
  { count = 12, seconds = 900 }: { count?: number; seconds?: number } = {},
): Promise<string> {
  const id = newId()
  const startedAt = new Date(Date.now() - 60 * MINUTE_MS)
  const savedAt = new Date(startedAt.getTime() + seconds * 1000)
  await db.person.upsert({ where: { id: who }, create: { id: who, name: '示例·某', pinyinKey: 'm' }, update: {} })
  await db.attempt.create({
    data: {
      ...{
        id,
        personId: who,
        examSlug: 'stat-exam',
        contentVersion: 1,
        state: 'SUBMITTED',
        startedAt,
        submittedAt: savedAt,
      },
      no: 1 + (await db.attempt.count({ where: { personId: who } })),
      blueprint: { needsAccount: true },
    },
  })
  const asked = singles.slice(0, count)
  await db.attemptItem.createMany({
    data: asked.map((question, index) => ({
      attemptId: id,
      position: index + 1,
      itemSha: shaOf(question),
      optionMap: question.options.map((option) => [`shown-${option.id}`, option.id]),
    })),
  })
  const answers = asked.flatMap((_, index) => {
    const own = choose(index)
    return own === null ? [] : [{ attemptId: id, position: index + 1, seq: 1, value: [`shown-${own}`], savedAt }]
  })
  await db.answer.createMany({ data: answers })
  return id
}

const RIGHT = 'zxkey-x'

async function figuresOf(index: number): Promise<StoredFigures> {
  const row = await db.itemStatistic.findUniqueOrThrow({
    where: { itemSha: shaOf(singles[index] as CompiledQuestion) },
  })
  return row.figures as unknown as StoredFigures
}

describe('counting', () => {
  it('gives the figures of the stored answers, also of a question whose point was given to everybody', async () => {
    const random = randomFrom('thirty')
    const chosen: (string | null)[] = []
    for (let paper = 0; paper < 40; paper++) {
      const own = paper % 4 === 0 ? null : paper % 4 === 1 ? 'zxkey-w' : RIGHT
      chosen.push(own)
      await closed(newId(), (index) => (index === 0 ? own : random() < 0.6 ? RIGHT : 'zxkey-y'))
    }
    await db.attemptItem.updateMany({ where: { position: 1 }, data: { score: POINT, isRight: true } })
    expect(await countStatistics(ctx)).toBe(12)
    const figures = await figuresOf(0)
    expect(figures).toMatchObject({ answers: 40, facility: 0.5, unanswered: 10, model: null })
    expect(figures.flags).toContainEqual({ kind: 'idle-distractor', option: 'zxkey-y' })
    const sums = figures.choices.map(({ option, low, middle, high }) => [option, low + middle + high])
    expect(Object.fromEntries(sums)).toEqual({ 'zxkey-w': 10, 'zxkey-x': 20, 'zxkey-y': 0, 'zxkey-z': 0 })
  })

  it('counts the same again, and an open paper never', async () => {
    for (let paper = 0; paper < 5; paper++) await closed(newId(), () => RIGHT)
    const open = await closed(newId(), () => 'zxkey-w')
    await db.attempt.update({ where: { id: open }, data: { state: 'OPEN', submittedAt: null } })
    await countStatistics(ctx)
    const first = await figuresOf(3)
    await countStatistics(ctx)
    expect(await figuresOf(3)).toEqual(first)
    expect(first).toMatchObject({ answers: 5, facility: 1 })
  })
})

describe('signals', () => {
  it('are written once for a paper faster than reading, without keeping any time, and never for a slow or an open one', async () => {
    const fast = await closed(newId(), () => RIGHT, { seconds: 20 })
    await closed(newId(), () => RIGHT, { seconds: 300 })
    expect(await noticeSignals(ctx)).toBe(1)
    expect((await Promise.all([noticeSignals(ctx), noticeSignals(ctx)])).reduce((sum, count) => sum + count, 0)).toBe(0)
    const signals = await db.attemptSignal.findMany()
    expect(signals).toMatchObject([{ kind: 'FAST_RIGHT', attemptId: fast, detail: { right: 12, questions: 12 } }])
    expect(Object.keys(signals[0]?.detail as object)).toEqual(['right', 'questions'])
  })

  it('are written for colleagues who share wrong answers beyond chance, shown in their area alone, and closed with a note', async () => {
    const { here, there, countyOfficer, county, other } = await smallCounty()
    const random = randomFrom('others')
    for (let paper = 0; paper < 60; paper++)
      await closed(newId(), () => (random() < 0.7 ? RIGHT : random() < 0.5 ? 'zxkey-y' : 'zxkey-z'))
    const same = (index: number) => (index < 7 ? 'zxkey-w' : RIGHT)
    await closed(here.clerk.personId, same)
    await closed(here.head.personId, same)
    // The same answers in another enterprise are nobody's colleague's.
    await closed(there.clerk.personId, same)
    expect(await noticeSignals(ctx)).toBe(1)
    const officer = actorOf(countyOfficer.personId, county)
    const [signal] = await signals(officer)
    expect(signal).toMatchObject({
      kind: 'SHARED_PATTERN',
      enterprise: '示例·甬江机械',
      detail: { shared: 7, bothWrong: 7 },
    })
    // One of the two also holds a seat elsewhere: whose officer must not learn of the colleague by it.
    const elsewhere = await holding(there.entryId, 'CLERK', here.clerk.personId)
    const stranger = actorOf(countyOfficer.personId, other)
    expect(await signals(stranger)).toEqual([])
    const close = (actor: Actor) =>
      closeSignal(contextOf(actor, 'test'), { signalId: signal?.id ?? '', note: '已问过' })
    expect(await close(stranger)).toMatchObject({ refusal: 'not-found' })
    // Gone again: the clerk there would be a colleague now, with the same wrong answers.
    await db.holding.update({ where: { id: elsewhere.holdingId }, data: { retractedAt: new Date() } })
    expect((await Promise.all([close(officer), close(officer)])).filter(({ ok }) => ok)).toHaveLength(1)
    expect(await noticeSignals(ctx)).toBe(0)
    expect(await signals(officer)).toMatchObject([{ closed: { note: '已问过' } }])
    expect(await db.completion.count()).toBe(0)
  })
})
