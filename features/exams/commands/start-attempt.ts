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
import { hex, storeItems } from './store-items'

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
  await storeItems(tx, paper.items)
  const items = paper.items.map(({ position, sha, optionMap }) => ({ position, sha: hex(sha), map: optionMap }))
  const [opened] = await tx.$queryRaw<{ no: number }[]>`
    /* prepared: open-attempt */
    WITH opened AS (
      INSERT INTO attempt (id, person_id, holding_id, exam_slug, content_version, no, blueprint, started_at, deadline_at)
      SELECT ${id}::uuid, ${personId}::uuid, ${holdingId}::uuid, ${paper.examSlug}, ${paper.version}::int,
        1 + count(*), ${JSON.stringify(paper.blueprint)}::jsonb, ${paper.now}::timestamptz,
        ${deadlineOf(paper.blueprint, paper.now)}::timestamptz
      FROM attempt WHERE person_id = ${personId}::uuid AND exam_slug = ${paper.examSlug}
      RETURNING id, no
    ), drawn AS (
      INSERT INTO attempt_item (attempt_id, position, item_sha, option_map)
      SELECT opened.id, item.position, decode(item.sha, 'hex'), item.map
      FROM opened, jsonb_to_recordset(${JSON.stringify(items)}::jsonb) AS item(position int, sha text, map jsonb))
    SELECT no FROM opened`
  const no = opened?.no ?? 0
  const detail = { exam: paper.examSlug, no, ...(paper.keepsRules ? {} : { keepsBlueprint: false }) }
  await recordAudit(tx, ctx, { kind: 'attempt.started', subjectId: id, detail })
  return id
}
