import 'server-only'
import { recordAudit } from '@/server/audit/record'
import { shanghaiToday } from '@/server/clock'
import type { Context } from '@/server/context'
import { db } from '@/server/db/client'
import { columnOfDay, dayOfColumn } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { firstLook, MEDIA_TYPES } from '@/server/files/first-look'
import { fileHash, storeFile } from '@/server/files/stored-file'
import { WorkbookRefused, type WorkbookRefusal } from '@/server/files/workbook-refusal'
import { type Outcome, ok, refuse } from '@/server/outcome'
import { isSettled } from '@/server/programmes/frozen'
import { MAX_UPLOAD_BYTES, type UploadImport } from '../input'
import { areaInScope } from '../queries/import-area'
import { leaveImportJob } from './outbox'

type Refusal = WorkbookRefusal | 'not-found' | 'too-large' | 'nothing-given' | 'day-outside' | 'frozen'

/**
 * Stores an uploaded file or pasted rows and leaves the worker the job to stage them. What the first look at a file
 * already tells (no workbook, encrypted, bomb …) is refused here, within a second and without storing anything.
 */
export async function uploadImport(ctx: Context, input: UploadImport): Promise<Outcome<{ importId: string }, Refusal>> {
  const area = await areaInScope(ctx.actor, input.regionId)
  const programme = await db.programme.findUnique({ where: { id: input.programmeId } })
  if (!area || !programme) return refuse('not-found')
  if (input.effectiveOn > shanghaiToday() || input.effectiveOn < dayOfColumn(programme.fromOn))
    return refuse('day-outside')
  if (await isSettled(db, programme.id, input.effectiveOn)) return refuse('frozen')
  const given = await givenFile(input)
  if ('refusal' in given) return refuse(given.refusal)
  const importId = newId()
  await ctx.transaction(async (tx) => {
    await tx.import.create({
      data: {
        id: importId,
        programmeId: programme.id,
        regionId: area.id,
        fileName: given.name,
        sha256: fileHash(given.bytes),
        effectiveOn: columnOfDay(input.effectiveOn),
        choices: { isComplete: input.isComplete, keyDefault: input.keyDefault },
        createdById: ctx.actor.personId,
      },
    })
    await storeFile(tx, { id: importId, ...given, createdById: ctx.actor.personId })
    await leaveImportJob(tx, 'import.stage', importId)
    await recordAudit(tx, ctx, {
      kind: 'import.uploaded',
      subjectId: importId,
      regionPath: area.path,
      detail: { bytes: given.bytes.length },
    })
  })
  return ok({ importId })
}

async function givenFile(
  input: UploadImport,
): Promise<{ name: string; mediaType: string; bytes: Buffer } | { refusal: Refusal }> {
  if (input.file && input.file.size > 0) {
    if (input.file.size > MAX_UPLOAD_BYTES) return { refusal: 'too-large' }
    const bytes = Buffer.from(await input.file.arrayBuffer())
    try {
      const mediaType = MEDIA_TYPES[await firstLook(bytes, input.file.name)]
      return { name: input.file.name.replaceAll('\0', '').slice(-120), mediaType, bytes }
    } catch (error) {
      if (error instanceof WorkbookRefused) return { refusal: error.code }
      throw error
    }
  }
  const rows = input.rows?.trim() ? input.rows : ''
  if (rows) return { name: '', mediaType: 'text/plain', bytes: Buffer.from(rows, 'utf8') }
  return { refusal: input.file?.name ? 'empty-file' : 'nothing-given' }
}
