import 'server-only'
import { db, type Transaction } from '@/server/db/client'
import { columnOfDay, dayOfColumn } from '@/server/db/day'
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

/** All programmes, newest first; names and rules of programmes are known to every officer. */
export async function reportedProgrammes(): Promise<ProgrammeOfReport[]> {
  const all = await db.programme.findMany({ orderBy: [{ fromOn: 'desc' }, { id: 'desc' }] })
  return all.map((one) => ({
    id: one.id,
    name: one.name,
    fromOn: dayOfColumn(one.fromOn),
    toOn: one.toOn ? dayOfColumn(one.toOn) : null,
    isDemonstration: one.isDemonstration,
    closingDay: one.closingDay,
  }))
}

/** The programme asked for, else the newest that has begun by the day, else the newest; null when there is none yet. */
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
