import 'server-only'
import { shanghaiDayOf } from '@/domain/calendar/day'
import { recordAudit } from '@/server/audit/record'
import { databaseNow } from '@/server/clock'
import { inTransaction, systemContext } from '@/server/context'
import { db } from '@/server/db/client'
import { documentWords } from '@/server/document-words'
import {
  type BulletinContent,
  type BulletinState,
  bulletinSnapshot,
  type ComposedBulletin,
  paragraphsOf,
} from '../bulletin-snapshot'
import { type FilledFiles, filledFiles, newFileIds, storeFiles } from '../documents/filled-files'
import { bulletinFigures } from '../queries/bulletin-figures'
import { periodInView } from '../queries/period-in-view'

/**
 * Composes an ordered bulletin once and keeps its figures, paragraphs and bytes. A template that cannot be filled is told on the page, and another
 * may be chosen. Run again, it changes nothing.
 */
export async function composeBulletin(bulletinId: string): Promise<void> {
  const row = await db.bulletin.findUniqueOrThrow({ where: { id: bulletinId } })
  const stored = bulletinSnapshot.parse(row.snapshot)
  if (stored.state !== 'composing') return
  const bulletin = await composed(row, stored)
  const files = await filledFiles(bulletin, stored.request)
  if ('refusal' in files) return keepRefusal(bulletinId, { state: 'refused', request: stored.request, ...files })
  await keep(bulletinId, { state: 'composed', request: stored.request, bulletin }, files)
}

async function composed(
  row: { periodId: string; regionId: string },
  { request }: BulletinState,
): Promise<BulletinContent & { frozenAt: string }> {
  const today = shanghaiDayOf(await databaseNow(db))
  const region = await db.region.findUniqueOrThrow({ where: { id: row.regionId } })
  const period = await periodInView(row.periodId, today)
  if (!period?.frozenAt) throw new Error(`Period ${row.periodId} is not frozen.`)
  const asked = { keyOnly: request.roster === 'key', composedOn: today, lists: true }
  const figures = await bulletinFigures({ ...region, ancestors: [] }, period, asked)
  if (!figures?.frozenAt) throw new Error(`Period ${row.periodId} has no programme.`)
  return { ...figures, paragraphs: paragraphsOf(request) }
}

async function keepRefusal(id: string, snapshot: BulletinState): Promise<void> {
  await db.bulletin.updateMany({ where: { id, docxFileId: null }, data: { snapshot } })
}

function keep(id: string, snapshot: BulletinState & { bulletin: ComposedBulletin }, files: FilledFiles): Promise<void> {
  return inTransaction(async (tx) => {
    const ids = newFileIds()
    const { count } = await tx.bulletin.updateMany({
      where: { id, docxFileId: null },
      data: { snapshot, ...ids, composedAt: await databaseNow(tx) },
    })
    if (count === 0) return
    const row = await tx.bulletin.findUniqueOrThrow({ where: { id }, select: { composedById: true, regionId: true } })
    const region = await tx.region.findUniqueOrThrow({ where: { id: row.regionId }, select: { path: true } })
    const { bulletin } = snapshot
    const name = `${documentWords('reports')('document.title')}-${bulletin.region.name}-${bulletin.lastDay}`
    await storeFiles(tx, files, { ids, name, createdById: row.composedById })
    await recordAudit(tx, systemContext(`bulletin:${id}`), {
      kind: 'bulletin.composed',
      subjectId: id,
      regionPath: region.path,
      detail: { composedById: row.composedById, closedOn: snapshot.bulletin.lastDay },
    })
  })
}
