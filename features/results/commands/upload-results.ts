import 'server-only'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { fileHash, storeFile } from '@/server/files/stored-file'
import { type Outcome, ok, refuse } from '@/server/outcome'
import { mayCorrect, settledUpTo } from '@/server/programmes/frozen'
import { givenFile, type GivenRefusal } from '../given-file'
import type { BatchOptions } from '../batch-options'
import type { UploadResults } from '../input'
import { resultArea } from '../queries/batch-choices'
import { leaveResultJob } from './outbox'

type Refusal = GivenRefusal | 'not-found' | 'frozen'

/**
 * Stores an uploaded file or pasted block and leaves the worker the job to read it. What the first look at a file already tells is
 * refused here, without storing anything.
 */
export async function uploadResults(
  ctx: Context,
  input: UploadResults,
): Promise<Outcome<{ batchId: string }, Refusal>> {
  const area = await resultArea(ctx.actor, input.regionId)
  const programme = await db.programme.findUnique({ where: { id: input.programmeId }, select: { id: true } })
  if (!area || !programme) return refuse('not-found')
  // What happened earlier is what such a file tells: once the programme is settled, only the city still adds to it.
  if ((await settledUpTo(db, programme.id)) !== null && !mayCorrect(ctx.actor)) return refuse('frozen')
  const given = await givenFile(input)
  if ('refusal' in given) return refuse(given.refusal)
  const batchId = newId()
  const options: BatchOptions = { kind: input.kind, day: input.day ?? null }
  await ctx.transaction(async (tx) => {
    await tx.resultBatch.create({
      data: {
        id: batchId,
        programmeId: programme.id,
        regionId: area.id,
        source: input.kind === 'JIELONG' ? 'JIELONG' : 'SHEET',
        title: input.title || given.name.replace(/\.\w+$/, ''),
        fileName: given.name,
        sha256: fileHash(given.bytes),
        options: options as object,
        createdById: ctx.actor.personId,
      },
    })
    await storeFile(tx, { id: batchId, ...given, createdById: ctx.actor.personId })
    await leaveResultJob(tx, 'results.read', batchId)
    const detail = { bytes: given.bytes.length }
    await recordAudit(tx, ctx, { kind: 'results.uploaded', subjectId: batchId, regionPath: area.path, detail })
  })
  return ok({ batchId })
}
