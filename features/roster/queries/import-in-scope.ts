import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { regionScope } from '@/server/auth/scope'
import { db, type Transaction } from '@/server/db/client'

/** An import whose area lies in the officer's scope, or null: not yours = not found. */
export async function importInScope(actor: Actor, id: string, tx: Pick<Transaction, 'import' | 'region'> = db) {
  const one = await tx.import.findUnique({ where: { id } })
  if (!one) return null
  const region = await tx.region.findFirst({
    where: { AND: [{ id: one.regionId }, regionScope(actor)] },
    select: { path: true, name: true },
  })
  return region ? { ...one, region } : null
}
