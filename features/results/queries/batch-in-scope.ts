import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { regionScope } from '@/server/auth/scope'
import { db, type Transaction } from '@/server/db/client'
import { isId } from '@/server/db/id'

/** A batch whose area lies in the officer's scope, or null: not yours = not found. */
export async function batchInScope(actor: Actor, id: string, tx: Pick<Transaction, 'resultBatch' | 'region'> = db) {
  const one = isId(id) ? await tx.resultBatch.findUnique({ where: { id } }) : null
  if (!one) return null
  const region = await tx.region.findFirst({
    where: { AND: [{ id: one.regionId }, regionScope(actor)] },
    select: { path: true, name: true, kind: true },
  })
  return region ? { ...one, region } : null
}
export type BatchInScope = NonNullable<Awaited<ReturnType<typeof batchInScope>>>
