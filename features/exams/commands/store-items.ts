import 'server-only'
import type { Transaction } from '@/server/db/client'
import type { StoredItem } from './item-body'

/** Stores the questions of a paper that no paper held before, by their hashes; most have been stored long ago. */
export async function storeItems(tx: Transaction, items: readonly StoredItem[]): Promise<void> {
  const wanted = JSON.stringify(items.map(({ sha }) => hex(sha)))
  const known = await tx.$queryRaw<{ sha: string }[]>`
    /* prepared: known-items */
    SELECT encode(sha256, 'hex') AS sha FROM item_version
    WHERE sha256 IN (SELECT decode(one, 'hex') FROM jsonb_array_elements_text(${wanted}::jsonb) AS one)`
  const have = new Set(known.map(({ sha }) => sha))
  const missing = items.filter(({ sha }) => !have.has(hex(sha)))
  if (missing.length === 0) return
  await tx.itemVersion.createMany({
    data: missing.map(({ sha, body }) => ({ sha256: sha, body })),
    skipDuplicates: true,
  })
}

/** A hash in the form in which it is sent within JSON. */
export const hex = (sha: Uint8Array): string => Buffer.from(sha).toString('hex')
