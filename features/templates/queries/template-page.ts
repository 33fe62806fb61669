import 'server-only'
import { MAX_PROBLEMS } from '@/domain/documents/problem-tally'
import type { TemplateProblem } from '@/domain/documents/template-problem'
import type { Actor } from '@/domain/permissions/actor'
import { db } from '@/server/db/client'
import { templateInScope } from './template-in-scope'

/** One template with its first problems and the officer's runs of it, newest first; null when it is not theirs to see. */
export async function templatePage(actor: Actor, id: string) {
  const one = await templateInScope(actor, id)
  if (!one) return null
  const runs = await db.documentRun.findMany({
    where: { templateId: id, createdById: actor.personId },
    orderBy: { createdAt: 'desc' },
    take: 20,
  })
  const ids = [...new Set(runs.map((run) => run.regionId))]
  const areas = await db.region.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(areas.map((area) => [area.id, area.name]))
  return {
    ...one,
    isRetired: one.retractedAt !== null,
    problems: (one.problems as unknown as TemplateProblem[]).slice(0, MAX_PROBLEMS),
    runs: runs.map((run) => ({ ...run, area: names.get(run.regionId) ?? '' })),
  }
}
export type ShownRun = NonNullable<Awaited<ReturnType<typeof templatePage>>>['runs'][number]
