import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { maskName } from '@/domain/permissions/mask'
import { seesPersonsInFull } from '@/domain/permissions/reaches'
import { nameBigrams } from '@/domain/roster/name-search'
import { readPatterns } from '@/server/auth/scope'
import { pool } from '@/server/db/client'
import { isId } from '@/server/db/id'
import type { RosterView } from '../view'

export interface RosterRow {
  entryId: string
  name: string
  uscc: string
  leafName: string
  leafPath: string
  countyName: string | null
  isKey: boolean
  head: string | null
  clerkSeats: number
  clerks: number
  sortKey: string
}

const PAGE = 50

const BASE = `
  FROM entry_placement p
  JOIN region l ON l.id = p.leaf_id AND l.path LIKE ANY ($2)
  LEFT JOIN region c ON c.id = l.parent_id AND c.kind <> 'CITY'
  JOIN roster_entry e ON e.id = p.entry_id AND e.programme_id = $1
  JOIN enterprise en ON en.id = e.enterprise_id
  JOIN enterprise_name n ON n.enterprise_id = en.id AND n.retracted_at IS NULL AND n.to_on IS NULL`
const OPEN_HOLDING = 'h.seat_id = s.id AND h.retracted_at IS NULL AND h.to_on IS NULL'
const OPEN_SEAT = 's.entry_id = e.id AND s.retracted_at IS NULL AND s.to_on IS NULL'
const WHERE = ' WHERE p.retracted_at IS NULL AND p.to_on IS NULL'

/**
 * One page of the entries in the officer's area: filtered, searched from two characters on, in pinyin order, from after a
 * key on. Names of persons are masked above the owning level.
 */
export async function rosterPage(
  actor: Actor,
  programmeId: string,
  view: RosterView,
): Promise<{ rows: RosterRow[]; found: number; next: string | null }> {
  const values: unknown[] = [programmeId, readPatterns(actor)]
  const filter = filterOf(view, values)
  const count = await pool.query<{ found: number }>(`SELECT count(*)::int AS found ${BASE}${WHERE}${filter}`, values)
  const after = afterOf(view.after, values)
  const page = await pool.query<RosterRow>(
    `SELECT e.id AS "entryId", n.name, en.uscc, l.name AS "leafName", l.path AS "leafPath", c.name AS "countyName", p.is_key AS "isKey",
      (SELECT pe.name FROM seat s JOIN holding h ON ${OPEN_HOLDING} JOIN person pe ON pe.id = h.person_id WHERE ${OPEN_SEAT} AND s.kind = 'HEAD') AS head,
      (SELECT count(*)::int FROM seat s WHERE ${OPEN_SEAT} AND s.kind = 'CLERK') AS "clerkSeats",
      (SELECT count(*)::int FROM seat s JOIN holding h ON ${OPEN_HOLDING} WHERE ${OPEN_SEAT} AND s.kind = 'CLERK') AS clerks,
      n.pinyin_key AS "sortKey"
    ${BASE}${WHERE}${filter}${after} ORDER BY n.pinyin_key COLLATE "C", e.id LIMIT ${PAGE + 1}`,
    values,
  )
  const rows = page.rows.slice(0, PAGE).map((row) => {
    const head = row.head && !seesPersonsInFull(actor, row.leafPath) ? maskName(row.head) : row.head
    return { ...row, head }
  })
  const last = rows.at(-1)
  const next =
    page.rows.length > PAGE && last
      ? Buffer.from(JSON.stringify([last.sortKey, last.entryId])).toString('base64url')
      : null
  return { rows, found: count.rows[0]?.found ?? 0, next }
}

function filterOf(view: RosterView, values: unknown[]): string {
  const parts: string[] = []
  if (view.roster === 'key') parts.push(' AND p.is_key')
  if (view.region) parts.push(` AND l.path LIKE $${values.push(`%.${view.region}.%`)}`)
  if (view.vacant)
    parts.push(
      ` AND EXISTS (SELECT 1 FROM seat s WHERE ${OPEN_SEAT} AND NOT EXISTS (SELECT 1 FROM holding h WHERE ${OPEN_HOLDING}))`,
    )
  if ([...view.search].length >= 2) {
    const bigrams = values.push(nameBigrams(view.search))
    const prefix = values.push(`${view.search.toUpperCase().replace(/[%_\\]/g, '')}%`)
    parts.push(` AND (n.bigrams @> $${bigrams}::text[] OR en.uscc LIKE $${prefix})`)
  }
  return parts.join('')
}

/** From after the last row of the page before; anything unreadable means the beginning. */
function afterOf(after: string | undefined, values: unknown[]): string {
  try {
    const place: unknown = JSON.parse(Buffer.from(after ?? '', 'base64url').toString('utf8'))
    if (!Array.isArray(place) || typeof place[0] !== 'string' || !isId(String(place[1]))) return ''
    const key = values.push(place[0])
    return ` AND (n.pinyin_key COLLATE "C", e.id) > ($${key}, $${values.push(place[1])}::uuid)`
  } catch {
    return ''
  }
}
