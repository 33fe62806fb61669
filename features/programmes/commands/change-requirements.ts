import 'server-only'
import type { Day } from '@/domain/calendar/day'
import type { Rate, SeatKind, TrainingRule } from '@/domain/rates/entry-facts'
import { lockProgramme, requestRestand } from '@/features/standing/commands/restand-programme'
import { recordAudit } from '@/server/audit/record'
import { shanghaiToday } from '@/server/clock'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { columnOfDay, dayOfColumn } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'
import type { TemplateAlternative } from '../template'

export type RequirementChange = {
  programmeId: string
  /** From this day on, a coming one. */
  fromOn: Day
  /** The requirement that ends that day; null when one is only added. */
  endsId: string | null
  /** What is asked from that day on; null when one only ends. */
  asks: { seatKind: SeatKind; rate: Rate; anyOf: readonly TemplateAlternative[] } | null
}

type Refusal = 'not-found' | 'day-outside' | 'nothing'

/**
 * Changes what a programme asks from a coming day on: one requirement ends, another begins, or both. Every such day begins a new version of the
 * definition; the worker restands the entries, and no number of a day before changes. Refuses 'day-outside' for today or earlier and for days outside the
 * programme or before the requirement began.
 */
export function changeRequirement(ctx: Context, change: RequirementChange): Promise<Outcome<null, Refusal>> {
  return ctx.transaction(async (tx) => {
    if (!change.endsId && !change.asks) return refuse('nothing')
    const refusal = await lockedForChange(tx, change)
    if (refusal) return refuse(refusal)
    const fromOn = columnOfDay(change.fromOn)
    if (change.endsId) {
      const ending = await tx.requirement.findFirst({
        where: { id: change.endsId, programmeId: change.programmeId, toOn: null, retractedAt: null },
      })
      if (!ending) return refuse('not-found')
      if (change.fromOn < dayOfColumn(ending.fromOn)) return refuse('day-outside')
      // One that was to begin that very day never begins: no interval is empty.
      const isUnborn = change.fromOn === dayOfColumn(ending.fromOn)
      await tx.requirement.update({
        where: { id: ending.id },
        data: isUnborn ? { retractedAt: new Date(), retractedById: ctx.actor.personId } : { toOn: fromOn },
      })
    }
    if (change.asks) {
      const { seatKind, rate, anyOf } = change.asks
      const alternatives = anyOf.map((one) => ({ ...one, id: newId(), evidence: [...one.evidence] }))
      await tx.requirement.create({
        data: {
          ...{ id: newId(), programmeId: change.programmeId, seatKind, rate, fromOn, recordedById: ctx.actor.personId },
          alternatives: { create: alternatives },
        },
      })
    }
    await newVersion(tx, ctx, change, null)
    await recordAudit(tx, ctx, {
      kind: 'requirement.changed',
      subjectId: change.programmeId,
      detail: {
        fromOn: change.fromOn,
        ends: change.endsId,
        asks: change.asks?.anyOf.map(({ slug }) => slug).join(' ') ?? null,
      },
    })
    await requestRestand(tx, change.programmeId, 'requirement')
    return ok(null)
  })
}

/** Counts training by another rule from a coming day on; a new version of the definition. Refuses 'nothing' when that rule holds then already. */
export function changeTrainingRule(
  ctx: Context,
  change: { programmeId: string; fromOn: Day; trainingRule: TrainingRule },
): Promise<Outcome<null, Refusal>> {
  return ctx.transaction(async (tx) => {
    const refusal = await lockedForChange(tx, change)
    if (refusal) return refuse(refusal)
    const isNew = await newVersion(tx, ctx, change, change.trainingRule)
    if (!isNew) return refuse('nothing')
    await recordAudit(tx, ctx, {
      kind: 'programme.changed',
      subjectId: change.programmeId,
      detail: { change: 'training-rule', fromOn: change.fromOn, trainingRule: change.trainingRule },
    })
    await requestRestand(tx, change.programmeId, 'training-rule')
    return ok(null)
  })
}

async function lockedForChange(
  tx: Transaction,
  { programmeId, fromOn }: { programmeId: string; fromOn: Day },
): Promise<'not-found' | 'day-outside' | null> {
  await lockProgramme(tx, programmeId)
  const programme = await tx.programme.findUnique({ where: { id: programmeId } })
  if (!programme) return 'not-found'
  const isBefore = fromOn <= shanghaiToday() || fromOn < dayOfColumn(programme.fromOn)
  return isBefore || (programme.toOn !== null && fromOn >= dayOfColumn(programme.toOn)) ? 'day-outside' : null
}

/**
 * Begins a version of the definition on that day, unless one begins there already; rules that were to begin later keep their days and get later numbers.
 * Answers whether anything changed.
 */
async function newVersion(
  tx: Transaction,
  ctx: Context,
  { programmeId, fromOn }: { programmeId: string; fromOn: Day },
  trainingRule: TrainingRule | null,
): Promise<boolean> {
  const rules = await tx.programmeRule.findMany({
    where: { programmeId, retractedAt: null },
    orderBy: { fromOn: 'asc' },
  })
  const on = columnOfDay(fromOn)
  const there = rules.findLast((rule) => rule.fromOn <= on)
  const rule = trainingRule ?? there?.trainingRule ?? 'ANY'
  if (trainingRule !== null && there?.trainingRule === trainingRule) return false
  if (there && dayOfColumn(there.fromOn) === fromOn) {
    await tx.programmeRule.update({ where: { id: there.id }, data: { trainingRule: rule } })
    return true
  }
  const later = rules.filter(({ fromOn: day }) => day > on)
  if (there) await tx.programmeRule.update({ where: { id: there.id }, data: { toOn: on } })
  await tx.programmeRule.create({
    data: {
      ...{ id: newId(), programmeId, trainingRule: rule, recordedById: ctx.actor.personId },
      fromOn: on,
      toOn: later[0]?.fromOn ?? null,
      definitionVersion: (there?.definitionVersion ?? 0) + 1,
    },
  })
  for (const one of later)
    await tx.programmeRule.update({ where: { id: one.id }, data: { definitionVersion: { increment: 1 } } })
  return true
}
