import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { maskMobile, maskName } from '@/domain/permissions/mask'
import { seesPersonsInFull } from '@/domain/permissions/reaches'
import { nameBigrams } from '@/domain/roster/name-search'
import { scopePatterns } from '@/server/auth/scope'
import { revealMobile } from '@/server/crypto/mobile'
import { db, Prisma } from '@/server/db/client'

/** An entry as an officer sees it beside a row: who holds which seat there now, masked above the owning level. */
export interface EntryCard {
  entryId: string
  name: string
  uscc: string
  place: string
  leafPath: string
  holders: { personId: string; seatKind: 'HEAD' | 'CLERK'; name: string; mobile: string | null }[]
  vacantSeats: number
}

interface Row extends Omit<EntryCard, 'holders'> {
  holders: { personId: string; seatKind: 'HEAD' | 'CLERK'; name: string; cipher: string | null }[]
}

/** The entries with these ids that the officer may see, by id. */
export async function entryCards(actor: Actor, entryIds: readonly string[]): Promise<Map<string, EntryCard>> {
  const ids = [...new Set(entryIds)]
  if (ids.length === 0) return new Map()
  const rows = await cards(actor, Prisma.sql`e.id = ANY(${ids}::uuid[])`, ids.length)
  return new Map(rows.map((card) => [card.entryId, card]))
}

const MOST_FOUND = 10

/** Entries of the programme beneath `areaPath` whose name or code somebody looks for; from two characters on. */
export function searchEntries(
  actor: Actor,
  { programmeId, areaPath, search }: { programmeId: string; areaPath: string; search: string },
): Promise<EntryCard[]> {
  if ([...search].length < 2) return Promise.resolve([])
  const code = `${search.toUpperCase().replace(/[%_\\]/g, '')}%`
  return cards(
    actor,
    Prisma.sql`e.programme_id = ${programmeId}::uuid AND l.path LIKE ${`${areaPath}%`}
      AND (n.bigrams @> ${nameBigrams(search)}::text[] OR en.uscc LIKE ${code})`,
    MOST_FOUND,
  )
}

async function cards(actor: Actor, which: Prisma.Sql, most: number): Promise<EntryCard[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT e.id AS "entryId", n.name, en.uscc, concat_ws(' ', CASE WHEN c.kind <> 'CITY' THEN c.name END, l.name) AS place,
      l.path AS "leafPath",
      (SELECT count(*)::int FROM seat s WHERE s.entry_id = e.id AND s.retracted_at IS NULL AND s.to_on IS NULL
        AND NOT EXISTS (SELECT FROM holding h WHERE h.seat_id = s.id AND h.retracted_at IS NULL AND h.to_on IS NULL)) AS "vacantSeats",
      (SELECT coalesce(json_agg(json_build_object('personId', pe.id, 'seatKind', s.kind, 'name', pe.name,
          'cipher', encode(pe.mobile_cipher, 'base64')) ORDER BY s.kind, s.id), '[]')
        FROM seat s JOIN holding h ON h.seat_id = s.id AND h.retracted_at IS NULL AND h.to_on IS NULL
        JOIN person pe ON pe.id = h.person_id
        WHERE s.entry_id = e.id AND s.retracted_at IS NULL AND s.to_on IS NULL) AS holders
    FROM roster_entry e JOIN enterprise en ON en.id = e.enterprise_id
    JOIN enterprise_name n ON n.enterprise_id = en.id AND n.retracted_at IS NULL AND n.to_on IS NULL
    JOIN entry_placement p ON p.entry_id = e.id AND p.retracted_at IS NULL AND p.to_on IS NULL
    JOIN region l ON l.id = p.leaf_id LEFT JOIN region c ON c.id = l.parent_id
    WHERE l.path LIKE ANY (${scopePatterns(actor)}) AND ${which}
    ORDER BY n.pinyin_key COLLATE "C", e.id LIMIT ${most}`
  return rows.map((row) => {
    const isFull = seesPersonsInFull(actor, row.leafPath)
    return { ...row, holders: row.holders.map((holder) => shownHolder(holder, isFull)) }
  })
}

function shownHolder({ cipher, name, ...holder }: Row['holders'][number], isFull: boolean) {
  const mobile = cipher ? revealMobile(Buffer.from(cipher, 'base64')) : null
  return {
    ...holder,
    name: isFull ? name : maskName(name),
    mobile: mobile && !isFull ? maskMobile(mobile) : mobile,
  }
}
