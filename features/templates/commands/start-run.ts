import 'server-only'
import type { Context } from '@/server/context'
import { db } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { isOriginConfigured } from '@/server/env'
import { type Outcome, ok, refuse } from '@/server/outcome'
import type { StartRun } from '../input'
import { templateInScope } from '../queries/template-in-scope'
import { regionOfOfficer } from '../queries/template-regions'
import { leaveTemplateJob } from './outbox'

type Refusal = 'not-found' | 'not-usable' | 'no-origin' | 'running'

/**
 * Leaves the worker the job to fill a template for everybody it concerns in an area. A letter that shows personal links needs the
 * public address to be set (APP_ORIGIN), else nobody could open them.
 */
export async function startRun(ctx: Context, input: StartRun): Promise<Outcome<{ runId: string }, Refusal>> {
  const template = await templateInScope(ctx.actor, input.templateId)
  const area = await regionOfOfficer(ctx.actor, input.regionId)
  const programme = await db.programme.findUnique({ where: { id: input.programmeId }, select: { id: true } })
  if (!template || !area || !programme) return refuse('not-found')
  if (template.state !== 'SOUND' || template.retractedAt || template.purpose === 'BULLETIN') return refuse('not-usable')
  if (template.placeholders.some((name) => name === '专属链接' || name === '短码') && !isOriginConfigured())
    return refuse('no-origin')
  const mine = { templateId: template.id, createdById: ctx.actor.personId }
  const runId = newId()
  const isLeft = await ctx.transaction(async (tx) => {
    // One open run of a template for each officer: the index document_run_one_open decides between starts at the same moment.
    const { count } = await tx.documentRun.createMany({
      data: {
        ...mine,
        id: runId,
        programmeId: programme.id,
        regionId: area.id,
        office: input.office,
        dueOn: input.dueOn ? columnOfDay(input.dueOn) : null,
      },
      skipDuplicates: true,
    })
    if (count > 0) await leaveTemplateJob(tx, 'document.fill', runId)
    return count > 0
  })
  return isLeft ? ok({ runId }) : refuse('running')
}
