import 'server-only'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { revealMobile } from '@/server/crypto/mobile'
import { type Outcome, ok, refuse } from '@/server/outcome'
import type { UnmaskPersons } from '../input'
import { entryInScope } from '../queries/entry-in-scope'

/**
 * Names and mobiles of those who hold the seats of an entry now, in full, for an officer above the owning level who says
 * why. The reason and the number of persons are audited, in the transaction that reads them; nothing is changed.
 *
 * @returns by seat id 'name mobile'
 */
export function unmaskPersons(
  ctx: Context,
  given: UnmaskPersons,
): Promise<Outcome<Record<string, string>, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const entry = await entryInScope(tx, ctx.actor, given.entryId)
    if (!entry) return refuse('not-found')
    const holdings = await tx.holding.findMany({
      where: { retractedAt: null, toOn: null, seat: { entryId: entry.id, retractedAt: null, toOn: null } },
      orderBy: [{ seat: { kind: 'asc' } }, { seatId: 'asc' }],
      select: { seatId: true, person: { select: { name: true, mobileCipher: true } } },
    })
    const detail = { reason: given.reason, persons: holdings.length }
    await recordAudit(tx, ctx, { kind: 'person.unmasked', subjectId: entry.id, regionPath: entry.leafPath, detail })
    return ok(
      Object.fromEntries(
        holdings.map(({ seatId, person }) => {
          const mobile = person.mobileCipher ? revealMobile(person.mobileCipher) : ''
          return [seatId, `${person.name} ${mobile}`.trim()]
        }),
      ),
    )
  })
}
