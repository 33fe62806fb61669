import 'server-only'
import type { Rate, SeatKind, SubjectKind } from '@/domain/rates/entry-facts'
import { db } from '@/server/db/client'
import { dayOfColumn } from '@/server/db/day'

export type ShownRequirement = {
  requirementId: string
  seatKind: SeatKind
  rate: Rate
  fromOn: string
  toOn: string | null
  anyOf: { kind: SubjectKind; slug: string; times: number; validDays: number | null }[]
}

/** What a programme asks and asked, by rate and day, and how far the last change has been counted. */
export async function programmeRequirements(programmeId: string): Promise<{
  requirements: ShownRequirement[]
  run: { total: number; done: number; isFinished: boolean } | null
}> {
  const [rows, run] = await Promise.all([
    db.requirement.findMany({
      where: { programmeId, retractedAt: null },
      include: { alternatives: { orderBy: { id: 'asc' } } },
      orderBy: [{ seatKind: 'asc' }, { rate: 'asc' }, { fromOn: 'asc' }, { id: 'asc' }],
    }),
    db.restandRun.findFirst({ where: { programmeId }, orderBy: { startedAt: 'desc' } }),
  ])
  return {
    requirements: rows.map(({ id, seatKind, rate, fromOn, toOn, alternatives }) => ({
      ...{ requirementId: id, seatKind, rate, fromOn: dayOfColumn(fromOn), toOn: toOn && dayOfColumn(toOn) },
      anyOf: alternatives.map(({ subjectKind, slug, times, validDays }) => ({
        kind: subjectKind,
        slug,
        times,
        validDays,
      })),
    })),
    run: run && { total: run.total, done: run.done, isFinished: run.finishedAt !== null },
  }
}
