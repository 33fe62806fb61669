import 'server-only'
import { shanghaiDayOf } from '@/domain/calendar/day'
import { DocumentRefused, TemplateBroken } from '@/server/documents/document-refusal'
import { recordAudit } from '@/server/audit/record'
import { databaseNow } from '@/server/clock'
import { inTransaction, systemContext } from '@/server/context'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { documentWords } from '@/server/document-words'
import { storeFile } from '@/server/files/stored-file'
import { type BulletinState, bulletinSnapshot, type ComposedBulletin } from '../bulletin-snapshot'
import { bulletinDocx, bulletinXlsx } from '../documents/bulletin-files'
import { bulletinFigures } from '../queries/bulletin-figures'
import { periodInView } from '../queries/period-in-view'

type Files = { docx: Buffer; xlsx: Buffer }

/**
 * Composes an ordered bulletin once and keeps its figures, paragraphs and bytes. A template that cannot be filled is told on the page, and another
 * may be chosen. Run again, it changes nothing.
 */
export async function composeBulletin(bulletinId: string): Promise<void> {
  const row = await db.bulletin.findUniqueOrThrow({ where: { id: bulletinId } })
  const stored = bulletinSnapshot.parse(row.snapshot)
  if (stored.state !== 'composing') return
  const bulletin = await composed(row, stored)
  const files = await filled(bulletin, stored)
  if ('refusal' in files) return keepRefusal(bulletinId, { state: 'refused', request: stored.request, ...files })
  await keep(bulletinId, { state: 'composed', request: stored.request, bulletin }, files)
}

async function composed(
  row: { periodId: string; regionId: string },
  { request }: BulletinState,
): Promise<ComposedBulletin> {
  const today = shanghaiDayOf(await databaseNow(db))
  const region = await db.region.findUniqueOrThrow({ where: { id: row.regionId } })
  const period = await periodInView(row.periodId, today)
  if (!period?.frozenAt) throw new Error(`Period ${row.periodId} is not frozen.`)
  const asked = { keyOnly: request.roster === 'key', composedOn: today }
  const figures = await bulletinFigures({ ...region, ancestors: [] }, { ...period, frozenAt: period.frozenAt }, asked)
  if (!figures) throw new Error(`Period ${row.periodId} has no programme.`)
  const paragraphs = request.text.split('\n').map((line) => line.trim())
  return { ...figures, paragraphs: paragraphs.filter((line) => line !== '') }
}

async function filled(
  bulletin: ComposedBulletin,
  { request }: BulletinState,
): Promise<Files | { refusal: string; problems: string[] }> {
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

async function keepRefusal(id: string, snapshot: BulletinState): Promise<void> {
  await db.bulletin.updateMany({ where: { id, docxFileId: null }, data: { snapshot } })
}

const MEDIA = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

function keep(id: string, snapshot: BulletinState & { bulletin: ComposedBulletin }, files: Files): Promise<void> {
  return inTransaction(async (tx) => {
    const ids = { docx: newId(), xlsx: newId() }
    const { count } = await tx.bulletin.updateMany({
      where: { id, docxFileId: null },
      data: { snapshot, docxFileId: ids.docx, xlsxFileId: ids.xlsx, composedAt: await databaseNow(tx) },
    })
    if (count === 0) return
    const row = await tx.bulletin.findUniqueOrThrow({ where: { id }, select: { composedById: true, regionId: true } })
    const region = await tx.region.findUniqueOrThrow({ where: { id: row.regionId }, select: { path: true } })
    const { name } = snapshot.bulletin.region
    for (const format of ['docx', 'xlsx'] as const) {
      const file = {
        id: ids[format],
        name: `${documentWords('reports')('document.title')}-${name}-${snapshot.bulletin.lastDay}.${format}`,
      }
      await storeFile(tx, { ...file, mediaType: MEDIA[format], bytes: files[format], createdById: row.composedById })
    }
    await recordAudit(tx, systemContext(`bulletin:${id}`), {
      kind: 'bulletin.composed',
      subjectId: id,
      regionPath: region.path,
      detail: { composedById: row.composedById, closedOn: snapshot.bulletin.lastDay },
    })
  })
}
