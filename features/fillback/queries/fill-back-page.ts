import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { shanghaiToday } from '@/server/clock'
import { db } from '@/server/db/client'
import { dayOfColumn } from '@/server/db/day'
import { loadFile } from '@/server/files/stored-file'
import { MEDIA } from '../own-file'
import { type FilledCounts, fillOptions, type Reading } from '../reading'
import { fillBackInScope } from './fill-back-area'

/** A filled block up to here is shown to be copied; a larger one is downloaded. */
const SHOWN_BYTES = 200 * 1024

/** Everything the page of one fill-back shows; null when it is not in the officer's area. */
export async function fillBackPage(actor: Actor, id: string) {
  const one = await fillBackInScope(actor, id)
  if (!one) return null
  const programme = await db.programme.findUniqueOrThrow({
    where: { id: one.programmeId },
    select: { name: true, fromOn: true },
  })
  const isFilled = one.state === 'FILLED'
  return {
    id: one.id,
    fileName: one.fileName,
    state: one.state,
    area: one.region.name,
    programme: programme.name,
    programmeFrom: dayOfColumn(programme.fromOn),
    today: shanghaiToday(),
    refusal: (one.refusal as { code?: string } | null)?.code ?? null,
    rowsDone: (one.counts as { rowsDone?: number } | null)?.rowsDone ?? 0,
    reading: one.reading as Reading | null,
    options: fillOptions(one.options),
    counts: isFilled ? (one.counts as unknown as FilledCounts) : null,
    filledText: isFilled && one.resultFileId ? await pastedText(one.resultFileId) : null,
  }
}

async function pastedText(fileId: string): Promise<string | null> {
  const file = await db.storedFile.findUnique({ where: { id: fileId }, select: { mediaType: true, sizeBytes: true } })
  if (file?.mediaType !== MEDIA.pasted || file.sizeBytes > SHOWN_BYTES) return null
  return (await loadFile(fileId))?.bytes.toString('utf8') ?? null
}

/** The filled file for download, or null: not in the officer's area, or not filled. */
export async function filledFile(actor: Actor, id: string) {
  const one = await fillBackInScope(actor, id)
  if (one?.state !== 'FILLED' || !one.resultFileId) return null
  const file = await loadFile(one.resultFileId)
  if (!file) return null
  return { ...file, fileName: one.fileName, on: (one.counts as unknown as FilledCounts).on }
}
