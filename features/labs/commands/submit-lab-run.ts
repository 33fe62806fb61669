import { recordCompletion } from '@/features/standing/commands/record-completion'
import { type ConceptParts, conceptParts } from '@/domain/labs/concepts'
import type { LabResult } from '@/domain/labs/grade'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import type { Prisma, Transaction } from '@/server/db/client'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { storedLab } from '../lab-run-row'

/** What a submitted run is worth; the same however often it is asked. */
export type SubmittedRun = { slug: string; part: number; whole: number; passed: boolean }

/**
 * Closes an open run of the actor's own and grades the cells already saved. Submitting again returns the first result.
 *
 * A passed certifying run becomes a completion (LAB, ONLINE) in the same transaction. Refuses, and writes nothing, when the run is
 * not theirs or was set aside ('not-found').
 */
export function submitLabRun(ctx: Context, runId: string): Promise<Outcome<SubmittedRun, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    // The person first: the order in which every command of theirs and restanding take their locks.
    await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${ctx.actor.personId}::uuid FOR NO KEY UPDATE`
    const closed = await closeIfOpen(tx, runId, ctx.actor.personId)
    if (!closed) return storedResult(tx, runId, ctx.actor.personId)

    const run = await tx.labRun.findUniqueOrThrow({ where: { id: runId } })
    const { result, concepts } = await grade(tx, run)
    const { part, whole, passed } = result
    const graded = {
      cellsRight: part,
      cellsAsked: whole,
      passed,
      result: result as unknown as Prisma.InputJsonObject,
      concepts: concepts as unknown as Prisma.InputJsonObject,
    }
    await tx.labRun.update({ where: { id: runId }, data: graded })
    await recordAudit(tx, ctx, {
      kind: 'lab-run.submitted',
      subjectId: runId,
      detail: { mode: run.mode, part, whole, passed },
    })
    if (passed && run.mode === 'CERTIFYING') await complete(tx, ctx, run, closed.submittedAt)
    return ok({ slug: run.labSlug, part, whole, passed })
  })
}

async function closeIfOpen(
  tx: Transaction,
  runId: string,
  personId: string,
): Promise<{ submittedAt: Date } | undefined> {
  const rows = await tx.$queryRaw<{ submittedAt: Date }[]>`
    UPDATE lab_run SET state = 'SUBMITTED', submitted_at = clock_timestamp()
    WHERE id = ${runId}::uuid AND person_id = ${personId}::uuid AND state = 'OPEN'
    RETURNING submitted_at AS "submittedAt"`
  return rows[0]
}

async function storedResult(
  tx: Transaction,
  runId: string,
  personId: string,
): Promise<Outcome<SubmittedRun, 'not-found'>> {
  const run = await tx.labRun.findFirst({
    where: { id: runId, personId, state: 'SUBMITTED' },
    select: { labSlug: true, cellsRight: true, cellsAsked: true, passed: true },
  })
  if (!run) return refuse('not-found')
  return ok({ slug: run.labSlug, part: run.cellsRight ?? 0, whole: run.cellsAsked ?? 0, passed: run.passed ?? false })
}

type Run = { id: string; labSlug: string; labVersion: number; sheet: unknown; gradingKey: unknown; tolerances: unknown }

async function grade(tx: Transaction, run: Run): Promise<{ result: LabResult; concepts: ConceptParts }> {
  const cells = await tx.labCell.findMany({ where: { labRunId: run.id }, select: { cell: true, value: true } })
  const stored = storedLab(run)
  const result = stored.grade(Object.fromEntries(cells.map(({ cell, value }) => [cell, value])))
  return { result, concepts: conceptParts(stored.sheet.cells, result) }
}

async function complete(tx: Transaction, ctx: Context, run: Run, happenedAt: Date): Promise<void> {
  const { id: completionId } = await recordCompletion(tx, ctx, {
    personId: ctx.actor.personId,
    subjectKind: 'LAB',
    slug: run.labSlug,
    contentVersion: run.labVersion,
    happenedAt,
    evidence: 'ONLINE',
    sourceKey: `lab-run:${run.id}`,
  })
  await tx.labRun.update({ where: { id: run.id }, data: { completionId } })
}
