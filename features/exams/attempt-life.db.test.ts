import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/permissions/actor'
import { POINT } from '@/domain/exams/score'
import { provideCatalog } from '@/server/content/catalog'
import type { CompiledCourse } from '@/server/content/compiled'
import type { OptionMap } from '@/server/content/learner-paper'
import { contextOf, systemContext } from '@/server/context'
import { db } from '@/server/db/client'
import { device, learner } from '@/tests/cast/learner'
import { smallCourse } from '@/tests/cast/small-course'
import { useDatabase } from '@/tests/support/database'
import { expireAttempts } from './commands/expire-attempts'
import { regradeWithdrawn } from './commands/regrade-withdrawn'
import { restoreItem } from './commands/restore-item'
import { saveAnswer } from './commands/save-answer'
import { startAttempt } from './commands/start-attempt'
import { submitAttempt } from './commands/submit-attempt'
import { withdrawItem } from './commands/withdraw-item'
import { attemptPage } from './queries/attempt-page'

useDatabase()

/** How many random lives are lived; MODEL_RUNS=10000 for the long walk (CONTRIBUTING.md). */
const RUNS = Number(process.env.MODEL_RUNS ?? 150)
const [DRAW, PASS] = [4, 3]
const EXAM = 'life-exam'

/** The life of attempts as anybody would tell it, in memory and without a database. */
type Item = { id: string; right: string; wrong: string; answer: 'right' | 'wrong' | null; seq: number; given: boolean }
type Life = { id: string; state: 'open' | 'closed'; passed: boolean; items: Item[]; hasCompletion: boolean }
type Model = { lives: Life[]; withdrawn: Set<string>; regradeDue: boolean }
type Real = { actor: Actor; devices: string[]; deployments: number }

const open = (model: Model) => model.lives.find(({ state }) => state === 'open')
const pointsOf = ({ items }: Life) => items.filter(({ answer, given }) => given || answer === 'right').length

/** Closing by whatever way: what is withdrawn now counts as given, the rest by what was saved. */
function close(model: Model): void {
  const life = open(model)
  if (!life) return
  for (const item of life.items) item.given = model.withdrawn.has(item.id)
  life.state = 'closed'
  life.passed = pointsOf(life) >= PASS
  life.hasCompletion = life.passed
}

const context = ({ actor }: Real) => contextOf(actor, 'test')
type Step = fc.AsyncCommand<Model, Real>

/** After each step the database tells the same story as the model. */
async function compare(model: Model, real: Real): Promise<void> {
  const attempts = await db.attempt.findMany({ where: { personId: real.actor.personId }, orderBy: { no: 'asc' } })
  expect(attempts.map(({ id, state }) => [id, state === 'OPEN'])).toEqual(
    model.lives.map(({ id, state }) => [id, state === 'open']),
  )
  for (const [index, life] of model.lives.entries()) {
    if (life.state === 'open' || model.regradeDue) continue
    const points = pointsOf(life)
    expect(attempts[index]).toMatchObject({
      points,
      score: points * POINT,
      scoreMax: DRAW * POINT,
      passed: life.passed,
    })
  }
  if (model.regradeDue) return
  const completions = await db.completion.findMany({ where: { personId: real.actor.personId, retractedAt: null } })
  expect(completions.map(({ sourceKey }) => sourceKey).sort()).toEqual(
    model.lives
      .filter(({ hasCompletion }) => hasCompletion)
      .map(({ id }) => `attempt:${id}`)
      .sort(),
  )
}

class Start implements Step {
  check = () => true
  async run(model: Model, real: Real) {
    const outcome = await startAttempt(context(real), EXAM)
    if (open(model)) expect(outcome).toEqual({ ok: true, value: open(model)?.id })
    else if (model.lives.some(({ passed }) => passed)) expect(outcome).toMatchObject({ refusal: 'already-passed' })
    else {
      if (!outcome.ok) throw new Error(outcome.refusal)
      const items = await itemsOf(outcome.value)
      expect(items.filter(({ id }) => model.withdrawn.has(id))).toEqual([])
      model.lives.push({ id: outcome.value, state: 'open', passed: false, items, hasCompletion: false })
    }
    await compare(model, real)
  }
  toString = () => 'start'
}

