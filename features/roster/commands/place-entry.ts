import 'server-only'
import { decidesRoster, reaches } from '@/domain/permissions/reaches'
import { leavesOf } from '@/domain/regions/tree'
import { restandMany } from '@/features/standing/commands/restand-many'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { type Outcome, ok, refuse } from '@/server/outcome'
import type { PlaceEntry } from '../input'
import { entryInScope } from '../queries/entry-in-scope'
import { regionNodes } from '../queries/region-nodes'
import { lockEntry } from './lock-roster'
import { placeFrom } from './place-from'

/**
 * From a day on the entry stands in another leaf of the officer's area, is or is not a key enterprise, or — without a leaf
 * — is no longer on the roster. Days before keep what they said. For levels above the leaf; the leaf itself proposes ('propose').
 */
export function placeEntry(
  ctx: Context,
  given: PlaceEntry,
): Promise<Outcome<null, 'not-found' | 'propose' | 'day-outside' | 'unchanged' | 'frozen'>> {
  return ctx.transaction(async (tx) => {
    await lockEntry(tx, given.entryId)
    const entry = await entryInScope(tx, ctx.actor, given.entryId)
    const leaf = leavesOf(await regionNodes(tx)).find(({ id }) => id === given.leafId)
    if (!entry || (given.leafId && !(leaf && reaches(ctx.actor, leaf.path)))) return refuse('not-found')
    if (!decidesRoster(ctx.actor, entry.leafPath)) return refuse('propose')
    const { leafId, isKey, fromOn } = given
    const placed = await placeFrom(tx, ctx, entry, { leafId, isKey, fromOn, reason: given.reason?.trim() || null })
    if (!placed.ok) return placed
    await recordAudit(tx, ctx, {
      kind: 'entry.placed',
      subjectId: entry.id,
      regionPath: entry.leafPath,
      detail: { leafId: leafId ?? null, isKey, fromOn },
    })
    await restandMany(tx, [entry.id])
    return ok(null)
  })
}
