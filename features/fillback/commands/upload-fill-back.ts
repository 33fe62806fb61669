import 'server-only'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { openArchive } from '@/server/files/open-archive'
import { textEncoding } from '@/server/files/patch-separated'
import { storeFile } from '@/server/files/stored-file'
import { WorkbookRefused, type WorkbookRefusal } from '@/server/files/workbook-refusal'
import { type Outcome, ok, refuse } from '@/server/outcome'
import { MAX_UPLOAD_BYTES, type UploadFillBack } from '../input'
import { MEDIA } from '../own-file'
import { areaInScope } from '../queries/fill-back-area'
import { leaveFillBackJob } from './outbox'

type Refusal = WorkbookRefusal | 'not-found' | 'too-large' | 'nothing-given'

/**
 * Stores the office's sheet as it came and leaves the worker the job to read it. What the first look already tells (no workbook, an
 * old .xls, encrypted, a bomb …) is refused here, without storing anything.
 */
export async function uploadFillBack(
  ctx: Context,
  input: UploadFillBack,
): Promise<Outcome<{ fillBackId: string }, Refusal>> {
  const area = await areaInScope(ctx.actor, input.regionId)
  const programme = await db.programme.findUnique({ where: { id: input.programmeId }, select: { id: true } })
  if (!area || !programme) return refuse('not-found')
  const given = await givenFile(input)
  if ('refusal' in given) return refuse(given.refusal)
  const fillBackId = newId()
  const createdById = ctx.actor.personId
  await ctx.transaction(async (tx) => {
    await tx.fillBack.create({
      data: { id: fillBackId, programmeId: programme.id, regionId: area.id, fileName: given.name, createdById },
    })
    await storeFile(tx, { id: fillBackId, ...given, createdById })
    await leaveFillBackJob(tx, 'fill-back.read', fillBackId)
    await recordAudit(tx, ctx, {
      kind: 'fill-back.uploaded',
      subjectId: fillBackId,
      regionPath: area.path,
      detail: { bytes: given.bytes.length },
    })
  })
  return ok({ fillBackId })
}

type Given = { name: string; mediaType: string; bytes: Buffer }

async function givenFile({ file, rows }: UploadFillBack): Promise<Given | { refusal: Refusal }> {
  if (file && file.size > 0) {
    if (file.size > MAX_UPLOAD_BYTES) return { refusal: 'too-large' }
    const bytes = Buffer.from(await file.arrayBuffer())
    const name = file.name.replaceAll('\0', '').slice(-120)
    if (/\.(?:csv|txt)$/i.test(name) && !(bytes[0] === 0x50 && bytes[1] === 0x4b))
      return textEncoding(bytes) ? { name, mediaType: MEDIA.csv, bytes } : { refusal: 'not-a-workbook' }
    const refusal = await firstLook(bytes)
    return refusal ? { refusal } : { name, mediaType: MEDIA.workbook, bytes }
  }
  if (rows?.trim()) return { name: '', mediaType: MEDIA.pasted, bytes: Buffer.from(rows, 'utf8') }
  return { refusal: file?.name ? 'empty-file' : 'nothing-given' }
}

async function firstLook(bytes: Buffer): Promise<WorkbookRefusal | null> {
  try {
    const archive = await openArchive(bytes)
    archive.close()
    return null
  } catch (error) {
    if (error instanceof WorkbookRefused) return error.code
    throw error
  }
}
