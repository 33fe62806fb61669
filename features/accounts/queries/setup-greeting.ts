import { db } from '@/server/db/client'
import { openCity } from '../commands/root-region'
import { liveSetupToken } from '../commands/setup-token'

/**
 * Who a one-time link is for: the first officer (names themself, and the city when there is none yet) or an invited person; null
 * when it is worth nothing.
 */
export async function setupGreeting(
  token: string,
): Promise<{ kind: 'first'; asksCity: boolean } | { kind: 'invited'; name: string } | null> {
  if (!/^[\w-]{22}$/.test(token)) return null
  const row = await liveSetupToken(db, token)
  if (!row) return null
  if (!row.personId) return { kind: 'first', asksCity: (await openCity(db)) === null }
  const person = await db.person.findUnique({ where: { id: row.personId }, select: { name: true } })
  return person ? { kind: 'invited', name: person.name } : null
}
