import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '@/domain/calendar/day'
import { DIAGNOSE_AND_LIFT } from '@/features/programmes/template'
import { recount } from '@/features/standing/commands/recount'
import { recordCompletion } from '@/features/standing/commands/record-completion'
import { retractCompletion } from '@/features/standing/commands/retract-completion'
import { provideCatalog } from '@/server/content/catalog'
import { contextOf, inTransaction, systemContext } from '@/server/context'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { actorOf } from '@/tests/cast/actor-of'
import type { Character, Holder } from '@/tests/cast/character'
import { type Cast, raiseCast, standingOfEntry } from '@/tests/cast/raise-cast'
import { SECRET_CITE, SECRET_REASON, smallCourse } from '@/tests/cast/small-course'
import { useDatabase } from '@/tests/support/database'
import { abandonOralCheck } from './commands/abandon-oral-check'
import { retractOralCheck } from './commands/retract-oral-check'
import { startOralCheck } from './commands/start-oral-check'
import { submitOralCheck } from './commands/submit-oral-check'
import { askPage, headsToAsk } from './queries/ask-page'
import { oralChecks } from './queries/oral-check-list'
import { oralCheckPage } from './queries/oral-check-page'

useDatabase()

const EXAM = 'jiajikouchu-ceyice'
let cast: Cast
let lecturer: Character

beforeAll(async () => {
  teach()
  cast = await raiseCast()
  lecturer = await lecturerOf(cast.regions.county)
})
/** Six questions that can be read aloud: two checks without a repetition, the third has to repeat. */
function teach(exam: Parameters<typeof smallCourse>[2] = {}) {
  const course = smallCourse('jiajikouchu', 'head', { slug: EXAM, ...exam }, 6)
  provideCatalog({ courses: [course, smallCourse('guiji-fuzhuzhang', 'clerk')], labs: [] })
}

beforeEach(async () => {
  await db.$executeRaw`TRUNCATE oral_check_item, oral_check, attempt CASCADE`
  const earlier = await db.completion.findMany({ where: { retractedAt: null }, select: { id: true } })
  for (const { id } of earlier) await inTransaction((tx) => retractCompletion(tx, systemContext('test'), id))
})

/** Somebody who lectures in a region's subtree: a new person, or one who is there already. */
async function lecturerOf(region: Cast['regions']['county'], known?: string): Promise<Character> {
  const personId = known ?? newId()
  if (!known) await db.person.create({ data: { id: personId, name: '讲师', pinyinKey: 'jiangshi' } })
  const grant = { role: 'LECTURER', regionId: region.id, regionPath: region.path, regionKind: region.kind } as const
  const actor = actorOf(personId, [grant])
  return { personId, name: '讲师', mobile: '', actor, ctx: contextOf(actor, 'test') }
}

const begin = (asker: Character, holder: Holder, exam = EXAM) =>
  startOralCheck(asker.ctx, { holdingId: holder.holdingId, exam, channel: 'ON_SITE' })
async function started(asker: Character, holder: Holder): Promise<string> {
  const outcome = await begin(asker, holder)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}
/** What the page would send when the first `wrong` questions are answered wrongly. */
async function answers(checkId: string, wrong = 0) {
  const items = await db.oralCheckItem.findMany({ where: { checkId }, orderBy: { position: 'asc' } })
  return Promise.all(
    items.map(async ({ position, itemSha, optionMap }) => {
      const { body } = await db.itemVersion.findUniqueOrThrow({ where: { sha256: itemSha } })
      const { correct } = (body as unknown as { key: { correct: string | boolean } }).key
      const [right] = (optionMap as [string, string][]).find(([, own]) => own === String(correct)) ?? ['']
      return { position, value: position <= wrong ? [] : [right] }
    }),
  )
}
const record = async (asker: Character, checkId: string, wrong = 0) =>
  submitOralCheck(asker.ctx, { checkId, answers: await answers(checkId, wrong) })
