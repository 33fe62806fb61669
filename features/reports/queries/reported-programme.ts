import 'server-only'
import { db, type Transaction } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { knownProgrammes } from '@/server/programmes/known-programmes'
import type { TrainingRule } from '@/domain/rates/entry-facts'

export type ProgrammeOfReport = {
  id: string
  name: string
  fromOn: string
  toOn: string | null
  isDemonstration: boolean
  closingDay: number | null
}

export type RulesOn = { trainingRule: TrainingRule; formerRule: TrainingRule | null; definitionVersion: number }

/** All programmes in the order in which pages offer them; names and rules of programmes are known to every officer. */
export async function reportedProgrammes(): Promise<ProgrammeOfReport[]> {
  const [known, closing] = await Promise.all([
    knownProgrammes(),
    db.programme.findMany({ select: { id: true, closingDay: true } }),
  ])
  const days = new Map(closing.map(({ id, closingDay }) => [id, closingDay]))
  return known.map(({ hasRoster: _, ...one }) => ({ ...one, closingDay: days.get(one.id) ?? null }))
}

/** The programme asked for, else the first that has begun by the day, else the first; null when there is none yet. */
export function chosenProgramme(
  all: readonly ProgrammeOfReport[],
  asked: string | undefined,
  on: string,
): ProgrammeOfReport | null {
  return all.find((one) => one.id === asked) ?? all.find((one) => one.fromOn <= on) ?? all[0] ?? null
}

/** The rules in force on a day, and the training rule before them while the programme shows both. */
export async function rulesOn(
  programmeId: string,
  on: string,
  tx: Pick<Transaction, 'programme' | 'programmeRule'> = db,
): Promise<RulesOn> {
  const day = columnOfDay(on)
  const [rules, programme] = await Promise.all([
    tx.programmeRule.findMany({
      where: { programmeId, retractedAt: null, fromOn: { lte: day } },
      orderBy: { fromOn: 'desc' },
      select: { trainingRule: true, definitionVersion: true },
    }),
    tx.programme.findUnique({ where: { id: programmeId }, select: { bothRulesUntilOn: true } }),
  ])
  const trainingRule = rules[0]?.trainingRule ?? 'ANY'
  const until = programme?.bothRulesUntilOn ?? null
  const isBoth = until === null || until >= day
  const former = rules.find((rule) => rule.trainingRule !== trainingRule)?.trainingRule ?? null
  return { trainingRule, formerRule: isBoth ? former : null, definitionVersion: rules[0]?.definitionVersion ?? 1 }
}
