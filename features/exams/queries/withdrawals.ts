import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { mayEver } from '@/domain/permissions/permission'
import { db } from '@/server/db/client'

/** One withdrawal of a question with what followed from it. */
export type Withdrawal = {
  id: string
  questionId: string
  reason: string
  by: string
  at: Date
  regraded: number
  newPasses: number
  restored: { at: Date; by: string; reason: string } | null
}

type Row = Omit<Withdrawal, 'restored'> & {
  restoredAt: Date | null
  restoredBy: string | null
  restoreReason: string | null
}

/** Every withdrawal of a course's questions, the newest first, with how many attempts were graded again. Empty without `bank.read`. */
export async function withdrawalsOf(actor: Actor, course: string): Promise<Withdrawal[]> {
  if (!mayEver(actor, 'bank.read')) return []
  const rows = await db.$queryRaw<Row[]>`
    SELECT w.id, w.question_id AS "questionId", w.reason, p.name AS by, w.withdrawn_at AS at,
      (SELECT count(*)::int FROM attempt_regrade g WHERE g.withdrawal_id = w.id) AS regraded,
      (SELECT count(*)::int FROM attempt_regrade g WHERE g.withdrawal_id = w.id AND g.passed_after AND NOT g.passed_before) AS "newPasses",
      w.restored_at AS "restoredAt", r.name AS "restoredBy", w.restore_reason AS "restoreReason"
    FROM item_withdrawal w JOIN person p ON p.id = w.withdrawn_by_id LEFT JOIN person r ON r.id = w.restored_by_id
    WHERE w.course = ${course} ORDER BY w.withdrawn_at DESC, w.id`
  return rows.map(({ restoredAt, restoredBy, restoreReason, ...row }) => ({
    ...row,
    restored: restoredAt && { at: restoredAt, by: restoredBy ?? '', reason: restoreReason ?? '' },
  }))
}