const awareBy = async () => (await standingOfEntry(cast.head.entryId)).awareBy
const questionsOf = async (checkId: string) =>
  (
    await db.$queryRaw<{ id: string }[]>`
      SELECT v.body ->> 'id' AS id FROM oral_check_item i JOIN item_version v ON v.sha256 = i.item_sha
      WHERE i.check_id = ${checkId}::uuid`
  ).map(({ id }) => id)

async function expectNothingToMend() {
  expect(await recount()).toMatchObject({ differing: [], tallies: [] })
}

describe('three right answers', () => {
  it('are a completion of today given in person, counted and shown apart; recounting changes nothing', async () => {
    expect(await awareBy()).toEqual([0, 0, 0, 0])
    const checkId = await started(cast.townshipOfficer, cast.head)
    expect(await record(cast.townshipOfficer, checkId)).toEqual({ ok: true, value: { hasPassed: true } })
    expect(await db.completion.findUniqueOrThrow({ where: { sourceKey: `oral-check:${checkId}` } })).toMatchObject({
      personId: cast.head.personId,
      subjectKind: 'EXAM',
      slug: EXAM,
      evidence: 'IN_PERSON',
      recordedById: cast.townshipOfficer.personId,
    })
    expect(await awareBy()).toEqual([1, 0, 0, 0])
    expect(await db.oralCheck.findUniqueOrThrow({ where: { id: checkId } })).toMatchObject({ right: 3, passed: true })
    await expectNothingToMend()
    expect(await begin(cast.countyOfficer, cast.head)).toMatchObject({ refusal: 'already-passed' })
  })

  it('outrank what was answered online before, which stays', async () => {
    const fact = { personId: cast.head.personId, subjectKind: 'EXAM', slug: EXAM, contentVersion: 1 } as const
    const online = { ...fact, happenedOn: addDays(cast.today, -2), evidence: 'ONLINE', sourceKey: 'attempt:x' } as const
    await inTransaction((tx) => recordCompletion(tx, systemContext('test'), online))
    expect(await awareBy()).toEqual([0, 0, 1, 0])
    await record(lecturer, await started(lecturer, cast.head))
    expect(await awareBy()).toEqual([1, 0, 0, 0])
    const [check] = (await oralChecks(cast.countyOfficer.actor)).checks
    await retractOralCheck(cast.countyOfficer.ctx, { checkId: check?.id ?? '', reason: '记错人' })
    expect(await awareBy()).toEqual([0, 0, 1, 0])
  })
})

describe('fewer', () => {
  it('count for nothing and may be followed by other questions', async () => {
    const first = await started(cast.townshipOfficer, cast.head)
    expect(await record(cast.townshipOfficer, first, 1)).toEqual({ ok: true, value: { hasPassed: false } })
    expect(await awareBy()).toEqual([0, 0, 0, 0])
    const second = await started(cast.townshipOfficer, cast.head)
    const [before, now] = [await questionsOf(first), await questionsOf(second)]
    expect(now.filter((id) => before.includes(id))).toEqual([])
    await record(cast.townshipOfficer, second, 3)
    expect(await questionsOf(await started(cast.townshipOfficer, cast.head))).toHaveLength(3)
  })

  it('are tries: the exam’s waiting time and number of tries hold for them and for what was tried online', async () => {
    const answerWrongly = async () => record(cast.townshipOfficer, await started(cast.townshipOfficer, cast.head), 3)
    teach({ waitHours: 24 })
    await answerWrongly()
    expect(await begin(lecturer, cast.head)).toMatchObject({ refusal: 'wait' })
    expect((await askPage(lecturer.actor, cast.head.holdingId))?.exams[0]?.state).toMatchObject({ refusal: 'wait' })
    teach({ tries: 3 })
    await answerWrongly()
    const online = { personId: cast.head.personId, examSlug: EXAM, contentVersion: 1, blueprint: {} }
    await db.attempt.create({ data: { id: newId(), no: 1, ...online, state: 'SUBMITTED', passed: false } })
    expect(await begin(lecturer, cast.head)).toMatchObject({ refusal: 'no-tries-left' })
    const [last] = (await oralChecks(cast.townshipOfficer.actor)).checks
    await retractOralCheck(cast.townshipOfficer.ctx, { checkId: last?.id ?? '', reason: '记错人' })
    expect((await begin(lecturer, cast.head)).ok).toBe(true)
    teach()
  })

  it('are what an option of another question, or of none, gives', async () => {
    const checkId = await started(cast.townshipOfficer, cast.head)
    const sent = [1, 2, 3, 9].map((position) => ({ position, value: ['zxkey-x'] }))
    expect(await submitOralCheck(cast.townshipOfficer.ctx, { checkId, answers: sent })).toMatchObject({
      value: { hasPassed: false },
    })
    expect((await db.oralCheck.findUniqueOrThrow({ where: { id: checkId } })).right).toBe(0)
  })
})

