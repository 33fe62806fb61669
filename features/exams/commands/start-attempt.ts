import 'server-only'
import { deadlineOf, startRule } from '@/domain/exams/attempt-rules'
import { mayEver } from '@/domain/permissions/permission'
import { recordAudit } from '@/server/audit/record'
import { databaseNow } from '@/server/clock'
import { courseByExam } from '@/server/content/catalog'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { type Blueprint, blueprintOf } from '../blueprint'
import { askedQuestions } from '../queries/asked-questions'
import { withdrawnQuestions } from '../queries/withdrawn-questions'
import { closeAttempt, lockPerson } from './close-attempt'
import { type DrawnItem, drawExam } from './draw-items'

export type StartRefusal = 'not-found' | 'needs-account' | 'already-passed' | 'no-tries-left' | 'wait'

/**
 * Opens an attempt at an exam for the actor, or returns the one that is open already. The paper is drawn and stored with its
 * keys and reasons. An open attempt whose time is over is closed and counted first.
 *
 * Refuses by the exam's rules; 'wait' carries the instant (`until`, ISO) from which one may start.
 */
export function startAttempt(ctx: Context, examSlug: string): Promise<Outcome<string, StartRefusal>> {
  const course = courseByExam(examSlug)
  if (!course) return Promise.resolve(refuse('not-found'))
  const needed = blueprintOf(course).needsAccount ? 'attempt.certifying' : 'attempt.open-book'
  if (!mayEver(ctx.actor, needed)) return Promise.resolve(refuse('needs-account'))

  return ctx.transaction(async (tx) => {
    await lockPerson(tx, ctx.actor.personId)
    const now = await databaseNow(tx)
    const open = await tx.attempt.findFirst({
      where: { personId: ctx.actor.personId, examSlug, state: 'OPEN' },
      select: { id: true, deadlineAt: true },
    })
    if (open && (!open.deadlineAt || open.deadlineAt > now)) return ok(open.id)
    if (open) await closeAttempt(tx, ctx, { id: open.id, personId: ctx.actor.personId })

    const blueprint = blueprintOf(course)
    const may = startRule(blueprint, await finishedTries(tx, ctx.actor.personId, examSlug), now)
    if (!may.mayStart)
      return may.refusal === 'wait' ? refuse('wait', { until: may.until.toISOString() }) : refuse(may.refusal)
    const { items, keepsRules } = drawExam(course, {
      without: await withdrawnQuestions(tx, course.slug),
      askedIds: await askedQuestions(tx, ctx.actor.personId, examSlug),
    })
    return ok(await openAttempt(tx, ctx, { examSlug, version: course.version, blueprint, now, items, keepsRules }))
  })
}

async function finishedTries(tx: Transaction, personId: string, examSlug: string) {
  const rows = await tx.attempt.findMany({
    where: { personId, examSlug, NOT: { state: 'OPEN' } },
    select: { submittedAt: true, startedAt: true, passed: true },
  })
  return rows.map((row) => ({ closedAt: row.submittedAt ?? row.startedAt, hasPassed: row.passed === true }))
}

async function openAttempt(
  tx: Transaction,
  ctx: Context,
  paper: {
    examSlug: string
    version: number
    blueprint: Blueprint
    now: Date
    items: DrawnItem[]
    keepsRules: boolean
  },
): Promise<string> {
  const id = newId()
  const { personId, holdingId } = ctx.actor
  await tx.itemVersion.createMany({
    data: paper.items.map((item) => ({ sha256: item.sha, body: item.body })),
    skipDuplicates: true,
  })
  const no = 1 + (await tx.attempt.count({ where: { personId, examSlug: paper.examSlug } }))
  await tx.attempt.create({
    data: {
      id,
      personId,
      holdingId,
      examSlug: paper.examSlug,
      contentVersion: paper.version,
      no,
      blueprint: paper.blueprint,
      startedAt: paper.now,
      deadlineAt: deadlineOf(paper.blueprint, paper.now),
    },
  })
  await tx.attemptItem.createMany({
    data: paper.items.map((item) => ({
      attemptId: id,
      position: item.position,
      itemSha: item.sha,
      optionMap: item.optionMap,
    })),
  })
  const detail = { exam: paper.examSlug, no, ...(paper.keepsRules ? {} : { keepsBlueprint: false }) }
  await recordAudit(tx, ctx, { kind: 'attempt.started', subjectId: id, detail })
  return id
}
