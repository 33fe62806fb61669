import 'server-only'
import PizZip from 'pizzip'
import { recordAudit } from '@/server/audit/record'
import { shanghaiToday } from '@/server/clock'
import { inTransaction } from '@/server/context'
import { db } from '@/server/db/client'
import { dayOfColumn } from '@/server/db/day'
import { DocumentRefused, TemplateBroken } from '@/server/documents/document-refusal'
import { docxFiller } from '@/server/documents/docx'
import { loadFile, storeFile } from '@/server/files/stored-file'
import { documentWords } from '../document-words'
import { documentsOf, type RunDocument } from '../documents-of'
import { runActor } from '../queries/run-actor'

/** Documents of one run, and bytes of its .zip: what one person can look through, and what the store keeps as one file. */
const MAX_DOCUMENTS = 500
const MAX_ZIP = 10 * 1024 * 1024

/**
 * Fills a template for everybody in a run's area: WAITING → DONE with a .zip under the run's id, or REFUSED. Runs in the worker with
 * the grants its officer has now. After a crash it starts over; a run that is over stays as it is.
 */
export async function fillDocuments(runId: string, requestId: string): Promise<void> {
  const { count } = await db.documentRun.updateMany({
    where: { id: runId, state: { in: ['WAITING', 'RUNNING'] } },
    data: { state: 'RUNNING', done: 0 },
  })
  if (count === 0) return
  const run = await db.documentRun.findUniqueOrThrow({ where: { id: runId } })
  const [template, programme, area, file] = await Promise.all([
    db.officeTemplate.findUniqueOrThrow({ where: { id: run.templateId } }),
    db.programme.findUniqueOrThrow({ where: { id: run.programmeId } }),
    db.region.findUniqueOrThrow({ where: { id: run.regionId } }),
    loadFile(run.templateId),
  ])
  const actor = await runActor(run.createdById)
  const found = await documentsOf(template.purpose, {
    scope: { actor, programmeId: programme.id, path: area.path, on: shanghaiToday() },
    programme: { name: programme.name, lastOn: programme.toOn ? dayOfColumn(programme.toOn) : null },
    office: run.office,
    dueOn: run.dueOn ? dayOfColumn(run.dueOn) : null,
    limit: MAX_DOCUMENTS,
  })
  const { documents, masked, beyond } = found
  await db.documentRun.update({ where: { id: runId }, data: { total: documents.length, masked, beyond } })
  const refused = (refusal: string) =>
    db.documentRun.update({ where: { id: runId }, data: { state: 'REFUSED', refusal, finishedAt: new Date() } })
  if (!file) return void (await refused('not-usable'))
  if (documents.length === 0) return void (await refused(masked > 0 ? 'all-masked' : 'nobody'))
  const zip = await filledZip(runId, file.bytes, documents)
  if (typeof zip === 'string') return void (await refused(zip))
  await inTransaction(async (tx) => {
    const { filled } = zip
    const written = documents.slice(0, filled)
    const showsLink = template.placeholders.some((name) => name === '专属链接' || name === '短码')
    const ended = await tx.documentRun.updateMany({
      where: { id: runId, state: 'RUNNING' },
      data: {
        state: 'DONE',
        done: filled,
        beyond: beyond + documents.length - filled,
        linkless: showsLink ? written.filter(({ isLinkless }) => isLinkless).length : 0,
        finishedAt: new Date(),
      },
    })
    if (ended.count === 0) return
    const purpose = template.purpose === 'LETTER' ? 'LETTER' : 'ATTENDANCE'
    const name = documentWords.fileName(purpose, { area: area.name, day: shanghaiToday() })
    await storeFile(tx, {
      id: runId,
      name,
      mediaType: 'application/zip',
      bytes: zip.bytes,
      createdById: run.createdById,
    })
    await recordAudit(
      tx,
      { actor, requestId },
      {
        kind: 'document.filled',
        subjectId: runId,
        regionPath: area.path,
        detail: {
          templateId: template.id,
          purpose,
          count: filled,
          masked,
          links: showsLink ? written.filter(({ hasLink }) => hasLink).length : 0,
        },
      },
    )
  })
}

/** The .zip with as many documents as it may hold, or why the template cannot be filled. */
async function filledZip(
  runId: string,
  template: Buffer,
  documents: readonly RunDocument[],
): Promise<{ bytes: Buffer; filled: number } | string> {
  try {
    const fill = await docxFiller(template)
    const zip = new PizZip()
    let size = 0
    let filled = 0
    for (const { name, data } of documents) {
      const bytes = fill(data)
      size += bytes.length + 300
      if (size > MAX_ZIP) break
      filled += 1
      zip.file(`${String(filled).padStart(3, '0')} ${name}.docx`, bytes)
      if (filled % 20 === 0) await db.documentRun.update({ where: { id: runId }, data: { done: filled } })
      await new Promise((resolve) => setImmediate(resolve)) // other jobs of the worker get their turn
    }
    if (filled === 0) return 'too-large'
    return { bytes: zip.generate({ type: 'nodebuffer', compression: 'STORE' }), filled }
  } catch (error) {
    const isOfTemplate = error instanceof DocumentRefused || error instanceof TemplateBroken
    // docxtemplater's own errors carry `properties`: trying again would end in the same way.
    if (isOfTemplate || (error instanceof Error && 'properties' in error)) return 'not-usable'
    throw error
  }
}