describe('two askers', () => {
  it('do not ask one head at the same time: one has the questions, the other is told', async () => {
    const outcomes = await Promise.all(
      [lecturer, cast.townshipOfficer, cast.countyOfficer].map((who) => begin(who, cast.head)),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((one) => !one.ok && one.refusal === 'being-asked')).toHaveLength(2)
    expect(await db.oralCheck.count({ where: { personId: cast.head.personId, state: 'OPEN' } })).toBe(1)
    const pages = await Promise.all(
      [lecturer, cast.townshipOfficer, cast.countyOfficer].map(({ actor }) => askPage(actor, cast.head.holdingId)),
    )
    expect(pages.filter((page) => page?.exams[0]?.state.may)).toHaveLength(1)
  })

  it('wait no longer than the answers may be recorded', async () => {
    const old = await started(lecturer, cast.head)
    await db.oralCheck.update({ where: { id: old }, data: { startedAt: new Date(Date.now() - 13 * 3_600_000) } })
    expect((await askPage(cast.townshipOfficer.actor, cast.head.holdingId))?.exams[0]?.state).toEqual({ may: true })
    expect((await begin(cast.townshipOfficer, cast.head)).ok).toBe(true)
    expect((await db.oralCheck.findUniqueOrThrow({ where: { id: old } })).state).toBe('ABANDONED')
  })

  it('record nothing that the exam’s rules forbid since the questions were drawn', async () => {
    teach({ tries: 1 })
    const checkId = await started(lecturer, cast.head)
    const online = { personId: cast.head.personId, examSlug: EXAM, contentVersion: 1, blueprint: {} }
    await db.attempt.create({ data: { id: newId(), no: 1, ...online, state: 'SUBMITTED', passed: false } })
    expect(await record(lecturer, checkId)).toEqual({ ok: false, refusal: 'no-tries-left' })
    teach({ waitHours: 24 })
    expect(await record(lecturer, checkId)).toEqual({ ok: false, refusal: 'wait' })
    teach()
    const fact = { personId: cast.head.personId, subjectKind: 'EXAM', slug: EXAM, contentVersion: 1 } as const
    const asked = {
      ...fact,
      happenedOn: cast.today,
      evidence: 'IN_PERSON',
      sourceKey: `oral-check:${newId()}`,
    } as const
    const { id } = await inTransaction((tx) => recordCompletion(tx, systemContext('test'), asked))
    expect(await record(lecturer, checkId)).toEqual({ ok: false, refusal: 'already-passed' })
    expect(await db.oralCheck.findUniqueOrThrow({ where: { id: checkId } })).toMatchObject({
      state: 'OPEN',
      passed: null,
    })
    await inTransaction((tx) => retractCompletion(tx, systemContext('test'), id))
    expect(await record(lecturer, checkId)).toEqual({ ok: true, value: { hasPassed: true } })
  })
})

