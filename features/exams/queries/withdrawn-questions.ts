import 'server-only'
import type { Transaction } from '@/server/db/client'

/** Ids of a course's questions that are withdrawn now: they are drawn into no paper and asked by nobody. */
export async function withdrawnQuestions(tx: Transaction, course: string): Promise<ReadonlySet<string>> {
  const rows = await tx.itemWithdrawal.findMany({ where: { course, restoredAt: null }, select: { questionId: true } })
  return new Set(rows.map(({ questionId }) => questionId))
}
