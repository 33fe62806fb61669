import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { revealMobile } from '@/server/crypto/mobile'
import { ok, refuse } from '@/server/outcome'
import type { Outcome } from '@/server/outcome'
import { filterOf } from '../queries/link-list'
import type { LinkView } from '../queries/link-list'
import { linkableHoldings } from '../queries/linkable-holdings'
import type { LinkableHolding } from '../queries/linkable-holdings'
import { issueLinks } from './issue-personal-links'
import type { IssuedLink } from './issue-personal-links'

export const MOST_ROWS = 20_000
export const MOST_LETTERS = 200

export type LinkToSend = { holding: Omit<LinkableHolding, 'mobileCipher'>; mobile: string; link: IssuedLink }

/**
 * Links with names and mobiles for the list of an SMS platform or for letters: only of holdings whose persons the actor may read in
 * full, whatever the view says. Missing links are issued; the export is audited with its count.
 */
export async function linksForSending(
  ctx: Context,
  view: LinkView & { holding?: string | undefined },
  part: { as: 'sheet' | 'letters'; offset: number },
): Promise<Outcome<LinkToSend[], 'nothing'>> {
  const filter = await filterOf(ctx.actor, view)
  const limit = part.as === 'sheet' ? MOST_ROWS : MOST_LETTERS
  return ctx.transaction(async (tx) => {
    const rows = await linkableHoldings(tx, ctx.actor, {
      ...filter,
      ...(view.holding ? { holdingIds: [view.holding] } : {}),
      inFull: true,
      withMobile: true,
      limit,
      offset: part.offset,
    })
    if (rows.length === 0) return refuse('nothing')
    const links = await issueLinks(
      tx,
      ctx,
      rows.map((row) => row.holdingId),
    )
    const byHolding = new Map(links.map((link) => [link.holdingId, link]))
    await recordAudit(tx, ctx, {
      kind: 'links.exported',
      detail: { as: part.as, rows: rows.length, region: view.region ?? null },
    })
    return ok(
      rows.flatMap(({ mobileCipher, ...holding }) => {
        const link = byHolding.get(holding.holdingId)
        return link && mobileCipher ? [{ holding, mobile: revealMobile(mobileCipher), link }] : []
      }),
    )
  })
}
