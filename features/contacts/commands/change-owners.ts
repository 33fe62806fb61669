import 'server-only'
import { reaches } from '@/domain/permissions/reaches'
import { recordAudit } from '@/server/audit/record'
import { shanghaiToday } from '@/server/clock'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'
import type { AssignOwners, HandOver } from '../input'
import { officerPathsOf } from '../queries/area-officers'

/**
 * From today on this officer looks after the enterprises of a leaf, or after one, at this post (A, or B who stands in); `onlyFree` leaves those alone who have
 * somebody there. Whoever held the post before is ended. Refuses 'not-found' outside the scope or for somebody who is no officer there, 'unchanged'
 * when nothing changes. Answers how many enterprises changed hands.
 */
export function assignOwners(
  ctx: Context,
  given: AssignOwners,
): Promise<Outcome<{ count: number }, 'not-found' | 'unchanged'>> {
  return ctx.transaction(async (tx) => {
    const entries = await lockedEntries(tx, given)
    const leafPath = entries[0]?.leafPath
    if (!leafPath || !reaches(ctx.actor, leafPath)) return refuse('not-found')
    if (!(await isOfficerOf(tx, given.personId, leafPath))) return refuse('not-found')
    const count = await giveTo(
      tx,
      ctx.actor.personId,
      entries.map(({ entryId }) => entryId),
      given,
    )
    if (count === 0) return refuse('unchanged')
    await recordAudit(tx, ctx, {
      kind: 'owner.changed',
      subjectId: given.entryId ?? given.leafId ?? null,
      regionPath: leafPath,
      detail: { personId: given.personId, post: given.post, entries: count },
    })
    return ok({ count })
  })
}

/**
 * The same for the enterprises that were chosen, of whatever leaves: all of them or, when one lies outside the scope of the actor or of the officer, none
 * ('not-found').
 */
export function assignChosen(
  ctx: Context,
  given: { programmeId: string; entryIds: readonly string[]; personId: string; post: 'A' | 'B' },
): Promise<Outcome<{ count: number }, 'not-found' | 'unchanged'>> {
  return ctx.transaction(async (tx) => {
    const chosen = [...new Set(given.entryIds)]
    const entries = await tx.$queryRaw<{ entryId: string; leafPath: string }[]>`
      SELECT t.entry_id AS "entryId", l.path AS "leafPath" FROM standing t JOIN region l ON l.id = t.leaf_id
      WHERE t.programme_id = ${given.programmeId}::uuid AND t.entry_id = ANY(${chosen}::uuid[]) ORDER BY t.entry_id FOR NO KEY UPDATE OF t`
    const paths = await officerPathsOf(tx, given.personId)
    const isWithin = entries.every(
      ({ leafPath }) => reaches(ctx.actor, leafPath) && paths.some((path) => leafPath.startsWith(path)),
    )
    if (entries.length < chosen.length || !isWithin) return refuse('not-found')
    const ids = entries.map(({ entryId }) => entryId)
    const count = await giveTo(tx, ctx.actor.personId, ids, { ...given, onlyFree: false })
    if (count === 0) return refuse('unchanged')
    for (const leafPath of new Set(entries.map((entry) => entry.leafPath)))
      await recordAudit(tx, ctx, {
        kind: 'owner.changed',
        subjectId: given.personId,
        regionPath: leafPath,
        detail: {
          personId: given.personId,
          post: given.post,
          entries: entries.filter((entry) => entry.leafPath === leafPath).length,
        },
      })
    return ok({ count })
  })
}

/**
 * Leave or a change of officer in one step: everything `fromId` looks after within the actor's scope, at both posts, goes to `toId` from today. Enterprises
 * that `toId` may not see stay where they are and are counted. Refuses 'not-found' when nothing can be handed over, 'same-person'.
 */
