import 'server-only'
import { exampleData } from '@/domain/documents/example-data'
import { placeholdersOf } from '@/domain/documents/placeholders'
import { inTransaction } from '@/server/context'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { DocumentRefused } from '@/server/documents/document-refusal'
import { docxReport, fillDocx } from '@/server/documents/docx'
import { fillXlsx, xlsxReport } from '@/server/documents/xlsx'
import { dropFile, loadFile, storeFile } from '@/server/files/stored-file'

/**
 * Looks through an uploaded template: UPLOADED → SOUND with a preview filled with invented data, BROKEN with its problems, or
 * REFUSED, and then its file is dropped. Runs in the worker; doing it again for a template looked through does nothing.
 */
export async function checkTemplate(templateId: string): Promise<void> {
  const one = await db.officeTemplate.findUnique({ where: { id: templateId } })
  const file = one?.state === 'UPLOADED' ? await loadFile(templateId) : null
  if (!one || !file) return
  const known = placeholdersOf(one.purpose)
  const isWord = one.format === 'DOCX'
  try {
    const { problems, problemCount, placeholders } = await (isWord ? docxReport : xlsxReport)(file.bytes, known)
    const preview = problems.length > 0 ? null : await (isWord ? fillDocx : fillXlsx)(file.bytes, exampleData(known))
    await inTransaction(async (tx) => {
      const previewFileId = preview ? newId() : null
      const { count } = await tx.officeTemplate.updateMany({
        where: { id: templateId, state: 'UPLOADED' },
        data: {
          state: preview ? 'SOUND' : 'BROKEN',
          problems: problems as object[],
          problemCount,
          placeholders,
          previewFileId,
        },
      })
      if (count === 0 || !preview || !previewFileId) return
      const { name, mediaType } = file
      await storeFile(tx, { id: previewFileId, name, mediaType, bytes: preview, createdById: one.recordedById })
    })
  } catch (error) {
    const refusal = error instanceof DocumentRefused ? error.code : isLasting(error) ? 'not-read' : null
    if (refusal === null) throw error
    await inTransaction(async (tx) => {
      await tx.officeTemplate.updateMany({
        where: { id: templateId, state: 'UPLOADED' },
        data: { state: 'REFUSED', refusal },
      })
      await dropFile(tx, templateId)
    })
  }
}

/** Whether looking again would fail in the same way: a slip over this file, ours or the filling library's. */
function isLasting(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError) return true
  return typeof error === 'object' && error !== null && 'properties' in error
}
