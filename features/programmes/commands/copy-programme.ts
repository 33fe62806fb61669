import 'server-only'
import type { Day } from '@/domain/calendar/day'
import type { Context } from '@/server/context'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'
import type { TemplateRequirement } from '../template'
import { createProgramme, type CreateProgrammeRefusal } from './create-programme'

/**
 * A new programme like an earlier one: what it asked last and by which rule, for a new period; with its roster when wanted, which the worker copies as it
 * stands today (who holds which seat, not what they have completed: one completion serves every programme). Refuses 'not-found'.
 */
export async function copyProgramme(
  ctx: Context,
  given: { copyOf: string; name: string; fromOn: Day; toOn: Day | null; withRoster: boolean },
): Promise<Outcome<{ programmeId: string }, CreateProgrammeRefusal | 'not-found'>> {
  const source = await db.programme.findUnique({
    where: { id: given.copyOf },
    include: {
      rules: { where: { retractedAt: null }, orderBy: { fromOn: 'desc' }, take: 1 },
      requirements: {
        where: { retractedAt: null, toOn: null },
        include: { alternatives: true },
        orderBy: { id: 'asc' },
      },
    },
  })
  if (!source) return refuse('not-found')
  const template: TemplateRequirement[] = source.requirements.map(({ seatKind, rate, alternatives }) => ({
    seatKind,
    rate,
    anyOf: alternatives.map(({ subjectKind, slug, minVersion, validDays, times, evidence }) => ({
      ...{ subjectKind, slug, minVersion, times, evidence },
      ...(validDays === null ? {} : { validDays }),
    })),
  }))
  const trainingRule = source.rules[0]?.trainingRule ?? 'ANY'
  return ctx.transaction(async (tx) => {
    const { name, fromOn, toOn } = given
    const wanted = { name, fromOn, toOn, template, rules: [{ fromOn, trainingRule }] }
    const created = await createProgramme(tx, ctx, wanted)
    if (!created.ok) return created
    const { programmeId } = created.value
    await tx.programme.update({
      where: { id: programmeId },
      data: { copiedFromId: source.id, closingDay: source.closingDay },
    })
    if (given.withRoster) {
      const id = newId()
      const payload = { fromId: source.id, toId: programmeId, by: ctx.actor.personId }
      await tx.outbox.create({ data: { id, kind: 'roster.copy', key: `roster.copy:${programmeId}`, payload } })
    }
    return ok({ programmeId })
  })
}
