import type { LabMode } from '@/domain/labs/lab-sheet'
import type { Actor } from '@/domain/permissions/actor'
import { db } from '@/server/db/client'

/** One line of the list of runs. */
export type LabRunLine = {
  id: string
  no: number
  mode: LabMode
  state: 'OPEN' | 'SUBMITTED' | 'ABANDONED'
  startedAt: Date
  submittedAt: Date | null
  cellsRight: number | null
  cellsAsked: number | null
  passed: boolean | null
}

/** The actor's runs of one lab, newest first, at most fifty. */
export function myLabRuns(actor: Actor, slug: string): Promise<LabRunLine[]> {
  return db.labRun.findMany({
    where: { personId: actor.personId, labSlug: slug },
    orderBy: { no: 'desc' },
    take: 50,
    select: {
      id: true,
      no: true,
      mode: true,
      state: true,
      startedAt: true,
      submittedAt: true,
      cellsRight: true,
      cellsAsked: true,
      passed: true,
    },
  })
}

/** Slugs of the labs that the actor has passed in a certifying run or by another record in force. */
export async function myPassedLabs(actor: Actor): Promise<Set<string>> {
  const rows = await db.completion.findMany({
    where: { personId: actor.personId, subjectKind: 'LAB', retractedAt: null },
    select: { slug: true },
  })
  return new Set(rows.map(({ slug }) => slug))
}