class Answer implements Step {
  constructor(
    readonly position: number,
    readonly isRight: boolean,
    readonly device: number,
    readonly step: number,
  ) {}
  check = (model: Model) => model.lives.length > 0
  async run(model: Model, real: Real) {
    const life = open(model) ?? model.lives.at(-1)
    const item = life?.items[this.position]
    if (!life || !item) return
    // A step of 0 or less is a change that was overtaken by a newer one, of this or of another device.
    const seq = Math.max(1, item.seq + this.step)
    const value = [this.isRight ? item.right : item.wrong]
    const answer = { attemptId: life.id, position: this.position + 1, seq, value }
    const saved = await saveAnswer(real.devices[this.device] ?? '', answer)
    if (life.state === 'closed') expect(saved).toMatchObject({ refusal: 'closed' })
    else if (seq <= item.seq) expect(saved).toMatchObject({ refusal: 'stale', detail: { seq: item.seq } })
    else {
      expect(saved.ok).toBe(true)
      item.seq = seq
      item.answer = this.isRight ? 'right' : 'wrong'
    }
    await compare(model, real)
  }
  toString = () => `answer ${this.position + 1} ${this.isRight ? 'right' : 'wrong'} on ${this.device} by ${this.step}`
}

class Reload implements Step {
  check = (model: Model) => open(model) !== undefined
  async run(model: Model, real: Real) {
    const life = open(model)
    const page = await attemptPage(real.actor, life?.id ?? '')
    if (page?.state !== 'open') throw new Error('not open')
    const told = page.questions.map(({ value, seq }) => ({ value, seq }))
    const known = life?.items.map(({ answer, seq, right, wrong }) => ({
      value: answer === null ? [] : [answer === 'right' ? right : wrong],
      seq,
    }))
    expect(told).toEqual(known)
  }
  toString = () => 'reload'
}

class Submit implements Step {
  constructor(readonly times: number) {}
  check = (model: Model) => model.lives.length > 0
  async run(model: Model, real: Real) {
    const life = open(model) ?? (model.lives.at(-1) as Life)
    const outcomes = await Promise.all(Array.from({ length: this.times }, () => submitAttempt(context(real), life.id)))
    if (life.state === 'open') close(model)
    if (!model.regradeDue)
      for (const outcome of outcomes) expect(outcome).toEqual({ ok: true, value: { hasPassed: life.passed } })
    await compare(model, real)
  }
  toString = () => `submit ${this.times} times`
}

class Expire implements Step {
  check = (model: Model) => open(model) !== undefined
  async run(model: Model, real: Real) {
    const id = open(model)?.id
    await db.$executeRaw`UPDATE attempt SET deadline_at = clock_timestamp() - interval '11 seconds' WHERE id = ${id}::uuid`
    const [first] = await Promise.all([expireAttempts(systemContext('test')), expireAttempts(systemContext('test'))])
    expect(first).toBeLessThanOrEqual(1)
    close(model)
    await compare(model, real)
  }
  toString = () => 'expire'
}

class Withdraw implements Step {
  constructor(readonly position: number) {}
  check = (model: Model) => model.lives.length > 0 && model.withdrawn.size < 6
  async run(model: Model, real: Real) {
    const id = model.lives.at(-1)?.items[this.position]?.id ?? ''
    const outcome = await withdrawItem(context(real), { course: 'life', questionId: id, reason: '答案有误' })
    expect(outcome.ok).toBe(!model.withdrawn.has(id))
    model.withdrawn.add(id)
    model.regradeDue = true
    await compare(model, real)
  }
  toString = () => `withdraw ${this.position + 1}`
}

class Restore implements Step {
  // Not before what is due was done: which of the two comes first would be chance.
  check = (model: Model) => model.withdrawn.size > 0 && !model.regradeDue
  async run(model: Model, real: Real) {
    const [id] = model.withdrawn
    await restoreItem(context(real), { course: 'life', questionId: id ?? '', reason: '核对无误' })
    model.withdrawn.delete(id ?? '')
    await compare(model, real)
  }
  toString = () => 'restore'
}

