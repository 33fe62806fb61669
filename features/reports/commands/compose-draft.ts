import 'server-only'
import { type Day, shanghaiDayOf } from '@/domain/calendar/day'
import { recordAudit } from '@/server/audit/record'
import { databaseNow } from '@/server/clock'
import { inTransaction, systemContext } from '@/server/context'
import { db, type Transaction } from '@/server/db/client'
import { documentWords } from '@/server/document-words'
import { dropFile } from '@/server/files/stored-file'
import { type BulletinContent, type BulletinRequest, draftSnapshot, paragraphsOf } from '../bulletin-snapshot'
import { type FilledFiles, filledFiles, newFileIds, storeFiles } from '../documents/filled-files'
import { bulletinFigures } from '../queries/bulletin-figures'
import { periodInView } from '../queries/period-in-view'
import { dropDraft } from './drop-drafts'

type Draft = BulletinContent & { draftOn: Day }

/**
 * Makes an ordered draft from the figures of now; the files of the officer's former draft go. An order that was overtaken by another changes
 * nothing, and once the period is frozen the draft is dropped.
 */
export async function composeDraft(draftId: string, orderId: string): Promise<void> {
  const row = await db.bulletinDraft.findFirst({ where: { id: draftId, orderId } })
  const stored = row ? draftSnapshot.parse(row.snapshot) : null
  if (!row || stored?.state !== 'composing') return
  const { request } = stored
  const draft = await drafted(row, request)
  if (!draft) return inTransaction((tx) => dropDraft(tx, draftId))
  const files = await filledFiles(draft, request)
  await inTransaction(async (tx) => {
    if (!(await isOpen(tx, row.periodId))) return dropDraft(tx, draftId)
    const former = await claim(tx, draftId, orderId)
    if (!former) return
    if ('refusal' in files) {
      await tx.bulletinDraft.update({
        where: { id: draftId },
        data: { snapshot: { state: 'refused', request, ...files } },
      })
      return
    }
    await replace(tx, { id: draftId, request, draft, files, orderedById: row.orderedById })
    for (const id of former) if (id) await dropFile(tx, id)
  })
}

/** What the draft says; null when its period is not open any more. */
async function drafted(row: { periodId: string; regionId: string }, request: BulletinRequest): Promise<Draft | null> {
  const today = shanghaiDayOf(await databaseNow(db))
  const region = await db.region.findUniqueOrThrow({ where: { id: row.regionId } })
  const period = await periodInView(row.periodId, today)
  if (!period || period.frozenAt) return null
  const asked = { keyOnly: request.roster === 'key', composedOn: today, lists: true }
  const figures = await bulletinFigures({ ...region, ancestors: [] }, period, asked)
  return figures?.draftOn ? { ...figures, paragraphs: paragraphsOf(request) } : null
}

/** Whether the period is still open, and stays so until this transaction ends: freezing waits for it, and it for freezing. */
async function isOpen(tx: Transaction, periodId: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM reporting_period WHERE id = ${periodId}::uuid AND frozen_at IS NULL FOR SHARE`
  return found.length > 0
}

/** The files that the draft had, when the order is still the last one and not done. */
async function claim(tx: Transaction, draftId: string, orderId: string): Promise<(string | null)[] | null> {
  const [row] = await tx.$queryRaw<{ docx: string | null; xlsx: string | null }[]>`
    SELECT docx_file_id AS docx, xlsx_file_id AS xlsx FROM bulletin_draft
    WHERE id = ${draftId}::uuid AND order_id = ${orderId}::uuid AND snapshot->>'state' = 'composing' FOR UPDATE`
  return row ? [row.docx, row.xlsx] : null
}

async function replace(
  tx: Transaction,
  made: { id: string; request: BulletinRequest; draft: Draft; files: FilledFiles; orderedById: string },
): Promise<void> {
  const { id, request, draft, files, orderedById } = made
  const ids = newFileIds()
  const t = documentWords('reports')
  const name = t('draft.fileName', { region: draft.region.name, day: draft.draftOn })
  await storeFiles(tx, files, { ids, name, createdById: orderedById })
  const at = (await databaseNow(tx)).toISOString()
  const snapshot = { state: 'drafted', request, on: draft.draftOn, at }
  const { regionId } = await tx.bulletinDraft.update({ where: { id }, data: { ...ids, snapshot } })
  const region = await tx.region.findUniqueOrThrow({ where: { id: regionId }, select: { path: true } })
  await recordAudit(tx, systemContext(`bulletin-draft:${id}`), {
    kind: 'bulletin.drafted',
    subjectId: id,
    regionPath: region.path,
    detail: { orderedById, on: draft.draftOn },
  })
}
