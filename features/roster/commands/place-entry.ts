import 'server-only'
import { reaches } from '@/domain/permissions/reaches'
import { leavesOf } from '@/domain/regions/tree'
import { restandMany } from '@/features/standing/commands/restand-many'
import { recordAudit } from '@/server/audit/record'
import { shanghaiToday } from '@/server/clock'
import type { Context } from '@/server/context'
import { columnOfDay, dayOfColumn } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { type Outcome, ok, refuse } from '@/server/outcome'
import type { PlaceEntry } from '../input'
import { ending } from '../ending'
import { entryInScope } from '../queries/entry-in-scope'
import { regionNodes } from '../queries/region-nodes'
import { lockEntry } from './lock-roster'

/**
 * From a day on the entry stands in another leaf of the officer's area, is or is not a key enterprise, or — without a leaf
 * — is no longer on the roster. Days before keep what they said.
 */
export function placeEntry(
  ctx: Context,
  given: PlaceEntry,
): Promise<Outcome<null, 'not-found' | 'day-outside' | 'unchanged'>> {
  return ctx.transaction(async (tx) => {
    await lockEntry(tx, given.entryId)
    const entry = await entryInScope(tx, ctx.actor, given.entryId)
    const leaf = leavesOf(await regionNodes(tx)).find(({ id }) => id === given.leafId)
    if (!entry || (given.leafId && !(leaf && reaches(ctx.actor, leaf.path)))) return refuse('not-found')
    const last = await tx.entryPlacement.findFirst({
      where: { entryId: entry.id, retractedAt: null },
      orderBy: { fromOn: 'desc' },
    })
    const earliest = last ? dayOfColumn(last.toOn ?? last.fromOn) : entry.programmeFromOn
    if (given.fromOn > shanghaiToday() || given.fromOn < earliest) return refuse('day-outside')
    const isOpen = last !== null && last.toOn === null
    if (isOpen ? last.leafId === given.leafId && last.isKey === given.isKey : !given.leafId) return refuse('unchanged')
    if (isOpen)
      await tx.entryPlacement.update({
        where: { id: last.id },
        data: ending(last.fromOn, given.fromOn, ctx.actor.personId),
      })
    if (given.leafId) {
      const placement = {
        id: newId(),
        entryId: entry.id,
        leafId: given.leafId,
        isKey: given.isKey,
        fromOn: columnOfDay(given.fromOn),
      }
      await tx.entryPlacement.create({
        data: { ...placement, reason: given.reason?.trim() || null, recordedById: ctx.actor.personId },
      })
    }
    await recordAudit(tx, ctx, {
      kind: 'entry.placed',
      subjectId: entry.id,
      regionPath: entry.leafPath,
      detail: { leafId: given.leafId ?? null, isKey: given.isKey, fromOn: given.fromOn },
    })
    await restandMany(tx, [entry.id])
    return ok(null)
  })
}
