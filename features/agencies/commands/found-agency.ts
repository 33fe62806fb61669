import 'server-only'
import { recordAudit } from '@/server/audit/record'
import { regionScope } from '@/server/auth/scope'
import type { Context } from '@/server/context'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'
import type { FoundAgency } from '../input'

/** Takes an agency down for a region of the officer's area. Refuses 'not-found' for another region, 'known' for a code that the region has already. */
export function foundAgency(
  ctx: Context,
  said: FoundAgency,
): Promise<Outcome<{ agencyId: string }, 'not-found' | 'known'>> {
  return ctx.transaction(async (tx) => {
    const region = await tx.region.findFirst({
      where: { AND: [{ id: said.regionId, closedOn: null }, regionScope(ctx.actor)] },
    })
    if (!region) return refuse('not-found')
    // Two at the same moment wait for each other.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('agencies'))`
    if (said.uscc && (await tx.agency.findFirst({ where: { uscc: said.uscc, regionId: region.id } })))
      return refuse('known')
    const agencyId = newId()
    await tx.agency.create({ data: { id: agencyId, ...said, recordedById: ctx.actor.personId } })
    await recordAudit(tx, ctx, {
      kind: 'agency.changed',
      subjectId: agencyId,
      regionPath: region.path,
      detail: { what: 'founded' },
    })
    return ok({ agencyId })
  })
}
