import 'server-only'
import type { TrainingRule } from '@/domain/rates/entry-facts'
import { columnOfDay } from '@/server/db/day'
import { db } from '@/server/db/client'
import { knownProgrammes } from '@/server/programmes/known-programmes'

export type ProgrammeInView = {
  id: string
  name: string
  fromOn: string
  toOn: string | null
  isDemonstration: boolean
  hasLeague: boolean
  trainingRule: TrainingRule
  definitionVersion: number
  /** All programmes, newest first, for the chooser. */
  choices: { id: string; name: string }[]
}

/**
 * The programme a page is about: the one asked for, else the newest with a roster that has begun, else the first known.
 * Names and rules of programmes are known to every officer; the numbers in them are not. Null when there is none yet.
 */
export async function programmeInView(asked: string | undefined, on: string): Promise<ProgrammeInView | null> {
  const day = columnOfDay(on)
  const all = await knownProgrammes()
  const chosen = all.find((one) => one.id === asked) ?? all.find((one) => one.fromOn <= on) ?? all[0]
  if (!chosen) return null
  const rule = await db.programmeRule.findFirst({
    where: {
      programmeId: chosen.id,
      retractedAt: null,
      fromOn: { lte: day },
      OR: [{ toOn: null }, { toOn: { gt: day } }],
    },
    select: { trainingRule: true, definitionVersion: true },
  })
  return {
    id: chosen.id,
    name: chosen.name,
    isDemonstration: chosen.isDemonstration,
    hasLeague: chosen.hasLeague,
    fromOn: chosen.fromOn,
    toOn: chosen.toOn,
    trainingRule: rule?.trainingRule ?? 'ANY',
    definitionVersion: rule?.definitionVersion ?? 1,
    choices: all.map(({ id, name }) => ({ id, name })),
  }
}
