import type { Actor } from '@/domain/permissions/actor'
import { linkCode, linkToken } from '@/server/auth/link-secrets'
import { db } from '@/server/db/client'
import { isId } from '@/server/db/id'
import { linkableHoldings } from './linkable-holdings'
import type { LinkableHolding } from './linkable-holdings'

export type ShownLink = { path: string; code: string | null; expiresAt: Date }

/** One holding in the actor's scope with its live link, if it has one; null when it is elsewhere or over. */
export async function issuedLink(
  actor: Actor,
  holdingId: string,
): Promise<{ holding: LinkableHolding; link: ShownLink | null } | null> {
  if (!isId(holdingId)) return null
  const [holding] = await linkableHoldings(db, actor, { holdingIds: [holdingId], limit: 1 })
  if (!holding) return null
  const row = await db.personalLink.findFirst({
    where: { holdingId, revokedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { expiresAt: 'desc' },
  })
  const link = row
    ? { path: `/l/${linkToken(row.id)}`, code: row.codeUsedAt ? null : linkCode(row.id), expiresAt: row.expiresAt }
    : null
  return { holding, link }
}
