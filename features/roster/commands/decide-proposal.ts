import 'server-only'
import { decidesRoster, reaches } from '@/domain/permissions/reaches'
import { restandMany } from '@/features/standing/commands/restand-many'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { type Outcome, ok, refuse } from '@/server/outcome'
import type { DecideProposal } from '../input'
import { entryInScope } from '../queries/entry-in-scope'
import { applyProposal } from './apply-proposal'
import { lockEntry } from './lock-roster'

/**
 * Accepts or declines an open proposal, from above; an accepted one takes effect from its day in the same transaction, or is not accepted at all
 * ('day-outside': the roster has changed since; 'unchanged': it is so already). Refuses 'not-found' to whoever does not stand above the
 * place, or does not reach where a move leads; nobody decides their own.
 */
export function decideProposal(
  ctx: Context,
  given: DecideProposal,
): Promise<Outcome<null, 'not-found' | 'day-outside' | 'unchanged' | 'frozen'>> {
  return ctx.transaction(async (tx) => {
    const named = await tx.rosterProposal.findUnique({ where: { id: given.proposalId } })
    if (!named) return refuse('not-found')
    await lockEntry(tx, named.entryId)
    const entry = await entryInScope(tx, ctx.actor, named.entryId)
    // Read again under the lock: somebody may have decided meanwhile.
    const found = await tx.rosterProposal.findUnique({ where: { id: named.id, decision: null } })
    if (!entry || !found || found.proposedById === ctx.actor.personId) return refuse('not-found')
    const target = found.toLeafId ? await tx.region.findUnique({ where: { id: found.toLeafId } }) : null
    if (!decidesRoster(ctx.actor, entry.leafPath) || (target && !reaches(ctx.actor, target.path)))
      return refuse('not-found')
    const isAccepted = given.decision === 'ACCEPTED'
    const applied = isAccepted ? await applyProposal(tx, ctx, entry, found) : ok(null)
    if (!applied.ok) return applied
    await tx.rosterProposal.update({
      where: { id: found.id },
      data: {
        ...{ decision: given.decision, answer: given.answer, decidedById: ctx.actor.personId },
        decidedAt: new Date(),
      },
    })
    await recordAudit(tx, ctx, {
      kind: 'proposal.decided',
      subjectId: found.id,
      regionPath: entry.leafPath,
      detail: { decision: given.decision, change: found.kind },
    })
    if (isAccepted) await restandMany(tx, [entry.id])
    return ok(null)
  })
}

/** Takes one's own open proposal back. Refuses 'not-found' for any other. */
export function withdrawProposal(ctx: Context, proposalId: string): Promise<Outcome<null, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const { count } = await tx.rosterProposal.updateMany({
      where: { id: proposalId, proposedById: ctx.actor.personId, decision: null },
      data: { decision: 'WITHDRAWN', decidedAt: new Date(), decidedById: ctx.actor.personId },
    })
    if (count === 0) return refuse('not-found')
    await recordAudit(tx, ctx, { kind: 'proposal.withdrawn', subjectId: proposalId })
    return ok(null)
  })
}
