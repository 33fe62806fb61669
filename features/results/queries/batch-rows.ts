import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import type { MatchCandidate } from '@/domain/matching/match'
import { plainSuggestion } from '@/domain/matching/plain-suggestion'
import { seesPersonsInFull } from '@/domain/permissions/reaches'
import type { Problem } from '@/domain/roster/sheet'
import { db } from '@/server/db/client'
import { dayOfColumn } from '@/server/db/day'
import { maskCell, maskNumbers, seesRowsInFull } from '../row-masks'
import { openRow } from '../sealed-row'
import type { BatchView } from '../view'
import type { BatchInScope } from './batch-in-scope'
import { type EntryCard, entryCards } from './entry-cards'

/** A suggestion: an entry with its likely persons, the likeliest first, and what is alike. */
export interface ShownCandidate {
  card: EntryCard
  personIds: string[]
  because: readonly string[]
}

/** One row as read, and what became of it. */
export interface ShownRow {
  position: number
  sheet: string
  row: number
  enterprise: string | null
  uscc: string | null
  person: string | null
  mobile: string | null
  happenedOn: string | null
  score: number | null
  state: string
  how: string | null
  reasons: string[]
  problems: Problem[]
  /** Whom it is about, once that is known; of a waiting row, the enterprise when that is certain. */
  card: EntryCard | null
  personId: string | null
  candidates: ShownCandidate[]
}

const PAGE = 20
/** Waiting rows bring their candidates along. */
const PAGE_OF_QUEUE = 10

/** One page of a batch's rows in one state (or all), in the order of the sheet. */
export async function batchRows(
  actor: Actor,
  batch: BatchInScope,
  view: Pick<BatchView, 'state' | 'after'>,
): Promise<{ rows: ShownRow[]; next: number | null }> {
  const most = view.state === 'QUEUED' ? PAGE_OF_QUEUE : PAGE
  const found = await db.resultRow.findMany({
    where: {
      batchId: batch.id,
      position: { gt: view.after ?? -1 },
      ...(view.state ? { state: view.state } : {}),
    },
    orderBy: { position: 'asc' },
    take: most + 1,
  })
  const page = found.slice(0, most)
  const candidates = page.map((row) => row.candidates as unknown as StoredCandidate[])
  const ids = [...page.map(({ entryId }) => entryId), ...candidates.flat().map(({ entryId }) => entryId)]
  const cards = await entryCards(
    actor,
    ids.filter((id) => id !== null),
  )
  const isFull = seesRowsInFull(actor, batch.region)
  const rows = page.map((row, i) => shownRow(actor, row, candidates[i] ?? [], { cards, isFull }))
  return { rows, next: found.length > most ? (page.at(-1)?.position ?? null) : null }
}

/** How many rows of the queue are looked at for a page of plain suggestions. */
const PAGE_OF_LIKELY = 25
const CHUNK = 250

/** The waiting rows with one plain suggestion each, a page of them, in the order of the sheet. */
export async function likelyRows(
  actor: Actor,
  batch: BatchInScope,
  after: number | undefined,
): Promise<{ rows: ShownRow[]; next: number | null }> {
  const likely: StoredRow[] = []
  let from = after ?? -1
  while (likely.length <= PAGE_OF_LIKELY) {
    const waiting = await db.resultRow.findMany({
      where: { batchId: batch.id, state: 'QUEUED', position: { gt: from } },
      orderBy: { position: 'asc' },
      take: CHUNK,
    })
    likely.push(...waiting.filter((row) => plainSuggestion(row.candidates as unknown as StoredCandidate[])))
    if (waiting.length < CHUNK) break
    from = waiting.at(-1)?.position ?? from
  }
  const page = likely.slice(0, PAGE_OF_LIKELY)
  const plain = page.map((row) => plainSuggestion(row.candidates as unknown as StoredCandidate[]))
  const cards = await entryCards(
    actor,
    plain.flatMap((one) => one?.entryId ?? []),
  )
  const isFull = seesRowsInFull(actor, batch.region)
  const rows = page.map((row, i) => shownRow(actor, row, plain[i] ? [plain[i]] : [], { cards, isFull }))
  return { rows, next: likely.length > PAGE_OF_LIKELY ? (page.at(-1)?.position ?? null) : null }
}

type StoredCandidate = Pick<MatchCandidate, 'entryId' | 'personId' | 'because'>
type StoredRow = Awaited<ReturnType<typeof db.resultRow.findMany>>[number]

function shownRow(
  actor: Actor,
  row: StoredRow,
  candidates: readonly StoredCandidate[],
  { cards, isFull }: { cards: ReadonlyMap<string, EntryCard>; isFull: boolean },
): ShownRow {
  const { entry, problems } = openRow(row.sealed)
  const card = cards.get(row.entryId ?? '') ?? null
  const isOpen = isFull || (card !== null && seesPersonsInFull(actor, card.leafPath))
  const person = entry?.person ?? null
  const mobile = entry?.mobile ?? null
  const enterprise = entry?.enterprise ?? null
  return {
    position: row.position,
    sheet: row.sheet,
    row: row.row,
    enterprise: enterprise && !isOpen ? maskNumbers(enterprise) : enterprise,
    uscc: entry?.uscc ?? null,
    person: person && !isOpen ? maskCell(person, 'person') : person,
    mobile: mobile && !isOpen ? maskCell(mobile, 'mobile') : mobile,
    happenedOn: row.happenedOn ? dayOfColumn(row.happenedOn) : null,
    score: row.score === null ? null : Number(row.score),
    state: row.state,
    how: row.how,
    reasons: row.reasons,
    problems: (entry?.problems ?? problems).map((one) =>
      isOpen ? one : { ...one, found: maskCell(one.found, 'answer') },
    ),
    card,
    personId: row.personId,
    candidates: byEntry(candidates, cards),
  }
}

/** Suggestions of one entry together, in the order of each entry's likeliest. */
function byEntry(candidates: readonly StoredCandidate[], cards: ReadonlyMap<string, EntryCard>): ShownCandidate[] {
  const shown = new Map<string, ShownCandidate>()
  for (const { entryId, personId, because } of candidates) {
    const card = cards.get(entryId)
    if (!card) continue
    const one = shown.get(entryId) ?? { card, personIds: [], because }
    if (personId) one.personIds.push(personId)
    shown.set(entryId, one)
  }
  return [...shown.values()]
}

/** The first rows of one sheet as read, cell by cell, masked as manners ask. */
export async function firstRows(
  actor: Actor,
  batch: BatchInScope,
  sheet: { sheet: string; columns: readonly { column: number; use: Parameters<typeof maskCell>[1] }[] },
): Promise<{ row: number; cells: string[] }[]> {
  const rows = await db.resultRow.findMany({
    where: { batchId: batch.id, sheet: sheet.sheet },
    orderBy: { position: 'asc' },
    take: 4,
    select: { row: true, sealed: true },
  })
  const isFull = seesRowsInFull(actor, batch.region)
  return rows.map(({ row, sealed }) => {
    const { cells } = openRow(sealed)
    const texts = sheet.columns.map(({ column, use }) => {
      const text = (cells[column] ?? '').slice(0, 60)
      return isFull ? text : maskCell(text, use)
    })
    return { row, cells: texts }
  })
}