export function handOver(
  ctx: Context,
  { fromId, toId }: HandOver,
): Promise<Outcome<{ count: number; left: number }, 'not-found' | 'same-person'>> {
  return ctx.transaction(async (tx) => {
    if (fromId === toId) return refuse('same-person')
    const owned = await tx.$queryRaw<{ entryId: string; post: 'A' | 'B'; leafPath: string }[]>`
      SELECT o.entry_id AS "entryId", o.post, l.path AS "leafPath" FROM entry_owner o JOIN standing t ON t.entry_id = o.entry_id
      JOIN region l ON l.id = t.leaf_id WHERE o.person_id = ${fromId}::uuid AND o.to_on IS NULL AND o.retracted_at IS NULL
      ORDER BY t.entry_id FOR NO KEY UPDATE OF t`
    const mine = owned.filter(({ leafPath }) => reaches(ctx.actor, leafPath))
    const paths = await officerPathsOf(tx, toId)
    const given = mine.filter(({ leafPath }) => paths.some((path) => leafPath.startsWith(path)))
    if (given.length === 0) return refuse('not-found')
    for (const post of ['A', 'B'] as const) {
      const ids = given.filter((one) => one.post === post).map(({ entryId }) => entryId)
      if (ids.length > 0) await giveTo(tx, ctx.actor.personId, ids, { personId: toId, post, onlyFree: false })
    }
    await recordAudit(tx, ctx, {
      kind: 'owner.changed',
      subjectId: fromId,
      detail: { personId: toId, entries: given.length, left: mine.length - given.length },
    })
    return ok({ count: given.length, left: mine.length - given.length })
  })
}

async function isOfficerOf(tx: Transaction, personId: string, leafPath: string): Promise<boolean> {
  return (await officerPathsOf(tx, personId)).some((path) => leafPath.startsWith(path))
}

/** The enterprises on the roster now that are meant, their standings locked in id order so that two officers come one after the other. */
function lockedEntries(tx: Transaction, { entryId, leafId, programmeId }: AssignOwners) {
  return tx.$queryRaw<{ entryId: string; leafPath: string }[]>`
    SELECT t.entry_id AS "entryId", l.path AS "leafPath" FROM standing t JOIN region l ON l.id = t.leaf_id
    WHERE t.programme_id = ${programmeId}::uuid AND (t.entry_id = ${entryId ?? null}::uuid OR t.leaf_id = ${leafId ?? null}::uuid)
    ORDER BY t.entry_id FOR NO KEY UPDATE OF t`
}

/** Ends whoever holds the post and begins anew, set by set. Answers how many changed hands. */
async function giveTo(
  tx: Transaction,
  by: string,
  entryIds: readonly string[],
  given: { personId: string; post: 'A' | 'B'; onlyFree: boolean },
): Promise<number> {
  const today = shanghaiToday()
  const meant = await tx.$queryRaw<{ entryId: string }[]>`
    SELECT x.id AS "entryId" FROM unnest(${[...entryIds]}::uuid[]) AS x(id)
    WHERE NOT EXISTS (SELECT FROM entry_owner o WHERE o.entry_id = x.id AND o.post = ${given.post}::owner_post AND o.to_on IS NULL
      AND o.retracted_at IS NULL AND (${given.onlyFree} OR o.person_id = ${given.personId}::uuid))`
  const ids = meant.map(({ entryId }) => entryId)
  // An interval that only began today is taken back instead: none is empty. Nobody holds both posts of one enterprise.
  await tx.$executeRaw`
    UPDATE entry_owner SET to_on = CASE WHEN from_on < ${today}::date THEN ${today}::date END,
      retracted_at = CASE WHEN from_on >= ${today}::date THEN now() END,
      retracted_by_id = CASE WHEN from_on >= ${today}::date THEN ${by}::uuid END
    WHERE entry_id = ANY(${ids}::uuid[]) AND to_on IS NULL AND retracted_at IS NULL
      AND (post = ${given.post}::owner_post OR person_id = ${given.personId}::uuid)`
  await tx.entryOwner.createMany({
    data: ids.map((entryId) => ({
      ...{ id: newId(), entryId, personId: given.personId, post: given.post, recordedById: by },
      fromOn: new Date(`${today}T00:00:00Z`),
    })),
  })
  return ids.length
}
