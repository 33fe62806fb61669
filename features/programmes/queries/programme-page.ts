import 'server-only'
import type { TrainingRule } from '@/domain/rates/entry-facts'
import { db } from '@/server/db/client'
import { dayOfColumn } from '@/server/db/day'

export type ProgrammePage = {
  id: string
  name: string
  fromOn: string
  /** The last day; null = no end yet. */
  toOn: string | null
  closingDay: number | null
  bothRulesUntilOn: string | null
  frozenOn: string | null
  hasLeague: boolean
  /** Oldest first. */
  rules: { fromOn: string; trainingRule: TrainingRule; definitionVersion: number }[]
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A programme with what an officer of the city may set. Null when there is none with that id. */
export async function programmePage(id: string): Promise<ProgrammePage | null> {
  if (!uuid.test(id)) return null
  const found = await db.programme.findUnique({
    where: { id },
    include: { rules: { where: { retractedAt: null }, orderBy: { fromOn: 'asc' } } },
  })
  if (!found) return null
  return {
    id,
    name: found.name,
    fromOn: dayOfColumn(found.fromOn),
    toOn: found.toOn ? dayOfColumn(found.toOn) : null,
    closingDay: found.closingDay,
    hasLeague: found.hasLeague,
    frozenOn: found.frozenOn ? dayOfColumn(found.frozenOn) : null,
    bothRulesUntilOn: found.bothRulesUntilOn ? dayOfColumn(found.bothRulesUntilOn) : null,
    rules: found.rules.map(({ fromOn, trainingRule, definitionVersion }) => ({
      fromOn: dayOfColumn(fromOn),
      trainingRule,
      definitionVersion,
    })),
  }
}
