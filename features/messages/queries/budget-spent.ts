import 'server-only'
import { db } from '@/server/db/client'
import { budgetSpent } from './wanted'

/** Which of these persons were written or spoken to within the budget's days, through any channel. */
export async function whoseBudgetIsSpent(personIds: readonly string[]): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM unnest(${[...new Set(personIds)]}::uuid[]) AS p(id) WHERE ${budgetSpent(null)}`
  return new Set(rows.map(({ id }) => id))
}
