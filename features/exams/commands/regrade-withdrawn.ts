import 'server-only'
import { type Graded, resultOf } from '@/domain/exams/grade'
import { POINT } from '@/domain/exams/score'
import { recordAudit } from '@/server/audit/record'
import type { SystemContext } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import type { Blueprint } from '../blueprint'
import { completeExam, lockPerson } from './close-attempt'

const AT_ONCE = 500

type Affected = { attemptId: string; personId: string; withdrawalId: string }

/**
 * Grades closed attempts again that hold a withdrawn question not yet counted as right: it counts as wholly right, everything else
 * stays. Each attempt in its own transaction with its trace (`attempt_regrade`, audit). Who passes by it gets the completion of the
 * day they handed in; nobody loses one. The outbox calls it on every withdrawal, the schedule again for papers that were being
 * handed in at that moment; running it twice changes nothing more.
 *
 * @returns how many attempts were graded again
 */
export async function regradeWithdrawn(ctx: SystemContext): Promise<number> {
  let regraded = 0
  for (let page = await affected(); page.length > 0; page = await affected()) {
    for (const one of page) if (await ctx.transaction((tx) => regradeOne(tx, ctx, one))) regraded++
  }
  return regraded
}

function affected(): Promise<Affected[]> {
  return db.$queryRaw<Affected[]>`
    SELECT t.id AS "attemptId", t.person_id AS "personId", w.id AS "withdrawalId"
    FROM item_withdrawal w
    JOIN item_version v ON v.body ->> 'course' = w.course AND v.body ->> 'id' = w.question_id
    JOIN attempt_item i ON i.item_sha = v.sha256
    JOIN attempt t ON t.id = i.attempt_id AND t.state <> 'OPEN'
    WHERE w.restored_at IS NULL AND coalesce(i.score, CASE WHEN i.is_right THEN ${POINT}::int ELSE 0 END) < ${POINT}::int
    ORDER BY t.id LIMIT ${AT_ONCE}`
}

type Row = {
  examSlug: string
  contentVersion: number
  blueprint: Blueprint
  submittedAt: Date
  passed: boolean
  items: { position: number; concept: string; score: number; withdrawn: boolean }[]
}

async function regradeOne(tx: Transaction, ctx: SystemContext, one: Affected): Promise<boolean> {
  await lockPerson(tx, one.personId)
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT t.exam_slug AS "examSlug", t.content_version AS "contentVersion", t.blueprint, coalesce(t.passed, false) AS passed,
      coalesce(t.submitted_at, t.started_at) AS "submittedAt",
      (SELECT jsonb_agg(jsonb_build_object('position', i.position, 'concept', v.body ->> 'concept',
          'score', coalesce(i.score, CASE WHEN i.is_right THEN ${POINT}::int ELSE 0 END),
          'withdrawn', v.body ->> 'course' = w.course AND v.body ->> 'id' = w.question_id) ORDER BY i.position)
        FROM attempt_item i JOIN item_version v ON v.sha256 = i.item_sha WHERE i.attempt_id = t.id) AS items
    FROM attempt t JOIN item_withdrawal w ON w.id = ${one.withdrawalId}::uuid AND w.restored_at IS NULL
    WHERE t.id = ${one.attemptId}::uuid AND t.state <> 'OPEN' FOR UPDATE OF t`
  const lost = row?.items.filter(({ withdrawn, score }) => withdrawn && score < POINT) ?? []
  if (!row || lost.length === 0) return false
  const graded = row.items.map((item): Graded => ({ ...item, score: item.withdrawn ? POINT : item.score }))
  const before = row.items.reduce((sum, { score }) => sum + score, 0)
  const result = resultOf(graded, row.blueprint.pass)
  const passed = row.passed || result.hasPassed
  const positions = lost.map(({ position }) => position)
  await tx.$executeRaw`
    UPDATE attempt_item SET score = ${POINT}::int, is_right = true
    WHERE attempt_id = ${one.attemptId}::uuid AND position = ANY(${positions}::int[])`
  const { right: points, score, scoreMax, perConcept: conceptScores } = result
  await tx.attempt.update({
    where: { id: one.attemptId },
    data: { points, score, scoreMax, passed, conceptScores },
    select: { id: true },
  })
  const told = { scoreBefore: before, scoreAfter: score, passedBefore: row.passed, passedAfter: passed }
  await tx.attemptRegrade.create({
    data: { id: newId(), attemptId: one.attemptId, withdrawalId: one.withdrawalId, ...told },
  })
  await recordAudit(tx, ctx, {
    kind: 'attempt.regraded',
    subjectId: one.attemptId,
    detail: { withdrawal: one.withdrawalId, ...told },
  })
  if (passed && !row.passed) await completeExam(tx, ctx, { ...row, id: one.attemptId, personId: one.personId })
  return true
}
