import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { maskName } from '@/domain/permissions/mask'
import { seesPersonsInFull } from '@/domain/permissions/reaches'
import type { TrainingRule } from '@/domain/rates/entry-facts'
import type { ShownRate } from '@/domain/rates/rate-display'
import { shanghaiToday } from '@/server/clock'
import { readSnapshot } from '@/server/db/snapshot'
import type { Snapshot } from '@/server/db/snapshot'
import type { ListView } from '../input'
import { listStatement, placeAfter } from './list-rows'
import type { ListQuestion, ListRow } from './list-rows'
import { programmeInView } from './programme-in-view'
import type { ProgrammeInView } from './programme-in-view'
import { homeRegion, regionInScope } from './region-in-scope'
import type { RegionInScope } from './region-in-scope'

const PAGE_ROWS = 50

/** A row as the officer may see it: the holder's name in full at the leaf and its parent, masked above. */
export type ShownRow = Omit<ListRow, 'sortKey' | 'leafPath' | 'missing' | 'holderId'> & {
  /** Whether this officer may name the people of this entry, and so record a contact with them. */
  isNamedInFull: boolean
  /** Codes of what is missing; for entries, of each seat with its holder. */
  reasons: { seatKind: 'HEAD' | 'CLERK' | null; holderName: string | null; missing: string[] }[]
}

export type ListFrame = { region: RegionInScope; programme: ProgrammeInView; question: ListQuestion }

export type ListPage = ListFrame & {
  whole: number
  part: number
  /** Rows that match state and search: what the whole list holds. */
  found: number
  rows: ShownRow[]
  next: string | null
}

/** What the list is about, or null when the region is not the officer's or there is no programme. */
export async function listFrame(actor: Actor, rate: ShownRate, view: ListView): Promise<ListFrame | null> {
  const region = await (view.region ? regionInScope(actor, view.region) : homeRegion(actor))
  const today = shanghaiToday()
  const on = view.on && view.on < today ? view.on : today
  const programme = await programmeInView(view.programme, on)
  if (!region || !programme) return null
  const rule: TrainingRule = view.rule ?? programme.trainingRule
  const question = { rate, rule, programmeId: programme.id, path: region.path, on, isNow: on === today, view }
  return { region, programme, question }
}

/** One page of the list behind a number, with the counts of the same moment. */
export async function listPage(actor: Actor, rate: ShownRate, view: ListView): Promise<ListPage | null> {
  const frame = await listFrame(actor, rate, view)
  if (!frame) return null
  return readSnapshot(async (snapshot) => {
    const count = listStatement(frame.question, { count: true })
    const [counts] = await snapshot.rows<{ whole: number; part: number; found: number }>(count.sql, count.values)
    const page = listStatement(frame.question, { limit: PAGE_ROWS + 1 })
    const rows = await snapshot.rows<ListRow>(page.sql, page.values)
    const shown = rows.slice(0, PAGE_ROWS)
    const last = shown.at(-1)
    return {
      ...frame,
      ...(counts ?? { whole: 0, part: 0, found: 0 }),
      rows: await withReasons(snapshot, actor, frame.question, shown),
      next: rows.length > PAGE_ROWS && last ? placeAfter(last) : null,
    }
  })
}

type SeatReason = { entryId: string; seatKind: 'HEAD' | 'CLERK'; holderName: string | null; missing: string[] }

const seatReasonsNow = `
  SELECT s.entry_id AS "entryId", s.kind AS "seatKind", p.name AS "holderName", s.missing
  FROM seat_standing s LEFT JOIN person p ON p.id = s.holder_id
  WHERE s.entry_id = ANY($1::uuid[]) AND $2::date IS NOT NULL ORDER BY s.kind, s.seat_id`

const seatReasonsOn = `
  SELECT t.entry_id AS "entryId", t.seat_kind AS "seatKind", p.name AS "holderName", t.missing
  FROM standing_interval t LEFT JOIN person p ON p.id = t.holder_id
  WHERE t.entry_id = ANY($1::uuid[]) AND t.seat_id IS NOT NULL
    AND t.from_on <= $2::date AND (t.to_on IS NULL OR t.to_on > $2::date) ORDER BY t.seat_kind, t.seat_id`

/** Adds to each row why it is or is not counted, and masks names where the officer stands above the parent. */
export async function withReasons(
  snapshot: Snapshot,
  actor: Actor,
  question: ListQuestion,
  rows: readonly ListRow[],
): Promise<ShownRow[]> {
  const byEntry = new Map<string, SeatReason[]>()
  if (question.rate === 'training') {
    const ids = rows.map((row) => row.entryId)
    const seats = await snapshot.rows<SeatReason>(question.isNow ? seatReasonsNow : seatReasonsOn, [ids, question.on])
    for (const seat of seats) byEntry.set(seat.entryId, [...(byEntry.get(seat.entryId) ?? []), seat])
  }
  const prefix = question.rate.toUpperCase()
  return rows.map(({ sortKey: _sortKey, leafPath, missing, holderId: _holderId, ...row }) => {
    const isNamedInFull = seesPersonsInFull(actor, leafPath)
    const shown = (name: string | null) => (name && !isNamedInFull ? maskName(name) : name)
    const ofRate = (codes: readonly string[]) =>
      codes.filter((code) => code === 'vacant' || code.startsWith(`${prefix}:`))
    const seats = byEntry.get(row.entryId) ?? []
    return {
      ...row,
      isNamedInFull,
      holderName: shown(row.holderName),
      reasons: missing
        ? [{ seatKind: null, holderName: null, missing: ofRate(missing) }]
        : seats.map((seat) => ({
            seatKind: seat.seatKind,
            holderName: shown(seat.holderName),
            missing: ofRate(seat.missing),
          })),
    }
  })
}
