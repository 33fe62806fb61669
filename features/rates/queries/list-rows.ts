import 'server-only'
import type { TrainingRule } from '@/domain/rates/entry-facts'
import type { ShownRate } from '@/domain/rates/rate-display'
import { nameBigrams } from '@/domain/roster/name-search'
import type { ListView } from '../input'
import { listSource } from './list-source'

/** Everything that decides which rows a list has; the same for screen, Excel and count. */
export type ListQuestion = {
  rate: ShownRate
  rule: TrainingRule
  programmeId: string
  path: string
  on: string
  isNow: boolean
  view: Pick<ListView, 'roster' | 'state' | 'search' | 'sort' | 'after'>
}

export type ListRow = {
  entryId: string
  seatId: string | null
  holderId: string | null
  holderName: string | null
  enterprise: string
  uscc: string
  leafName: string
  leafPath: string
  countyName: string | null
  isKey: boolean
  met: boolean
  evidence: string | null
  missing: string[] | null
  sortKey: string
}

const columns = `
  q.entry_id AS "entryId", q.seat_id AS "seatId", q.holder_id AS "holderId", p.name AS "holderName",
  n.name AS enterprise, en.uscc, l.name AS "leafName", l.path AS "leafPath", c.name AS "countyName",
  q.is_key AS "isKey", q.met, q.evidence, q.missing`

const sortKeys = {
  name: `n.pinyin_key COLLATE "C"`,
  region: `(l.path || ' ' || n.pinyin_key) COLLATE "C"`,
} as const

/**
 * The statement of a list: filtered, searched (two characters or more), in pinyin order, from after a key on.
 *
 * @returns SQL made of constants, and its values. `count`: one row {whole, part, found} instead, where found heeds the search.
 */
export function listStatement(
  question: ListQuestion,
  want: { count: true } | { limit: number | null },
): { sql: string; values: unknown[] } {
  const { view } = question
  const values: unknown[] = [question.programmeId, question.on, `${question.path}%`, view.roster === 'key']
  const things = `FROM (${listSource(question.rate, question.rule, question.isNow)}) q
    JOIN region l ON l.id = q.leaf_id AND l.path LIKE $3`
  const isCounted = '(NOT $4::boolean OR q.is_key)'
  const from = `${things}
    LEFT JOIN region c ON c.id = l.parent_id AND c.kind <> 'CITY'
    JOIN roster_entry e ON e.id = q.entry_id
    JOIN enterprise en ON en.id = e.enterprise_id
    JOIN LATERAL (
      SELECT name, pinyin_key, bigrams FROM enterprise_name n WHERE n.enterprise_id = en.id AND n.retracted_at IS NULL
      ORDER BY (n.from_on <= $2::date) DESC, n.from_on DESC LIMIT 1) n ON true
    LEFT JOIN person p ON p.id = q.holder_id
    WHERE ${isCounted}`
  const state = { missing: ' AND NOT q.met', part: ' AND q.met', all: '' }[view.state]
  const search = searchClause(view.search, values)
  if ('count' in want) {
    // Whole and part need no names; a search looks at the names that hold it and at no other.
    const sums = `SELECT count(*)::int AS whole, count(*) FILTER (WHERE q.met)::int AS part,
      count(*) FILTER (WHERE true${state})::int AS found ${things} WHERE ${isCounted}`
    if (search === '') return { sql: sums, values }
    return {
      sql: `SELECT s.whole, s.part, (SELECT count(*)::int ${from}${state}${search}) AS found FROM (${sums}) s`,
      values,
    }
  }
  const key = sortKeys[view.sort]
  const after = afterClause(view.after, key, values)
  const limit = want.limit === null ? '' : ` LIMIT ${Math.trunc(want.limit)}`
  const tie = 'coalesce(q.seat_id, q.entry_id)'
  return {
    sql: `SELECT ${columns}, ${key} AS "sortKey" ${from}${state}${search}${after} ORDER BY ${key}, ${tie}${limit}`,
    values,
  }
}

/** Names by all their pairs of characters, from the index; a code by how it begins, when that is what was typed. */
function searchClause(search: string, values: unknown[]): string {
  if ([...search].length < 2) return ''
  values.push(nameBigrams(search))
  const bigrams = `$${values.length}::text[]`
  const named = `SELECT m.enterprise_id FROM enterprise_name m WHERE m.retracted_at IS NULL AND m.bigrams @> ${bigrams}`
  if (!/^[0-9a-z]{2,18}$/i.test(search)) return ` AND e.enterprise_id IN (${named}) AND n.bigrams @> ${bigrams}`
  values.push(search.toUpperCase())
  const code = `en.uscc LIKE $${values.length} || '%'`
  return ` AND (n.bigrams @> ${bigrams} OR ${code})`
}

/** A place in the list: the sort key and the id of the last row shown, as the address carries it. */
export function placeAfter(row: ListRow): string {
  return Buffer.from(JSON.stringify([row.sortKey, row.seatId ?? row.entryId])).toString('base64url')
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function afterClause(after: string | undefined, key: string, values: unknown[]): string {
  const place = after ? readPlace(after) : null
  if (!place) return ''
  values.push(...place)
  return ` AND (${key}, coalesce(q.seat_id, q.entry_id)) > ($${values.length - 1}, $${values.length}::uuid)`
}

/** The two parts of a place; null for anything that is not one, which then means the beginning. */
function readPlace(after: string): [string, string] | null {
  try {
    const place: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'))
    if (!Array.isArray(place)) return null
    const [key, id] = place
    return typeof key === 'string' && typeof id === 'string' && uuid.test(id) ? [key, id] : null
  } catch {
    return null
  }
}
