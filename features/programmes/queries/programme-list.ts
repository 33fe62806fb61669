import 'server-only'
import { db } from '@/server/db/client'

export type ProgrammeLine = {
  id: string
  name: string
  fromOn: string
  lastOn: string | null
  entries: number
  frozenOn: string | null
  copiedFrom: string | null
}

/** All programmes, newest first, with how many enterprises are on each roster. For officers of the root. */
export function programmeList(): Promise<ProgrammeLine[]> {
  return db.$queryRaw<ProgrammeLine[]>`
    SELECT p.id, p.name, p.from_on::text AS "fromOn", (p.to_on - 1)::text AS "lastOn", p.frozen_on::text AS "frozenOn", o.name AS "copiedFrom",
      (SELECT count(*)::int FROM standing t WHERE t.programme_id = p.id AND t.leaf_id IS NOT NULL) AS entries
    FROM programme p LEFT JOIN programme o ON o.id = p.copied_from_id ORDER BY p.from_on DESC, p.id DESC`
}