describe('recording twice', () => {
  it('shows the first result, one after another and at the same moment', async () => {
    const checkId = await started(cast.townshipOfficer, cast.head)
    const right = await answers(checkId)
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, no) =>
        submitOralCheck(cast.townshipOfficer.ctx, { checkId, answers: no % 2 ? [] : right }),
      ),
    )
    const passed = outcomes.map((outcome) => outcome.ok && outcome.value.hasPassed)
    expect(new Set(passed).size).toBe(1)
    expect(await record(cast.townshipOfficer, checkId, 3)).toEqual({ ok: true, value: { hasPassed: passed[0] } })
    expect(await db.auditEvent.count({ where: { kind: 'oral-check.submitted', subjectId: checkId } })).toBe(1)
    expect(await db.completion.count({ where: { sourceKey: `oral-check:${checkId}` } })).toBe(passed[0] ? 1 : 0)
  })

  it('is not starting twice: the same asker is given the questions already drawn', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => started(cast.townshipOfficer, cast.head)))
    expect(new Set(ids).size).toBe(1)
  })

  it('is refused when it was broken off, or asked too long ago', async () => {
    const broken = await started(cast.townshipOfficer, cast.head)
    expect((await abandonOralCheck(cast.townshipOfficer.ctx, broken)).ok).toBe(true)
    expect(await record(cast.townshipOfficer, broken)).toMatchObject({ refusal: 'abandoned' })
    const old = await started(cast.townshipOfficer, cast.head)
    await db.oralCheck.update({ where: { id: old }, data: { startedAt: new Date(Date.now() - 13 * 3_600_000) } })
    expect(await record(cast.townshipOfficer, old)).toMatchObject({ refusal: 'too-late' })
    expect(await started(cast.townshipOfficer, cast.head)).not.toBe(old)
    expect((await db.oralCheck.findUniqueOrThrow({ where: { id: old } })).state).toBe('ABANDONED')
  })
})

describe('who may ask whom', () => {
  it('is officers and lecturers in their own area', async () => {
    const elsewhere = await lecturerOf(cast.regions.otherCounty)
    for (const asker of [cast.otherCountyOfficer, elsewhere, cast.head, cast.clerk]) {
      expect(await begin(asker, cast.head)).toEqual({ ok: false, refusal: 'not-found' })
      expect(await askPage(asker.actor, cast.head.holdingId)).toBeNull()
    }
    for (const asker of [cast.cityOfficer, cast.countyOfficer, lecturer]) {
      await abandonOralCheck(asker.ctx, await started(asker, cast.head))
    }
  })

  it('is nobody themself, and nobody of their own enterprise', async () => {
    const own = await lecturerOf(cast.regions.county, cast.head.personId)
    const colleague = await lecturerOf(cast.regions.county, cast.clerk.personId)
    expect(await begin(own, cast.head)).toMatchObject({ refusal: 'yourself' })
    expect(await begin(colleague, cast.head)).toMatchObject({ refusal: 'own-enterprise' })
    expect((await begin(colleague, cast.otherHead)).ok).toBe(true)
  })

  it('is no clerk: what they are able to do is not shown by three answers', async () => {
    expect(await begin(cast.townshipOfficer, cast.clerk, 'guiji-fuzhuzhang-exam')).toMatchObject({
      refusal: 'not-found',
    })
    expect(await askPage(cast.townshipOfficer.actor, cast.clerk.holdingId)).toBeNull()
  })

  it('is nobody where the requirement takes no evidence given in person', async () => {
    expect(DIAGNOSE_AND_LIFT.some(({ rate, anyOf }) => rate === 'AWARENESS' && anyOf[0]?.slug === EXAM)).toBe(true)
    await db.$executeRaw`UPDATE requirement_alternative SET evidence = '{ONLINE}' WHERE slug = ${EXAM}`
    expect(await begin(cast.townshipOfficer, cast.head)).toMatchObject({ refusal: 'not-found' })
    await db.$executeRaw`UPDATE requirement_alternative SET evidence = '{IN_PERSON,SESSION,ONLINE,IMPORTED}' WHERE slug = ${EXAM}`
  })

  it('is found by two characters, with the name in full only at the leaf and its parent', async () => {
    const names = async (asker: Character) =>
      (await headsToAsk(asker.actor, { search: '甬江' })).map(({ personName }) => personName)
    expect(await names(cast.townshipOfficer)).toEqual([cast.head.name])
    expect(await names(lecturer)).toEqual([cast.head.name])
    expect(await names(cast.cityOfficer)).toEqual(['陈**'])
    expect(await names(cast.otherCountyOfficer)).toEqual([])
    for (const search of ['%%', '甬', '没有', '（）']) {
      expect(await headsToAsk(cast.cityOfficer.actor, { search })).toEqual([])
    }
  })
})

