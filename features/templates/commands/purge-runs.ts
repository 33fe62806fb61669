import 'server-only'
import { inTransaction } from '@/server/context'
import { db } from '@/server/db/client'
import { dropFile } from '@/server/files/stored-file'

const KEPT_MS = 30 * 24 * 3600 * 1000

/** Removes runs older than thirty days with their files; the audit trail keeps that they were made. Returns how many. */
export async function purgeRuns(now = new Date()): Promise<number> {
  const old = await db.documentRun.findMany({
    where: { createdAt: { lt: new Date(now.getTime() - KEPT_MS) } },
    select: { id: true },
  })
  for (const { id } of old)
    await inTransaction(async (tx) => {
      await dropFile(tx, id)
      await tx.documentRun.deleteMany({ where: { id } })
    })
  return old.length
}
