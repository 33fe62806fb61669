import 'server-only'
import { nameBigrams } from '@/domain/roster/name-search'
import { shanghaiToday } from '@/server/clock'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { columnOfDay, dayOfColumn } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { type Outcome, ok, refuse } from '@/server/outcome'
import { isSettled, mayCorrect } from '@/server/programmes/frozen'
import { ending } from '../ending'
import { pinyinKey } from '../pinyin-key'
import type { EntryInScope } from '../queries/entry-in-scope'

type Placing = { leafId: string | undefined; isKey: boolean | 'as-it-was'; fromOn: string; reason: string | null }

/**
 * From a day on the entry stands in this leaf, is or is not a key enterprise, or, without a leaf, is off the roster; days before keep what they said.
 * The caller holds `lockEntry`, has asked who may, and restands the entry. Refuses 'day-outside' for a day to come or before the last
 * change, 'frozen' for a settled day unless the city corrects it with a reason.
 */
export async function placeFrom(
  tx: Transaction,
  ctx: Context,
  entry: Pick<EntryInScope, 'id' | 'programmeId' | 'programmeFromOn'>,
  given: Placing,
): Promise<Outcome<null, 'day-outside' | 'unchanged' | 'frozen'>> {
  const last = await tx.entryPlacement.findFirst({
    where: { entryId: entry.id, retractedAt: null },
    orderBy: { fromOn: 'desc' },
  })
  const earliest = last ? dayOfColumn(last.toOn ?? last.fromOn) : entry.programmeFromOn
  if (given.fromOn > shanghaiToday() || given.fromOn < earliest) return refuse('day-outside')
  const isCorrection = mayCorrect(ctx.actor) && given.reason
  if (!isCorrection && (await isSettled(tx, entry.programmeId, given.fromOn))) return refuse('frozen')
  const isOpen = last !== null && last.toOn === null
  const isKey = given.isKey === 'as-it-was' ? (last?.isKey ?? true) : given.isKey
  if (isOpen ? last.leafId === given.leafId && last.isKey === isKey : !given.leafId) return refuse('unchanged')
  const by = ctx.actor.personId
  if (isOpen) await tx.entryPlacement.update({ where: { id: last.id }, data: ending(last.fromOn, given.fromOn, by) })
  if (given.leafId)
    await tx.entryPlacement.create({
      data: {
        ...{ id: newId(), entryId: entry.id, leafId: given.leafId, isKey, recordedById: by, reason: given.reason },
        fromOn: columnOfDay(given.fromOn),
      },
    })
  return ok(null)
}

/**
 * From a day on the enterprise of this entry has this name, in every programme. The caller holds `lockEntry`. Refuses 'day-outside' for a day to come
 * or before the present name began, 'unchanged' when it is the present name.
 */
export async function renameFrom(
  tx: Transaction,
  ctx: Context,
  entryId: string,
  given: { name: string; fromOn: string },
): Promise<Outcome<null, 'day-outside' | 'unchanged'>> {
  const { enterpriseId } = await tx.rosterEntry.findUniqueOrThrow({ where: { id: entryId } })
  // Two entries of one enterprise, in two programmes, may be renamed at once.
  await tx.$queryRaw`SELECT id FROM enterprise WHERE id = ${enterpriseId}::uuid FOR NO KEY UPDATE`
  const last = await tx.enterpriseName.findFirst({
    where: { enterpriseId, retractedAt: null },
    orderBy: { fromOn: 'desc' },
  })
  const earliest = last ? dayOfColumn(last.toOn ?? last.fromOn) : given.fromOn
  if (given.fromOn > shanghaiToday() || given.fromOn < earliest) return refuse('day-outside')
  if (last && last.toOn === null && last.name === given.name) return refuse('unchanged')
  const by = ctx.actor.personId
  if (last && last.toOn === null)
    await tx.enterpriseName.update({ where: { id: last.id }, data: ending(last.fromOn, given.fromOn, by) })
  await tx.enterpriseName.create({
    data: {
      ...{ id: newId(), enterpriseId, name: given.name, recordedById: by, industry: last?.industry ?? null },
      ...{ pinyinKey: pinyinKey(given.name), bigrams: nameBigrams(given.name), fromOn: columnOfDay(given.fromOn) },
    },
  })
  return ok(null)
}
