import 'server-only'
import type { PlannedRegion } from '@/domain/regions/plan-regions'
import { pathOf } from '@/domain/regions/tree'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { firstLook, MEDIA_TYPES } from '@/server/files/first-look'
import { dropFile, storeFile } from '@/server/files/stored-file'
import { WorkbookRefused, type WorkbookRefusal } from '@/server/files/workbook-refusal'
import { type Outcome, ok, refuse } from '@/server/outcome'
import { planOfList, listRows, planOfText, regionListText } from '../queries/region-list-plan'
import { readyRegions } from '../ready-regions'
import { type GivenRegionList, MAX_LIST_BYTES } from '../region-list-input'

type ListRefusal = WorkbookRefusal | 'nothing-given' | 'list-too-large' | 'list-too-long' | 'list-workbook'

/** Keeps a list of regions for its dry run; the officer's earlier one goes. Nothing of the tree is written yet. */
export async function keepRegionList(
  ctx: Context,
  input: GivenRegionList,
): Promise<Outcome<{ listId: string }, ListRefusal>> {
  const given = await givenList(input)
  if ('refusal' in given) return refuse(given.refusal)
  if (given.bytes.length > MAX_LIST_BYTES) return refuse('list-too-large')
  if (!listRows(given)) return refuse('list-too-long')
  const listId = newId()
  const createdById = ctx.actor.personId
  await ctx.transaction(async (tx) => {
    for (const { id } of await tx.storedFile.findMany({
      where: { name: 'regions', createdById },
      select: { id: true },
    }))
      await dropFile(tx, id)
    await storeFile(tx, { id: listId, name: 'regions', ...given, createdById })
  })
  return ok({ listId })
}

async function givenList({
  file,
  rows,
}: GivenRegionList): Promise<{ mediaType: string; bytes: Buffer } | { refusal: ListRefusal }> {
  if (!file || file.size === 0)
    return rows?.trim() ? { mediaType: 'text/plain', bytes: Buffer.from(rows, 'utf8') } : { refusal: 'nothing-given' }
  if (file.size > MAX_LIST_BYTES) return { refusal: 'list-too-large' }
  const bytes = Buffer.from(await file.arrayBuffer())
  try {
    const kind = await firstLook(bytes, file.name)
    // Workbooks are read by the worker only; a list this short is sooner copied.
    return kind === 'workbook' ? { refusal: 'list-workbook' } : { mediaType: MEDIA_TYPES.text, bytes }
  } catch (error) {
    if (error instanceof WorkbookRefused) return { refusal: error.code }
    throw error
  }
}

/**
 * Writes the regions of a kept list, all or none: planned anew from the tree of now, and with any problem nothing. Doing it
 * again adds nothing.
 */
export async function writeRegionList(
  ctx: Context,
  listId: string,
): Promise<Outcome<{ added: number }, 'not-found' | 'has-problems'>> {
  const rows = await regionListText(ctx.actor, listId)
  if (!rows) return refuse('not-found')
  return ctx.transaction(async (tx) => {
    await lockRegions(tx)
    const { list, added, problems } = await planOfText(tx, rows)
    if (!list || problems.length > 0) return refuse('has-problems')
    await addRegions(tx, ctx, added, 'list')
    await dropFile(tx, listId)
    return ok({ added: added.length })
  })
}

/** Writes the list that comes with the product for this city; refused for a city it has none for. */
export function writeReadyRegions(ctx: Context): Promise<Outcome<{ added: number }, 'no-ready-list' | 'has-problems'>> {
  return ctx.transaction(async (tx) => {
    await lockRegions(tx)
    const city = await tx.region.findFirst({ where: { kind: 'CITY', parentId: null, closedOn: null } })
    const listed = city && readyRegions(city.code)
    if (!listed) return refuse('no-ready-list')
    const { added, problems } = await planOfList(tx, listed)
    if (problems.length > 0) return refuse('has-problems')
    await addRegions(tx, ctx, added, 'ready')
    return ok({ added: added.length })
  })
}

/** One writer of the tree's shape at a time. */
async function lockRegions(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('regions'))`
}

async function addRegions(tx: Transaction, ctx: Context, added: readonly PlannedRegion[], by: string): Promise<void> {
  if (added.length === 0) return
  const known = await tx.region.findMany({ select: { id: true, code: true, path: true } })
  const byCode = new Map(known.map(({ code, ...node }) => [code, node]))
  const rows = added.map(({ parentCode, ...region }, index) => {
    const parent = byCode.get(parentCode)
    if (!parent) throw new Error('A region was planned under one that is not there.')
    const row = { ...region, id: newId(), parentId: parent.id, path: pathOf(parent.path, region.code) }
    byCode.set(region.code, row)
    return { ...row, sortOrder: known.length + index }
  })
  await tx.region.createMany({ data: rows })
  await recordAudit(tx, ctx, {
    kind: 'region.changed',
    regionPath: rows[0]?.path ?? null,
    detail: { added: rows.length, by },
  })
}