class Regrade implements Step {
  check = () => true
  async run(model: Model, real: Real) {
    await Promise.all([regradeWithdrawn(systemContext('test')), regradeWithdrawn(systemContext('test'))])
    for (const life of model.lives.filter(({ state }) => state === 'closed')) {
      for (const item of life.items) item.given ||= model.withdrawn.has(item.id) && item.answer !== 'right'
      life.passed ||= pointsOf(life) >= PASS
      life.hasCompletion ||= life.passed
    }
    model.regradeDue = false
    await compare(model, real)
  }
  toString = () => 'regrade'
}

/** New content in which every question has another key: what was drawn before is graded as it was drawn. */
class Deploy implements Step {
  check = () => true
  async run(model: Model, real: Real) {
    real.deployments++
    deploy(real.deployments)
    await compare(model, real)
  }
  toString = () => 'deploy'
}

const OPTIONS = ['zxkey-w', 'zxkey-x', 'zxkey-y', 'zxkey-z'] as const
const base = smallCourse('life', 'clerk', { draw: DRAW, pass: PASS, limitMinutes: 40 }, 224)

function deploy(version: number): void {
  const bank = base.bank
    .filter(({ kind }) => kind === 'single')
    .map((question) => ({ ...question, key: { kind: 'single' as const, correct: OPTIONS[version % 4] ?? OPTIONS[0] } }))
  const course: CompiledCourse = { ...base, version, bank }
  provideCatalog({ courses: [course], labs: [] })
}

async function itemsOf(attemptId: string): Promise<Item[]> {
  const rows = await db.$queryRaw<{ id: string; correct: string; map: OptionMap }[]>`
    SELECT v.body ->> 'id' AS id, v.body -> 'key' ->> 'correct' AS correct, i.option_map AS map
    FROM attempt_item i JOIN item_version v ON v.sha256 = i.item_sha WHERE i.attempt_id = ${attemptId}::uuid ORDER BY i.position`
  return rows.map(({ id, correct, map }) => ({
    id,
    right: map.find(([, own]) => own === correct)?.[0] ?? '',
    wrong: map.find(([, own]) => own !== correct)?.[0] ?? '',
    answer: null,
    seq: 0,
    given: false,
  }))
}

async function newPerson(): Promise<Real> {
  const { actor, secret } = await learner('示例·某')
  return { actor, devices: [secret, await device(actor.personId)], deployments: 0 }
}

/** Leaves nothing behind that a later life would be graded again with. */
async function forget(): Promise<void> {
  await db.attemptRegrade.deleteMany()
  await db.itemWithdrawal.deleteMany()
  await db.answer.deleteMany()
  await db.attemptItem.deleteMany()
  await db.attempt.deleteMany()
}

beforeAll(() => deploy(0))

const position = fc.nat(DRAW - 1)
const steps = [
  fc.constant(new Start()),
  fc.tuple(position, fc.boolean(), fc.nat(1), fc.integer({ min: -1, max: 3 })).map((all) => new Answer(...all)),
  fc.tuple(position, fc.constant(true), fc.nat(1), fc.constant(1)).map((all) => new Answer(...all)),
  fc.constant(new Reload()),
  fc.integer({ min: 1, max: 4 }).map((times) => new Submit(times)),
  fc.constant(new Expire()),
  position.map((at) => new Withdraw(at)),
  fc.constant(new Restore()),
  fc.constant(new Regrade()),
  fc.constant(new Deploy()),
]

describe('the life of attempts', () => {
  it(
    'is the one of a plain model: start, answer, change, reload, second device, expire, submit, withdraw, regrade, deploy',
    async () => {
      const commands = fc.commands<Model, Real, false>(steps, { maxCommands: 24, size: 'max' })
      await fc.assert(
        fc.asyncProperty(commands, async (all) => {
          const real = await newPerson()
          deploy(0)
          await fc.asyncModelRun(
            () => ({ model: { lives: [], withdrawn: new Set<string>(), regradeDue: false }, real }),
            all,
          )
          await forget()
        }),
        { numRuns: RUNS, endOnFailure: true },
      )
    },
    RUNS * 2_000,
  )
})
