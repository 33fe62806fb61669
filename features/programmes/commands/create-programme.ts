import 'server-only'
import { type Day, isDay } from '@/domain/calendar/day'
import type { TrainingRule } from '@/domain/rates/entry-facts'
import { recordAudit } from '@/server/audit/record'
import type { Writer } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { DIAGNOSE_AND_LIFT, type TemplateRequirement } from '../template'

/** A new programme. Its rules hold one after another, the first from the programme's first day. */
export interface NewProgramme {
  readonly name: string
  readonly fromOn: Day
  /** First day after the programme; null = no end yet. */
  readonly toOn: Day | null
  readonly isDemonstration?: boolean
  readonly template?: readonly TemplateRequirement[]
  /** Left out: ANY from the first day. Else in order of days. */
  readonly rules?: readonly { readonly fromOn: Day; readonly trainingRule: TrainingRule }[]
}

export type CreateProgrammeRefusal = 'bad-name' | 'bad-period'

/**
 * Creates a programme with its rules and the requirements of a template (left out: “诊断+提升”), in the caller's transaction. It has no
 * entries yet, so nothing is to be restanded. Whether the actor may is asked by the caller ('programme.write').
 */
export async function createProgramme(
  tx: Transaction,
  ctx: Writer,
  wanted: NewProgramme,
): Promise<Outcome<{ programmeId: string }, CreateProgrammeRefusal>> {
  const name = wanted.name.normalize('NFC').trim()
  if (name === '' || [...name].length > 100) return refuse('bad-name')
  const { fromOn, toOn } = wanted
  if (!isDay(fromOn) || (toOn !== null && (!isDay(toOn) || toOn <= fromOn))) return refuse('bad-period')

  const programmeId = newId()
  const recordedById = ctx.actor?.personId ?? null
  const period = { fromOn: columnOfDay(fromOn), toOn: toOn === null ? null : columnOfDay(toOn) }
  await tx.programme.create({
    data: { id: programmeId, name, ...period, isDemonstration: wanted.isDemonstration ?? false },
  })
  await tx.programmeRule.createMany({ data: rulesOf(wanted).map((rule) => ({ ...rule, programmeId, recordedById })) })
  await writeRequirements(
    tx,
    { programmeId, fromOn: period.fromOn, recordedById },
    wanted.template ?? DIAGNOSE_AND_LIFT,
  )
  await recordAudit(tx, ctx, { kind: 'programme.changed', subjectId: programmeId, detail: { change: 'created' } })
  return ok({ programmeId })
}

function rulesOf({ fromOn, rules = [{ fromOn, trainingRule: 'ANY' }] }: NewProgramme) {
  return rules.map((rule, index) => {
    const next = rules[index + 1]
    return {
      id: newId(),
      fromOn: columnOfDay(index === 0 ? fromOn : rule.fromOn),
      toOn: next ? columnOfDay(next.fromOn) : null,
      trainingRule: rule.trainingRule,
      definitionVersion: index + 1,
    }
  })
}

async function writeRequirements(
  tx: Transaction,
  owner: { programmeId: string; fromOn: Date; recordedById: string | null },
  template: readonly TemplateRequirement[],
): Promise<void> {
  for (const { seatKind, rate, anyOf } of template) {
    const alternatives = anyOf.map((one) => ({ ...one, id: newId(), evidence: [...one.evidence] }))
    await tx.requirement.create({
      data: { id: newId(), ...owner, seatKind, rate, alternatives: { create: alternatives } },
    })
  }
}
