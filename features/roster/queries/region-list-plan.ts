import 'server-only'
import {
  separatedRecords,
  separatedText,
  separatorOfFile,
  separatorOfPaste,
  unixLines,
} from '@/domain/sheets/separated-text'
import { planRegions, type RegionPlan } from '@/domain/regions/plan-regions'
import { type ListedRegion, type RegionList, readRegionList } from '@/domain/regions/read-region-list'
import type { Actor } from '@/domain/permissions/actor'
import { db, type Transaction } from '@/server/db/client'
import { decodeText } from '@/server/files/decode-text'
import { MEDIA_TYPES } from '@/server/files/first-look'
import { loadFile } from '@/server/files/stored-file'
import { MAX_LIST_BYTES, MAX_LIST_ROWS } from '../region-list-input'
import { regionNodes } from './region-nodes'

/** What a list would write to the tree of now. `list` null: no columns were recognised in it. */
export interface RegionListPlan extends RegionPlan {
  list: RegionList | null
  /** The list as given, to be corrected. */
  text: string
}

/** The dry run of a list that this officer gave, or null when it is not theirs or gone. */
export async function regionListPlan(actor: Actor, listId: string): Promise<RegionListPlan | null> {
  const rows = await regionListText(actor, listId)
  return rows && { ...(await planOfText(db, rows)), text: separatedText(rows) }
}

/** The rows of a list that this officer gave, or null when it is not theirs or gone. */
export async function regionListText(actor: Actor, listId: string): Promise<string[][] | null> {
  const mine = await db.storedFile.findFirst({ where: { id: listId, createdById: actor.personId, name: 'regions' } })
  const file = mine && (await loadFile(listId))
  // A list that was kept before there was this bound is not planned any more.
  return file && file.bytes.length <= MAX_LIST_BYTES ? listRows(file) : null
}

/** The rows of a list as given, blank ones among them; null when more are not blank than are planned within a request. */
export function listRows({ bytes, mediaType }: { bytes: Uint8Array; mediaType: string }): string[][] | null {
  const text = unixLines(decodeText(bytes)).replaceAll('\0', '')
  const separator = mediaType === MEDIA_TYPES.text ? separatorOfFile(text) : separatorOfPaste(text)
  const rows: string[][] = []
  let written = 0
  for (const row of separatedRecords(text, separator)) {
    rows.push(row)
    if (row.some((field) => field.trim() !== '')) written += 1
    if (written > MAX_LIST_ROWS) return null
  }
  return rows
}

/** The plan of rows against the tree as `tx` sees it. */
export async function planOfText(
  tx: Pick<Transaction, 'region' | 'entryPlacement'>,
  rows: string[][],
): Promise<Omit<RegionListPlan, 'text'>> {
  const city = await tx.region.findFirst({ where: { kind: 'CITY', parentId: null, closedOn: null } })
  const list = city && readRegionList(rows, city)
  if (!list) return { list: null, added: [], unchanged: 0, problems: [] }
  const plan = await planOfList(tx, list.listed)
  const problems = [...list.problems, ...plan.problems].sort((a, b) => a.row - b.row)
  return { ...plan, list, problems }
}

/** The plan of regions against the tree as `tx` sees it. */
export async function planOfList(
  tx: Pick<Transaction, 'region' | 'entryPlacement'>,
  listed: readonly ListedRegion[],
): Promise<RegionPlan> {
  const placed = await tx.entryPlacement.findMany({
    where: { retractedAt: null, toOn: null },
    distinct: ['leafId'],
    select: { leafId: true },
  })
  return planRegions(listed, await regionNodes(tx), new Set(placed.map(({ leafId }) => leafId)))
}
