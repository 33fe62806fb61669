import 'server-only'
import { decidesRoster, reaches } from '@/domain/permissions/reaches'
import { leavesOf } from '@/domain/regions/tree'
import { restandMany } from '@/features/standing/commands/restand-many'
import { recordAudit } from '@/server/audit/record'
import { shanghaiToday } from '@/server/clock'
import type { Context } from '@/server/context'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { type Outcome, ok, refuse } from '@/server/outcome'
import type { ProposeChange } from '../input'
import { entryInScope } from '../queries/entry-in-scope'
import { regionNodes } from '../queries/region-nodes'
import { applyProposal } from './apply-proposal'
import { lockEntry } from './lock-roster'

/**
 * Records what has changed about an enterprise. Where the officer decides for both places it takes effect at once; else it waits for a level above.
 * Refuses 'not-found' outside the scope and for a leaf that is none, 'already-open' when the same kind waits already, 'day-outside' and 'unchanged' as
 * the change itself would.
 */
export function proposeChange(
  ctx: Context,
  given: ProposeChange,
): Promise<
  Outcome<
    { proposalId: string; isAccepted: boolean },
    'not-found' | 'already-open' | 'day-outside' | 'unchanged' | 'frozen'
  >
> {
  return ctx.transaction(async (tx) => {
    await lockEntry(tx, given.entryId)
    const entry = await entryInScope(tx, ctx.actor, given.entryId)
    const target = given.toLeafId ? leavesOf(await regionNodes(tx)).find(({ id }) => id === given.toLeafId) : undefined
    if (!entry || (given.kind === 'MOVE' && !target)) return refuse('not-found')
    if (given.fromOn > shanghaiToday() || given.fromOn < entry.programmeFromOn) return refuse('day-outside')
    const open = await tx.rosterProposal.count({ where: { entryId: entry.id, kind: given.kind, decision: null } })
    if (open > 0) return refuse('already-open')
    const isAccepted =
      decidesRoster(ctx.actor, entry.leafPath) && (target === undefined || reaches(ctx.actor, target.path))
    const proposal = {
      ...{ id: newId(), entryId: entry.id, kind: given.kind, reason: given.reason },
      ...{ toLeafId: target?.id ?? null, newName: given.kind === 'RENAME' ? given.newName : null },
      fromOn: columnOfDay(given.fromOn),
    }
    const decided = isAccepted
      ? { decision: 'ACCEPTED' as const, decidedAt: new Date(), decidedById: ctx.actor.personId }
      : {}
    const applied = isAccepted ? await applyProposal(tx, ctx, entry, proposal) : ok(null)
    if (!applied.ok) return applied
    await tx.rosterProposal.create({ data: { ...proposal, ...decided, proposedById: ctx.actor.personId } })
    await recordAudit(tx, ctx, {
      kind: 'proposal.made',
      subjectId: proposal.id,
      regionPath: entry.leafPath,
      detail: { entryId: entry.id, change: given.kind, fromOn: given.fromOn, accepted: isAccepted },
    })
    if (isAccepted) await restandMany(tx, [entry.id])
    return ok({ proposalId: proposal.id, isAccepted })
  })
}
