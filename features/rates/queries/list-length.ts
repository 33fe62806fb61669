import 'server-only'
import { readSnapshot } from '@/server/db/snapshot'
import type { ListFrame } from './list-page'
import { listStatement } from './list-rows'

/** How many rows the whole list holds that the frame asks for. */
export function listLength({ question }: ListFrame): Promise<number> {
  return readSnapshot(async (snapshot) => {
    const { sql, values } = listStatement(question, { count: true })
    const [counts] = await snapshot.rows<{ found: number }>(sql, values)
    return counts?.found ?? 0
  })
}
