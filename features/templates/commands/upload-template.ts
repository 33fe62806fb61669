import 'server-only'
import type { DocumentRefusal } from '@/server/documents/document-refusal'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { newId } from '@/server/db/id'
import { openArchive } from '@/server/files/open-archive'
import { storeFile } from '@/server/files/stored-file'
import { WorkbookRefused } from '@/server/files/workbook-refusal'
import { type Outcome, ok, refuse } from '@/server/outcome'
import type { UploadTemplate } from '../input'
import { regionOfOfficer } from '../queries/template-regions'
import { leaveTemplateJob } from './outbox'

const MAX_BYTES = 10 * 1024 * 1024
const MEDIA_TYPES = {
  DOCX: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

type Refusal = DocumentRefusal | 'not-found' | 'nothing-given' | 'docx-only'
type Format = keyof typeof MEDIA_TYPES

/**
 * Stores an uploaded template and leaves the worker the job to look through it. What the first look at the file already tells
 * (no document, encrypted, bomb, macro …) is refused here without storing anything.
 */
export async function uploadTemplate(
  ctx: Context,
  input: UploadTemplate,
): Promise<Outcome<{ templateId: string }, Refusal>> {
  const region = await regionOfOfficer(ctx.actor, input.regionId)
  if (!region) return refuse('not-found')
  const { file, purpose } = input
  if (!file?.name) return refuse('nothing-given')
  if (file.size > MAX_BYTES) return refuse('too-large')
  const bytes = Buffer.from(await file.arrayBuffer())
  const look = await firstLook(bytes)
  if ('refusal' in look) return refuse(look.refusal)
  if (look.format === 'XLSX' && purpose !== 'BULLETIN') return refuse('docx-only')
  const templateId = newId()
  const fileName = file.name.replaceAll('\0', '').slice(-120)
  const name = input.name || fileName.replace(/\.[^.]*$/, '')
  await ctx.transaction(async (tx) => {
    await tx.officeTemplate.create({
      data: {
        id: templateId,
        regionId: region.id,
        purpose,
        format: look.format,
        name,
        recordedById: ctx.actor.personId,
      },
    })
    const mediaType = MEDIA_TYPES[look.format]
    await storeFile(tx, { id: templateId, name: fileName, mediaType, bytes, createdById: ctx.actor.personId })
    await leaveTemplateJob(tx, 'template.check', templateId)
    await recordAudit(tx, ctx, {
      kind: 'template.changed',
      subjectId: templateId,
      regionPath: region.path,
      detail: { change: 'uploaded', purpose, bytes: bytes.length },
    })
  })
  return ok({ templateId })
}

async function firstLook(bytes: Buffer): Promise<{ format: Format } | { refusal: DocumentRefusal }> {
  try {
    const archive = await openArchive(bytes)
    archive.close()
    if (archive.names.some((name) => name.startsWith('word/'))) return { format: 'DOCX' }
    if (archive.names.some((name) => name.startsWith('xl/'))) return { format: 'XLSX' }
    return { refusal: 'not-a-document' }
  } catch (error) {
    if (error instanceof WorkbookRefused) return { refusal: error.code }
    throw error
  }
}
