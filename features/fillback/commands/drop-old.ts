import 'server-only'
import { addDays, startOfDay } from '@/domain/calendar/day'
import { shanghaiToday } from '@/server/clock'
import { inTransaction } from '@/server/context'
import { db } from '@/server/db/client'
import { dropFile } from '@/server/files/stored-file'

/** How long an office's sheet is kept: it holds names and numbers of persons. */
export const KEPT_DAYS = 30

/** Deletes fill-backs older than thirty days with both their files. Each is a transaction of its own; again changes nothing. */
export async function dropOldFillBacks(): Promise<void> {
  const before = startOfDay(addDays(shanghaiToday(), -KEPT_DAYS))
  const old = await db.fillBack.findMany({
    where: { createdAt: { lt: before } },
    select: { id: true, resultFileId: true },
  })
  for (const { id, resultFileId } of old)
    await inTransaction(async (tx) => {
      await dropFile(tx, id)
      if (resultFileId) await dropFile(tx, resultFileId)
      await tx.fillBack.deleteMany({ where: { id } })
    })
}
