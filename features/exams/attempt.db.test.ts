import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AnswerKey, rightAnswerOf } from '@/domain/exams/answer-key'
import { provideCatalog } from '@/server/content/catalog'
import { type OptionMap, shownAnswer } from '@/server/content/learner-paper'
import { contextOf, systemContext } from '@/server/context'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { type Learner, learner } from '@/tests/cast/learner'
import { SECRET_CITE, SECRET_REASON, smallCourse } from '@/tests/cast/small-course'
import { useDatabase } from '@/tests/support/database'
import { expireAttempts } from './commands/expire-attempts'
import { saveAnswer } from './commands/save-answer'
import { savePage } from './commands/save-page'
import { startAttempt } from './commands/start-attempt'
import { submitAttempt } from './commands/submit-attempt'
import { attemptPage } from './queries/attempt-page'

useDatabase()

let clerk: Learner
let stranger: Learner

const context = (who: Learner) => contextOf(who.actor, 'test')
async function start(who: Learner, exam: string): Promise<string> {
  const outcome = await startAttempt(context(who), exam)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}
/** Saves the right answer to every question but the first `wrong` ones. */
async function answerAll(who: Learner, attemptId: string, wrong = 0): Promise<void> {
  const items = await db.attemptItem.findMany({ where: { attemptId }, orderBy: { position: 'asc' } })
  for (const item of items) {
    const { body } = await db.itemVersion.findUniqueOrThrow({ where: { sha256: item.itemSha } })
    const { key } = body as unknown as { key: AnswerKey }
    const right = shownAnswer(rightAnswerOf(key), key.kind, item.optionMap as OptionMap)
    const value = item.position <= wrong ? ['nothing'] : right
    const saved = await saveAnswer(who.secret, { attemptId, position: item.position, seq: 1, value })
    expect(saved.ok).toBe(true)
  }
}
/** Moves an attempt's deadline to so many seconds ago. */
const overdue = (id: string, seconds: number) =>
  db.$executeRaw`UPDATE attempt SET deadline_at = clock_timestamp() - make_interval(secs => ${seconds}::int) WHERE id = ${id}::uuid`

beforeAll(() =>
  provideCatalog({
    courses: [
      smallCourse('head', 'head'),
      smallCourse('clerk', 'clerk', { draw: 8, pass: 6, waitHours: 24, limitMinutes: 40 }),
      smallCourse('twice', 'clerk', { tries: 2 }),
    ],
    labs: [],
  }),
)
beforeEach(async () => {
  clerk = await learner('甲')
  stranger = await learner('乙')
})

describe('starting', () => {
  it('opens one attempt with one paper, however many tabs start it at once', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => start(clerk, 'clerk-exam')))
    expect(new Set(ids).size).toBe(1)
    expect(await db.attemptItem.count({ where: { attemptId: ids[0] ?? '' } })).toBe(8)
    expect(await db.auditEvent.count({ where: { kind: 'attempt.started', subjectId: ids[0] ?? '' } })).toBe(1)
  })

  it('gives two people other option ids', async () => {
    const ids = await Promise.all([start(clerk, 'clerk-exam'), start(stranger, 'clerk-exam')])
    const maps = await db.attemptItem.findMany({ where: { attemptId: { in: ids } }, select: { optionMap: true } })
    const shown = maps.flatMap((item) => item.optionMap as [string, string][]).map(([id]) => id)
    expect(new Set(shown).size).toBe(shown.length)
  })

  it('refuses a certifying paper to somebody who came by a link, and an exam that does not exist', async () => {
    const byLink = { ...clerk, actor: { ...clerk.actor, via: 'link' as const, holdingId: newId() } }
    expect(await startAttempt(context(byLink), 'clerk-exam')).toMatchObject({ refusal: 'needs-account' })
    expect((await startAttempt(context(byLink), 'head-exam')).ok).toBe(true)
    expect(await startAttempt(context(clerk), 'nothing')).toMatchObject({ refusal: 'not-found' })
  })
})

describe('a further paper', () => {
  const idsOf = async (attemptId: string) => {
    const rows = await db.$queryRaw<{ id: string }[]>`
      SELECT v.body ->> 'id' AS id FROM attempt_item i JOIN item_version v ON v.sha256 = i.item_sha
      WHERE i.attempt_id = ${attemptId}::uuid`
    return rows.map(({ id }) => id)
  }

  it('asks nobody what they were asked before, as long as the bank lasts', async () => {
    const first = await start(clerk, 'head-exam')
    await submitAttempt(context(clerk), first)
    const again = await idsOf(await start(clerk, 'head-exam'))
    const before = await idsOf(first)
    expect(again.filter((id) => before.includes(id))).toEqual([])
  })

  it('holds no question that is withdrawn', async () => {
    const held = await idsOf(await start(clerk, 'twice-exam'))
    const withdrawn = held.slice(0, 2).map((questionId) => ({
      id: newId(),
      course: 'twice',
      questionId,
      reason: '答案有误',
      withdrawnById: clerk.actor.personId,
    }))
    await db.itemWithdrawal.createMany({ data: withdrawn })
    for (let count = 0; count < 6; count++) {
      const other = await learner(`丙${count}`)
      const ids = await idsOf(await start(other, 'twice-exam'))
      expect(ids.filter((id) => withdrawn.some(({ questionId }) => questionId === id))).toEqual([])
    }
  })
})

