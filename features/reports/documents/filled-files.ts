import 'server-only'
import { DocumentRefused, TemplateBroken } from '@/server/documents/document-refusal'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { documentWords } from '@/server/document-words'
import { storeFile } from '@/server/files/stored-file'
import type { BulletinContent, BulletinRequest } from '../bulletin-snapshot'
import { bulletinDocx, bulletinXlsx } from './bulletin-files'

export type FilledFiles = { docx: Buffer; xlsx: Buffer }

/** Both files of a bulletin or draft on the chosen templates, or what is broken in a template. */
export async function filledFiles(
  bulletin: BulletinContent,
  request: BulletinRequest,
): Promise<FilledFiles | { refusal: string; problems: string[] }> {
  const words = documentWords('reports')
  try {
    const docx = await bulletinDocx(bulletin, request.docxTemplateId, words)
    return { docx, xlsx: await bulletinXlsx(bulletin, request.xlsxTemplateId, words) }
  } catch (error) {
    if (error instanceof DocumentRefused) return { refusal: 'template-refused', problems: [error.code] }
    if (!(error instanceof TemplateBroken)) throw error
    return {
      refusal: 'template-broken',
      problems: error.problems.map(({ found, place }) => `${found} ← ${place.text}`),
    }
  }
}

const MEDIA = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

type FileIds = { docxFileId: string; xlsxFileId: string }

/** Ids that both files will stand under. */
export function newFileIds(): FileIds {
  return { docxFileId: newId(), xlsxFileId: newId() }
}

/** Stores both files under their ids. */
export async function storeFiles(
  tx: Transaction,
  files: FilledFiles,
  { ids, name, createdById }: { ids: FileIds; name: string; createdById: string },
): Promise<void> {
  for (const format of ['docx', 'xlsx'] as const) {
    const about = { id: ids[`${format}FileId`], name: `${name}.${format}`, mediaType: MEDIA[format], createdById }
    await storeFile(tx, { ...about, bytes: files[format] })
  }
}
