import 'server-only'
import { inTransaction } from '@/server/context'
import { Prisma, type Transaction } from '@/server/db/client'
import { dropFile } from '@/server/files/stored-file'

const KEPT_MS = 7 * 24 * 3600 * 1000

/** Removes the drafts of a period with their files: from its freezing on there is only the kept bulletin. */
export async function dropDraftsOf(tx: Transaction, periodId: string): Promise<void> {
  await drop(tx, Prisma.sql`period_id = ${periodId}::uuid`)
}

/** Removes one draft with its files. */
export async function dropDraft(tx: Transaction, id: string): Promise<void> {
  await drop(tx, Prisma.sql`id = ${id}::uuid`)
}

/** Removes drafts ordered more than seven days ago with their files. Returns how many. */
export function dropOldDrafts(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - KEPT_MS)
  return inTransaction((tx) => drop(tx, Prisma.sql`ordered_at < ${before}`))
}

/** The files named by the rows as they are when deleted, so that none is left behind that was stored meanwhile. */
async function drop(tx: Transaction, which: Prisma.Sql): Promise<number> {
  const gone = await tx.$queryRaw<{ docx: string | null; xlsx: string | null }[]>`
    DELETE FROM bulletin_draft WHERE ${which} RETURNING docx_file_id AS docx, xlsx_file_id AS xlsx`
  for (const id of gone.flatMap(({ docx, xlsx }) => [docx, xlsx])) if (id) await dropFile(tx, id)
  return gone.length
}
