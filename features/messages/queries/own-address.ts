import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { decryptColumn } from '@/server/crypto/column'
import { db } from '@/server/db/client'

/** Where the person wants mail, and where that came from ("own": they typed it); null when nothing is stored. */
export async function ownAddress(actor: Actor): Promise<{ address: string; source: string } | null> {
  const row = await db.mailAddress.findUnique({ where: { personId: actor.personId } })
  return row ? { address: decryptColumn('mail', row.cipher), source: row.source } : null
}