describe('an open attempt', () => {
  it('takes no answer from a login whose second factor is outstanding', async () => {
    const attemptId = await start(clerk, 'clerk-exam')
    const { personId, loginId } = clerk.actor
    await db.account.create({ data: { personId, totpCipher: new Uint8Array(1) } })
    const save = (seq: number) => saveAnswer(clerk.secret, { attemptId, position: 1, seq, value: ['a'] })
    expect(await save(1)).toMatchObject({ refusal: 'signed-out' })
    await db.login.update({ where: { id: loginId }, data: { mfaAt: new Date() } })
    expect((await save(1)).ok).toBe(true)
  })

  it('shows its owner no key, no reason, no citation and no own option id', async () => {
    const page = await attemptPage(clerk.actor, await start(clerk, 'clerk-exam'))
    const text = JSON.stringify(page)
    expect(page?.state).toBe('open')
    for (const secret of [SECRET_REASON, SECRET_CITE, 'zxkey', '98765', '"key"', 'because', 'correct', 'weight']) {
      expect(text).not.toContain(secret)
    }
  })

  it('does not exist for anybody else, who can neither read, save nor submit it', async () => {
    const id = await start(clerk, 'clerk-exam')
    expect(await attemptPage(stranger.actor, id)).toBeNull()
    const saved = await saveAnswer(stranger.secret, { attemptId: id, position: 1, seq: 1, value: ['x'] })
    expect(saved).toMatchObject({ refusal: 'not-found' })
    expect(await savePage(context(stranger), id, [{ position: 1, value: ['x'] }])).toMatchObject({
      refusal: 'not-found',
    })
    expect(await submitAttempt(context(stranger), id)).toMatchObject({ refusal: 'not-found' })
    expect(await db.attempt.findUnique({ where: { id } })).toMatchObject({ state: 'OPEN' })
  })

  it('keeps the newest of several changes, whatever order they arrive in, and says so to the older one', async () => {
    const id = await start(clerk, 'clerk-exam')
    const save = (seq: number, value: string[]) => saveAnswer(clerk.secret, { attemptId: id, position: 2, seq, value })
    expect((await save(2, ['second'])).ok).toBe(true)
    expect(await save(1, ['first'])).toMatchObject({ refusal: 'stale', detail: { seq: 2 } })
    expect(await db.answer.findMany({ where: { attemptId: id }, select: { value: true } })).toEqual([
      { value: ['second'] },
    ])
    expect(await saveAnswer(clerk.secret, { attemptId: id, position: 99, seq: 1, value: [] })).toMatchObject({
      refusal: 'not-found',
    })
  })

  it('takes no answer of a login that was revoked, is too old, or whose account is disabled', async () => {
    const id = await start(clerk, 'clerk-exam')
    const save = () => saveAnswer(clerk.secret, { attemptId: id, position: 1, seq: 1, value: ['x'] })
    await db.login.update({ where: { id: clerk.actor.loginId }, data: { revokedAt: new Date() } })
    expect(await save()).toMatchObject({ refusal: 'signed-out' })
    await db.login.update({ where: { id: clerk.actor.loginId }, data: { revokedAt: null, idleUntil: new Date(0) } })
    expect(await save()).toMatchObject({ refusal: 'signed-out' })
    expect(await saveAnswer('guess', { attemptId: id, position: 1, seq: 1, value: ['x'] })).toMatchObject({
      refusal: 'signed-out',
    })
  })

  it('is kept alive by saving: the login’s idle limit moves on', async () => {
    const id = await start(clerk, 'clerk-exam')
    const soon = new Date(Date.now() + 60_000)
    await db.login.update({
      where: { id: clerk.actor.loginId },
      data: { idleUntil: soon, endsAt: new Date(Date.now() + 6 * 3_600_000) },
    })
    await saveAnswer(clerk.secret, { attemptId: id, position: 1, seq: 1, value: ['x'] })
    const login = await db.login.findUniqueOrThrow({ where: { id: clerk.actor.loginId } })
    expect(login.idleUntil.getTime()).toBeGreaterThan(soon.getTime() + 30 * 60_000)
  })
})

