import 'server-only'
import { missingItems } from '@/domain/documents/missing-items'
import { linkCode, linkToken } from '@/server/auth/link-secrets'
import { db, Prisma } from '@/server/db/client'
import { subjectTitles } from '@/server/content/subject-titles'
import { appOrigin } from '@/server/env'
import type { Words } from '../document-words'
import { type FullEntry, fullNameEntries, type RunScope } from './full-name-entries'

export interface LetterFacts extends FullEntry {
  addressee: string
  addresseeKind: 'HEAD' | 'CLERK' | null
  link: { address: string; code: string } | null
  items: { item: string; kind: 'HEAD' | 'CLERK'; holder: string }[]
}

type SeatRow = {
  entryId: string
  kind: 'HEAD' | 'CLERK'
  holdingId: string | null
  holder: string | null
  missing: string[]
}

/** Enterprises of the area with something open, at most `limit`, and how many were left out and why. */
export async function lettersToFill(scope: RunScope, limit: number, words: Words) {
  const { entries, masked } = await fullNameEntries(
    scope,
    Prisma.sql`EXISTS (SELECT FROM seat_standing s WHERE s.entry_id = st.entry_id AND cardinality(s.missing) > 0)`,
  )
  const chosen = entries.slice(0, limit)
  const seats = await seatsOf(chosen.map(({ entryId }) => entryId))
  const addressees = chosen.map(({ entryId }) => addresseeOf(seats.get(entryId) ?? []))
  const links = await liveLinks(addressees.flatMap((seat) => seat?.holdingId ?? []))
  const titleOf = subjectTitles()
  const letters = chosen.map((entry, i): LetterFacts => {
    const to = addressees[i]
    return {
      ...entry,
      addressee: to?.holder ?? '',
      addresseeKind: to?.kind ?? null,
      link: (to?.holdingId && links.get(to.holdingId)) || null,
      items: (seats.get(entry.entryId) ?? []).flatMap(({ kind, holder, missing }) =>
        missingItems(missing).map((one) => ({ item: words.item(one, titleOf), kind, holder: holder ?? words.vacant })),
      ),
    }
  })
  return { letters, masked, beyond: entries.length - chosen.length }
}

async function seatsOf(entryIds: readonly string[]): Promise<Map<string, SeatRow[]>> {
  const rows = await db.$queryRaw<SeatRow[]>`
    SELECT s.entry_id AS "entryId", s.kind, s.holding_id AS "holdingId", p.name AS holder, s.missing
    FROM seat_standing s LEFT JOIN person p ON p.id = s.holder_id
    WHERE s.entry_id = ANY (${[...entryIds]}::uuid[]) ORDER BY s.kind, s.seat_id`
  const seats = new Map<string, SeatRow[]>()
  for (const row of rows) seats.set(row.entryId, [...(seats.get(row.entryId) ?? []), row])
  return seats
}

/** The head; where that seat is vacant, the first clerk. */
function addresseeOf(seats: readonly SeatRow[]): SeatRow | undefined {
  const held = seats.filter(({ holder }) => holder !== null)
  return held.find(({ kind }) => kind === 'HEAD') ?? held[0]
}

/** Live personal links by holding; none is issued here. A code that was used is blank. */
async function liveLinks(holdingIds: readonly string[]): Promise<Map<string, { address: string; code: string }>> {
  const rows = await db.personalLink.findMany({
    where: { holdingId: { in: [...holdingIds] }, revokedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { expiresAt: 'asc' },
    select: { id: true, holdingId: true, codeUsedAt: true },
  })
  return new Map(
    rows.map(({ id, holdingId, codeUsedAt }) => [
      holdingId,
      { address: `${appOrigin()}/l/${linkToken(id)}`, code: codeUsedAt ? '' : linkCode(id) },
    ]),
  )
}
