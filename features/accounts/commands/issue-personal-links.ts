import { recordAudit } from '@/server/audit/record'
import { linkCode, linkHashes, linkToken } from '@/server/auth/link-secrets'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { ok, refuse } from '@/server/outcome'
import type { Outcome } from '@/server/outcome'
import { linkableHoldings } from '../queries/linkable-holdings'

const LINK_DAYS = 60
/** A link that would die within so many days is not handed out again. */
const LEAST_DAYS_LEFT = 14

export type IssuedLink = {
  id: string
  holdingId: string
  path: string
  /** Null when it was typed once already. */
  code: string | null
  expiresAt: Date
}

/**
 * The personal link of one holding in the actor's scope: the live one again, or a new one. Refuses a holding elsewhere or ended
 * (not found) and one whose holder has no known mobile, as nobody could prove to be them.
 */
export function issuePersonalLink(
  ctx: Context,
  holdingId: string,
): Promise<Outcome<IssuedLink, 'not-found' | 'no-mobile'>> {
  return ctx.transaction(async (tx) => {
    const [holding] = await linkableHoldings(tx, ctx.actor, { holdingIds: [holdingId], limit: 1 })
    if (!holding) return refuse('not-found')
    if (!holding.hasMobile) return refuse('no-mobile')
    const [link] = await issueLinks(tx, ctx, [holdingId])
    if (!link) throw new Error('No link was issued.')
    return ok(link)
  })
}

/** Links for many holdings whose scope and mobiles the caller has checked; one audit event per new link. */
export async function issueLinks(tx: Transaction, ctx: Context, holdingIds: readonly string[]): Promise<IssuedLink[]> {
  // Two officers at once: the second waits and is given the first one's link.
  await tx.$queryRaw`SELECT id FROM holding WHERE id = ANY(${[...holdingIds].sort()}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
  const enough = new Date(Date.now() + LEAST_DAYS_LEFT * 86_400_000)
  const live = await tx.personalLink.findMany({
    where: { holdingId: { in: [...holdingIds] }, revokedAt: null, expiresAt: { gt: enough } },
    orderBy: { expiresAt: 'asc' },
  })
  const known = new Map(live.map((link) => [link.holdingId, link]))
  const missing = holdingIds.filter((id) => !known.has(id))
  const expiresAt = new Date(Date.now() + LINK_DAYS * 86_400_000)
  const fresh = missing.map((holdingId) => ({ id: newId(), holdingId, expiresAt, createdById: ctx.actor.personId }))
  await tx.personalLink.createMany({ data: fresh.map((link) => ({ ...link, ...linkHashes(link.id) })) })
  for (const link of fresh) await recordAudit(tx, ctx, { kind: 'link.issued', subjectId: link.holdingId })
  const all = new Map<string, { id: string; codeUsedAt: Date | null; expiresAt: Date }>(known)
  for (const link of fresh) all.set(link.holdingId, { ...link, codeUsedAt: null })
  return holdingIds.flatMap((holdingId) => {
    const link = all.get(holdingId)
    return link
      ? [
          {
            id: link.id,
            holdingId,
            path: `/l/${linkToken(link.id)}`,
            code: link.codeUsedAt ? null : linkCode(link.id),
            expiresAt: link.expiresAt,
          },
        ]
      : []
  })
}