describe('what is seen', () => {
  it('before recording: by the asker the questions without key, reason or weight; by others none', async () => {
    const checkId = await started(cast.townshipOfficer, cast.head)
    const page = await oralCheckPage(cast.townshipOfficer.actor, checkId)
    expect(page).toMatchObject({ state: 'open', mayRecord: true })
    const text = JSON.stringify(page)
    expect(text).toContain('题干')
    for (const secret of [SECRET_REASON, SECRET_CITE, 'zxkey', '"key"', 'because', 'correct', 'weight', 'concept'])
      expect(text).not.toContain(secret)
    expect(await oralCheckPage(cast.countyOfficer.actor, checkId)).toMatchObject({ questions: [], mayRecord: false })
    expect(await record(cast.countyOfficer, checkId)).toMatchObject({ refusal: 'not-found' })
    expect(await abandonOralCheck(cast.countyOfficer.ctx, checkId)).toMatchObject({ refusal: 'not-found' })
  })

  it('afterwards: by officers of the area and the asker, not by other lecturers, not elsewhere', async () => {
    const checkId = await started(lecturer, cast.head)
    await record(lecturer, checkId, 1)
    for (const { actor } of [lecturer, cast.townshipOfficer, cast.cityOfficer]) {
      const page = await oralCheckPage(actor, checkId)
      expect(page?.state === 'closed' && page.review.map(({ isRight }) => isRight)).toEqual([false, true, true])
      expect((await oralChecks(actor)).checks.map(({ id }) => id)).toEqual([checkId])
    }
    expect(await oralCheckPage(cast.cityOfficer.actor, checkId)).toMatchObject({ personName: '陈**' })
    for (const { actor } of [await lecturerOf(cast.regions.county), cast.otherCountyOfficer, cast.head]) {
      expect(await oralCheckPage(actor, checkId)).toBeNull()
      expect((await oralChecks(actor)).checks).toEqual([])
    }
  })
})

describe('taking back', () => {
  it('is an officer’s, once, with a reason; the standings fall back and recounting changes nothing', async () => {
    const checkId = await started(lecturer, cast.head)
    await record(lecturer, checkId)
    expect(await awareBy()).toEqual([1, 0, 0, 0])
    const retract = (asker: Character) => retractOralCheck(asker.ctx, { checkId, reason: '问的不是负责人本人' })
    for (const asker of [lecturer, cast.otherCountyOfficer, cast.head]) {
      expect(await retract(asker)).toEqual({ ok: false, refusal: 'not-found' })
    }
    expect(await awareBy()).toEqual([1, 0, 0, 0])
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => retract(cast.townshipOfficer)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await awareBy()).toEqual([0, 0, 0, 0])
    expect(await oralCheckPage(lecturer.actor, checkId)).toMatchObject({
      retraction: { reason: '问的不是负责人本人' },
      mayRetract: false,
    })
    const audited = await db.auditEvent.findMany({ where: { kind: 'oral-check.retracted', subjectId: checkId } })
    expect(audited).toHaveLength(1)
    expect(JSON.stringify(audited)).not.toContain('本人')
    await expectNothingToMend()
    expect((await begin(cast.townshipOfficer, cast.head)).ok).toBe(true)
  })
})
