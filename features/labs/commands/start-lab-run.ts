import { randomBytes } from 'node:crypto'
import type { GeneratedLab } from '@/domain/labs/lab'
import type { LabMode } from '@/domain/labs/lab-sheet'
import { recordAudit } from '@/server/audit/record'
import { databaseNow } from '@/server/clock'
import type { CompiledLab } from '@/server/content/compiled'
import type { Context } from '@/server/context'
import type { Prisma, Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { type LabTerms, labOf } from '../lab-run-row'
import { nextStart } from '../queries/next-start'

/** Makes a seed; tests bring their own. */
type Seeds = () => string
const randomSeed: Seeds = () => randomBytes(16).toString('hex')

/** A lab whose sheets keep repeating has too few of them; that is a fault of the lab. */
const SHEETS_TRIED_MAX = 50

/**
 * Opens a run of a lab for the actor, or returns the one of that mode which is open already, so that leaving and coming back, on
 * another device too, loses nothing. Sheet, key and terms are stored with it: a later deployment never changes an open run.
 *
 * Refuses a certifying run while the waiting time after the last one runs ('wait', with `until` as ISO). A person never gets the same
 * sheet of a lab twice.
 */
export function startLabRun(
  ctx: Context,
  lab: CompiledLab,
  mode: LabMode,
  seeds: Seeds = randomSeed,
): Promise<Outcome<{ runId: string }, 'wait'>> {
  return ctx.transaction(async (tx) => {
    const { personId } = ctx.actor
    await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`
    const open = await tx.labRun.findFirst({
      where: { personId, labSlug: lab.slug, mode, state: 'OPEN' },
      select: { id: true },
    })
    if (open) return ok({ runId: open.id })
    const until = mode === 'CERTIFYING' ? await nextStart(tx, personId, lab, await databaseNow(tx)) : null
    if (until) return refuse('wait', { until: until.toISOString() })

    const runId = await openRun(tx, personId, lab, mode, seeds)
    await recordAudit(tx, ctx, { kind: 'lab-run.started', subjectId: runId, detail: { lab: lab.slug, mode } })
    return ok({ runId })
  })
}

async function openRun(
  tx: Transaction,
  personId: string,
  lab: CompiledLab,
  mode: LabMode,
  seeds: Seeds,
): Promise<string> {
  const generator = labOf(lab.generator)
  const { seed, sheet, key } = await unseenSheet(tx, personId, lab, mode, seeds)
  const terms: LabTerms = {
    generator: lab.generator,
    passPercent: lab.passPercent,
    decisive: [...generator.decisive],
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

async function unseenSheet(
  tx: Transaction,
  personId: string,
  lab: CompiledLab,
  mode: LabMode,
  seeds: Seeds,
): Promise<GeneratedLab & { seed: string }> {
  for (let tried = 0; tried < SHEETS_TRIED_MAX; tried++) {
    const seed = seeds()
    const made = labOf(lab.generator).generate(seed, mode)
    const sheet = { equals: made.sheet as unknown as Prisma.InputJsonObject }
    const seen = await tx.labRun.count({ where: { personId, labSlug: lab.slug, OR: [{ seed }, { sheet }] } })
    if (seen === 0) return { ...made, seed }
  }
  throw new Error(`Lab ${lab.slug} has no sheet left that this person has not seen.`)
}
