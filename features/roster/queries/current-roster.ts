import 'server-only'
import type { CurrentEntry, CurrentSeat, KnownPerson } from '@/domain/roster/roster-facts'
import { mobileHmac } from '@/server/crypto/mobile'
import type { Transaction } from '@/server/db/client'

type EntryRow = {
  uscc: string
  enterpriseId: string
  entryId: string | null
  name: string | null
  industry: string | null
  leafId: string | null
  isKey: boolean | null
  fromOn: string | null
  path: string | null
}
type SeatRow = {
  entryId: string
  seatId: string
  kind: 'HEAD' | 'CLERK'
  holdingId: string | null
  personId: string | null
  personName: string | null
  hasMobile: boolean | null
  fromOn: string | null
  delegation: 'DELEGATED_HEAD' | 'BOOKKEEPING_AGENCY' | null
}

const CHUNK = 5000

/**
 * What the roster says now of the enterprises with these codes, in three statements for each 5,000 codes.
 *
 * @param areaPath path of the import's region; an entry placed elsewhere comes back without seats, marked `isInArea: false`
 */
export async function currentRoster(
  tx: Transaction,
  programmeId: string,
  usccs: readonly string[],
  areaPath: string,
): Promise<Map<string, CurrentEntry>> {
  const current = new Map<string, CurrentEntry>()
  for (let start = 0; start < usccs.length; start += CHUNK) {
    const codes = usccs.slice(start, start + CHUNK)
    const entries = await entryRows(tx, programmeId, codes)
    const isInArea = (row: EntryRow) => row.path === null || row.path.startsWith(areaPath)
    const seats = await seatsByEntry(
      tx,
      entries.filter(isInArea).flatMap((row) => row.entryId ?? []),
    )
    for (const row of entries) current.set(row.uscc, entryOf(row, isInArea(row), seats.get(row.entryId ?? '') ?? []))
  }
  return current
}

function entryOf(row: EntryRow, isInArea: boolean, seats: CurrentSeat[]): CurrentEntry {
  const { uscc, enterpriseId, entryId, name, industry, leafId, isKey, fromOn } = row
  const placement = leafId && fromOn ? { leafId, isKey: isKey ?? false, fromOn } : null
  return { uscc, enterpriseId, entryId, name, industry, placement, isInArea, seats }
}

function entryRows(tx: Transaction, programmeId: string, codes: readonly string[]): Promise<EntryRow[]> {
  return tx.$queryRaw<EntryRow[]>`
    SELECT en.uscc, en.id AS "enterpriseId", e.id AS "entryId", n.name, n.industry,
      p.leaf_id AS "leafId", p.is_key AS "isKey", p.from_on::text AS "fromOn", l.path
    FROM enterprise en
    LEFT JOIN roster_entry e ON e.enterprise_id = en.id AND e.programme_id = ${programmeId}::uuid
    LEFT JOIN LATERAL (SELECT name, industry FROM enterprise_name n WHERE n.enterprise_id = en.id
      AND n.retracted_at IS NULL AND n.to_on IS NULL LIMIT 1) n ON true
    LEFT JOIN entry_placement p ON p.entry_id = e.id AND p.retracted_at IS NULL AND p.to_on IS NULL
    LEFT JOIN region l ON l.id = p.leaf_id
    WHERE en.uscc = ANY(${[...codes]})`
}

async function seatsByEntry(tx: Transaction, entryIds: readonly string[]): Promise<Map<string, CurrentSeat[]>> {
  const rows = await tx.$queryRaw<SeatRow[]>`
    SELECT s.entry_id AS "entryId", s.id AS "seatId", s.kind::text AS kind, h.id AS "holdingId", h.person_id AS "personId",
      p.name AS "personName", p.mobile_hmac IS NOT NULL AS "hasMobile", h.from_on::text AS "fromOn", h.delegation::text AS delegation
    FROM seat s
    LEFT JOIN holding h ON h.seat_id = s.id AND h.retracted_at IS NULL AND h.to_on IS NULL
    LEFT JOIN person p ON p.id = h.person_id
    WHERE s.entry_id = ANY(${[...entryIds]}::uuid[]) AND s.retracted_at IS NULL AND s.to_on IS NULL
    ORDER BY s.entry_id, s.id`
  const seats = new Map<string, CurrentSeat[]>()
  for (const row of rows) {
    const list = seats.get(row.entryId) ?? []
    list.push(seatOf(row))
    seats.set(row.entryId, list)
  }
  return seats
}

function seatOf(row: SeatRow): CurrentSeat {
  const { seatId, kind, holdingId, personId, personName, hasMobile, fromOn, delegation } = row
  if (!holdingId || !personId) return { seatId, kind, holder: null }
  const holder = {
    holdingId,
    personId,
    name: personName ?? '',
    hasMobile: hasMobile ?? false,
    fromOn: fromOn ?? '',
    delegation,
  }
  return { seatId, kind, holder }
}

/** The persons known by these mobiles, by mobile. Only their name is read, to be compared and never shown. */
export async function peopleByMobile(tx: Transaction, mobiles: readonly string[]): Promise<Map<string, KnownPerson>> {
  const people = new Map<string, KnownPerson>()
  for (let start = 0; start < mobiles.length; start += CHUNK) {
    const byHmac = new Map(
      mobiles.slice(start, start + CHUNK).map((mobile) => [Buffer.from(mobileHmac(mobile)).toString('hex'), mobile]),
    )
    const rows = await tx.$queryRaw<{ personId: string; name: string; hmac: string }[]>`
      SELECT id AS "personId", name, encode(mobile_hmac, 'hex') AS hmac FROM person
      WHERE mobile_hmac IN (SELECT decode(h, 'hex') FROM unnest(${[...byHmac.keys()]}::text[]) AS h)`
    for (const { personId, name, hmac } of rows) people.set(byHmac.get(hmac) ?? '', { personId, name })
  }
  return people
}
