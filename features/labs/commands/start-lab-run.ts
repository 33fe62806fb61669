import { randomBytes } from 'node:crypto'
import { labGenerator } from '@/domain/labs/generators'
import type { LabMode } from '@/domain/labs/lab-sheet'
import { recordAudit } from '@/server/audit/record'
import type { CompiledLab } from '@/server/content/compiled'
import type { Context } from '@/server/context'
import type { Prisma, Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { ok, type Outcome } from '@/server/outcome'
import type { LabTerms } from '../lab-run-row'

/**
 * Opens a run of a lab for the actor, or returns the one of that mode which is open already, so that leaving and coming back, on
 * another device too, loses nothing. Sheet, key and terms are stored with it: a later deployment never changes an open run.
 */
export function startLabRun(ctx: Context, lab: CompiledLab, mode: LabMode): Promise<Outcome<{ runId: string }>> {
  return ctx.transaction(async (tx) => {
    const { personId } = ctx.actor
    await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`
    const open = await tx.labRun.findFirst({
      where: { personId, labSlug: lab.slug, mode, state: 'OPEN' },
      select: { id: true },
    })
    if (open) return ok({ runId: open.id })

    const runId = await openRun(tx, personId, lab, mode)
    await recordAudit(tx, ctx, { kind: 'lab-run.started', subjectId: runId, detail: { lab: lab.slug, mode } })
    return ok({ runId })
  })
}

async function openRun(tx: Transaction, personId: string, lab: CompiledLab, mode: LabMode): Promise<string> {
  const generator = labGenerator(lab.generator)
  if (!generator) throw new Error(`Lab ${lab.slug} names an unknown generator: ${lab.generator}`)
  const seed = randomBytes(16).toString('hex')
  const { sheet, key } = generator.generate(seed, mode)
  const terms: LabTerms = {
    generator: lab.generator,
    toleranceFen: generator.toleranceFen,
    passPercent: lab.passPercent,
  }
  const { _max } = await tx.labRun.aggregate({ where: { personId, labSlug: lab.slug }, _max: { no: true } })
  const run = await tx.labRun.create({
    data: {
      id: newId(),
      personId,
      labSlug: lab.slug,
      labVersion: lab.version,
      generatorVersion: generator.version,
      mode,
      no: (_max.no ?? 0) + 1,
      seed,
      sheet: sheet as unknown as Prisma.InputJsonObject,
      gradingKey: key as unknown as Prisma.InputJsonObject,
      tolerances: terms,
    },
    select: { id: true },
  })
  return run.id
}
