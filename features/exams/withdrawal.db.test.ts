import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { POINT } from '@/domain/exams/score'
import { provideCatalog } from '@/server/content/catalog'
import type { OptionMap } from '@/server/content/learner-paper'
import { contextOf, systemContext } from '@/server/context'
import { db } from '@/server/db/client'
import { type Learner, learner } from '@/tests/cast/learner'
import { smallCourse } from '@/tests/cast/small-course'
import { useDatabase } from '@/tests/support/database'
import { regradeWithdrawn } from './commands/regrade-withdrawn'
import { restoreItem } from './commands/restore-item'
import { saveAnswer } from './commands/save-answer'
import { startAttempt } from './commands/start-attempt'
import { submitAttempt } from './commands/submit-attempt'
import { withdrawItem } from './commands/withdraw-item'

useDatabase()

type Held = { position: number; id: string; right: string[] }
let author: Learner

const context = (who: Learner) => contextOf(who.actor, 'test')
const regrade = () => regradeWithdrawn(systemContext('test'))

async function start(who: Learner, exam = 'paper-exam'): Promise<string> {
  const outcome = await startAttempt(context(who), exam)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}

/** The paper's questions with a wholly right answer in the ids shown. Only single choices here: each is worth a point. */
async function held(attemptId: string): Promise<Held[]> {
  const rows = await db.$queryRaw<{ position: number; id: string; correct: string; map: OptionMap }[]>`
    SELECT i.position, v.body ->> 'id' AS id, v.body -> 'key' ->> 'correct' AS correct, i.option_map AS map
    FROM attempt_item i JOIN item_version v ON v.sha256 = i.item_sha WHERE i.attempt_id = ${attemptId}::uuid ORDER BY 1`
  return rows.map(({ position, id, correct, map }) => ({
    position,
    id,
    right: map.filter(([, own]) => own === correct).map(([shown]) => shown),
  }))
}

/** Answers `right` questions rightly and hands in; the others are left open. */
async function sit(who: Learner, right: number): Promise<{ id: string; wrong: Held[] }> {
  const id = await start(who)
  const questions = await held(id)
  for (const { position, right: value } of questions.slice(0, right))
    expect((await saveAnswer(who.secret, { attemptId: id, position, seq: 1, value })).ok).toBe(true)
  await submitAttempt(context(who), id)
  return { id, wrong: questions.slice(right) }
}

const withdraw = (questionId: string) =>
  withdrawItem(context(author), { course: 'paper', questionId, reason: '答案有误' })
const attempt = (id: string) => db.attempt.findUniqueOrThrow({ where: { id } })
const completions = (who: Learner) =>
  db.completion.findMany({ where: { personId: who.actor.personId, retractedAt: null } })

beforeAll(() => {
  const course = smallCourse('paper', 'clerk', { draw: 4, pass: 3 }, 96)
  provideCatalog({ courses: [{ ...course, bank: course.bank.filter(({ kind }) => kind === 'single') }], labs: [] })
})
beforeEach(async () => {
  author = await learner('题库管理员')
})

describe('a withdrawn question', () => {
  it('gives its point to everybody who was asked it, and the pass to whom it was missing, with a trace', async () => {
    const clerk = await learner('甲')
    const { id, wrong } = await sit(clerk, 2)
    const asked = wrong[0]?.id ?? ''
    expect(await attempt(id)).toMatchObject({ passed: false, points: 2, score: 2 * POINT })
    const outcome = await withdraw(asked)
    await regrade()
    expect(await attempt(id)).toMatchObject({ passed: true, points: 3, score: 3 * POINT, scoreMax: 4 * POINT })
    expect(await completions(clerk)).toMatchObject([{ slug: 'paper-exam', sourceKey: `attempt:${id}` }])
    const told = { scoreBefore: 2 * POINT, scoreAfter: 3 * POINT, passedBefore: false, passedAfter: true }
    expect(await db.attemptRegrade.findMany({ where: { attemptId: id } })).toMatchObject([
      { ...told, withdrawalId: outcome.ok ? outcome.value : '' },
    ])
    const audited = await db.auditEvent.findMany({ where: { kind: { in: ['item.withdrawn', 'attempt.regraded'] } } })
    expect(audited.map(({ kind, actorId }) => [kind, actorId])).toEqual(
      expect.arrayContaining([
        ['item.withdrawn', author.actor.personId],
        ['attempt.regraded', null],
      ]),
    )
  })

  it('changes nothing more when graded again, and nothing for whoever was right or not asked', async () => {
    const [one, other] = [await learner('乙'), await learner('丙')]
    const { id, wrong } = await sit(one, 1)
    const all = await sit(other, 4)
    await withdraw(wrong[0]?.id ?? '')
    await regrade()
    const before = await attempt(id)
    expect(await Promise.all([regrade(), regrade()])).toEqual([0, 0])
    expect(await attempt(id)).toEqual(before)
    expect(await attempt(all.id)).toMatchObject({ passed: true, points: 4 })
    expect(await db.attemptRegrade.count({ where: { attemptId: all.id } })).toBe(0)
  })

  it('counts as right in a paper that was open when it was withdrawn', async () => {
    const clerk = await learner('丁')
    const id = await start(clerk)
    const questions = await held(id)
    await withdraw(questions[3]?.id ?? '')
    for (const { position, right: value } of questions.slice(0, 2))
      await saveAnswer(clerk.secret, { attemptId: id, position, seq: 1, value })
    await submitAttempt(context(clerk), id)
    expect(await attempt(id)).toMatchObject({ passed: true, points: 3 })
    await regrade()
    expect(await db.attemptRegrade.count({ where: { attemptId: id } })).toBe(0)
  })

  it('never takes away: restoring it leaves points, pass and completion as they are', async () => {
    const clerk = await learner('戊')
    const { id, wrong } = await sit(clerk, 2)
    const questionId = wrong[0]?.id ?? ''
    await withdraw(questionId)
    await regrade()
    expect(await restoreItem(context(author), { course: 'paper', questionId, reason: '核对无误' })).toMatchObject({
      ok: true,
    })
    await regrade()
    expect(await attempt(id)).toMatchObject({ passed: true, points: 3 })
    expect(await completions(clerk)).toHaveLength(1)
  })

  it('is withdrawn once, however often it is asked for, and neither unknown nor restored twice', async () => {
    const clerk = await learner('己')
    const questionId = (await held(await start(clerk)))[0]?.id ?? ''
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => withdraw(questionId)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await withdraw('nothing')).toMatchObject({ refusal: 'not-found' })
    const restore = () => restoreItem(context(author), { course: 'paper', questionId, reason: '核对无误' })
    expect((await Promise.all([restore(), restore()])).filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('is found also by the schedule when a paper was handed in at that very moment', async () => {
    for (let round = 0; round < 6; round++) {
      const clerk = await learner(`庚${round}`)
      const id = await start(clerk)
      const questions = await held(id)
      for (const { position, right: value } of questions.slice(0, 2))
        await saveAnswer(clerk.secret, { attemptId: id, position, seq: 1, value })
      const questionId = questions[3]?.id ?? ''
      await Promise.all([submitAttempt(context(clerk), id), withdraw(questionId).then(regrade)])
      await regrade()
      expect(await attempt(id)).toMatchObject({ passed: true, points: 3 })
      expect(await completions(clerk)).toHaveLength(1)
      await restoreItem(context(author), { course: 'paper', questionId, reason: '下一轮' })
    }
  })
})