describe('submitting', () => {
  it('grades the saved answers once, records one completion, and shows fifty parallel submits the same result', async () => {
    const id = await start(clerk, 'clerk-exam')
    await answerAll(clerk, id, 2)
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => submitAttempt(context(clerk), id)))
    expect(new Set(outcomes.map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ ok: true, value: { hasPassed: true } })]),
    )
    expect(await db.attempt.findUnique({ where: { id } })).toMatchObject({
      state: 'SUBMITTED',
      points: 6,
      passed: true,
    })
    expect(await db.completion.count({ where: { personId: clerk.actor.personId } })).toBe(1)
    expect(await db.auditEvent.count({ where: { kind: 'attempt.submitted', subjectId: id } })).toBe(1)
    expect(await attemptPage(clerk.actor, id)).toMatchObject({
      state: 'closed',
      hasPassed: true,
      review: { length: 8 },
    })
  })

  it('grades every answer that was acknowledged, also one saved at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      const who = await learner(`丙${round}`)
      const id = await start(who, 'clerk-exam')
      await answerAll(who, id)
      const saves = [1, 2, 3, 4, 5, 6, 7, 8].map((position) =>
        saveAnswer(who.secret, { attemptId: id, position, seq: 2, value: ['wrong-now'] }),
      )
      const [, ...saved] = await Promise.all([submitAttempt(context(who), id), ...saves])
      const acknowledged = saved.filter((one) => one.ok).length
      expect(await db.attempt.findUnique({ where: { id } })).toMatchObject({ points: 8 - acknowledged })
    }
  })

  it('shows after a failed try with tries left only the score per concept and the lessons', async () => {
    const id = await start(clerk, 'twice-exam')
    await submitAttempt(context(clerk), id)
    const page = await attemptPage(clerk.actor, id)
    expect(page).toMatchObject({ state: 'closed', hasPassed: false, scored: '0', review: null })
    const text = JSON.stringify(page)
    for (const secret of [SECRET_REASON, SECRET_CITE, 'zxkey', '98765', '题干']) expect(text).not.toContain(secret)
    expect(text).toContain('第一课')

    const last = await start(clerk, 'twice-exam')
    await submitAttempt(context(clerk), last)
    expect(await attemptPage(clerk.actor, last)).toMatchObject({ state: 'closed', review: { length: 5 } })
    expect(await startAttempt(context(clerk), 'twice-exam')).toMatchObject({ refusal: 'no-tries-left' })
  })

  it('makes a failed clerk wait as announced, and lets a head try again at once', async () => {
    await submitAttempt(context(clerk), await start(clerk, 'clerk-exam'))
    expect(await startAttempt(context(clerk), 'clerk-exam')).toMatchObject({
      refusal: 'wait',
      detail: { until: expect.any(String) },
    })
    await submitAttempt(context(clerk), await start(clerk, 'head-exam'))
    expect((await startAttempt(context(clerk), 'head-exam')).ok).toBe(true)
  })

  it('refuses another try once passed, and saving into a closed attempt', async () => {
    const id = await start(clerk, 'head-exam')
    await answerAll(clerk, id)
    await submitAttempt(context(clerk), id)
    expect(await startAttempt(context(clerk), 'head-exam')).toMatchObject({ refusal: 'already-passed' })
    expect(await saveAnswer(clerk.secret, { attemptId: id, position: 1, seq: 9, value: [] })).toMatchObject({
      refusal: 'closed',
    })
    expect(await savePage(context(clerk), id, [{ position: 1, value: [] }])).toMatchObject({ refusal: 'closed' })
  })
})

describe('the deadline', () => {
  it('takes answers within the ten seconds of grace and none after', async () => {
    const id = await start(clerk, 'clerk-exam')
    const save = (seq: number) => saveAnswer(clerk.secret, { attemptId: id, position: 1, seq, value: ['x'] })
    await overdue(id, 5)
    expect((await save(1)).ok).toBe(true)
    await overdue(id, 11)
    expect(await save(2)).toMatchObject({ refusal: 'too-late' })
    expect(await savePage(context(clerk), id, [{ position: 1, value: ['x'] }])).toMatchObject({ refusal: 'too-late' })
  })

  it('closes overdue attempts with the deadline as finish time and the saved answers graded, once', async () => {
    await expireAttempts(systemContext('test'))
    const id = await start(clerk, 'clerk-exam')
    await answerAll(clerk, id)
    await overdue(id, 30)
    const closed = await Promise.all([expireAttempts(systemContext('test')), expireAttempts(systemContext('test'))])
    expect(closed[0] + closed[1]).toBe(1)
    const attempt = await db.attempt.findUniqueOrThrow({ where: { id } })
    expect(attempt).toMatchObject({ state: 'EXPIRED', points: 8, passed: true, submittedAt: attempt.deadlineAt })
    expect(await db.completion.count({ where: { sourceKey: `attempt:${id}` } })).toBe(1)
  })

  it('counts an overdue attempt as a try before another is opened', async () => {
    const id = await start(clerk, 'clerk-exam')
    await overdue(id, 3600)
    expect(await startAttempt(context(clerk), 'clerk-exam')).toMatchObject({ refusal: 'wait' })
    expect(await db.attempt.findUnique({ where: { id } })).toMatchObject({ state: 'EXPIRED', passed: false })
  })
})

it('grades an old attempt by what was drawn, also after the course changed', async () => {
  const id = await start(clerk, 'head-exam')
  await answerAll(clerk, id)
  const changed = smallCourse('head', 'head')
  for (const question of changed.bank)
    question.key =
      question.kind === 'single' ? { kind: 'single', correct: 'zxkey-z' } : { kind: 'truefalse', correct: true }
  provideCatalog({ courses: [changed, smallCourse('clerk', 'clerk')], labs: [] })
  expect(await submitAttempt(context(clerk), id)).toMatchObject({ value: { hasPassed: true } })
})
