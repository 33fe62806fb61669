import 'server-only'
import { addDays, startOfDay } from '@/domain/calendar/day'
import type { Actor } from '@/domain/permissions/actor'
import type { AuditKind } from '@/server/audit/entry'
import { pool } from '@/server/db/client'
import { isId } from '@/server/db/id'
import { type AuditView, kindsAsked, viewProblems } from '../view'
import type { AuditReach } from './audit-reach'
import { subjectsMeant } from './entry-subjects'

/** One event as it is stored. */
export type AuditRow = {
  id: string
  at: Date
  actorId: string | null
  regionPath: string | null
  kind: AuditKind
  subjectId: string | null
  detail: Record<string, unknown> | null
  /** Number in the chain; null while it waits for its seal. */
  seq: number | null
}

const PAGE = 50

/**
 * What people tell the office without giving their name: the pages where it is read name nobody, so neither does the trail, and it is not found by
 * asking for what somebody did.
 */
export const UNNAMED: readonly AuditKind[] = ['suggestion.sent', 'inquiry.asked', 'inquiry.retracted']

/** What somebody learns is their own, also an officer's: it is shown to the root with the name masked, and to nobody who follows that officer. */
export const OWN_LEARNING: readonly AuditKind[] = [
  'attempt.started',
  'attempt.submitted',
  'attempt.expired',
  'lab-run.started',
  'lab-run.submitted',
]

/**
 * One page of the events that a reader may see, newest first, from after a key on. Every branch of the reach is asked for one page of its own, so that each
 * finds its index; then the newest of all are taken. Days that cannot be asked for, or a subject that means nothing, give an empty page.
 */
export async function auditPage(
  actor: Actor,
  reach: AuditReach,
  view: AuditView,
): Promise<{ rows: AuditRow[]; next: string | null }> {
  const nothing = { rows: [], next: null }
  if (viewProblems(view).length > 0) return nothing
  const subjects = view.subject ? await subjectsMeant(actor, view.subject) : null
  if (subjects?.length === 0) return nothing
  const values: unknown[] = []
  const value = (one: unknown) => `$${values.push(one)}`
  const filter = filterOf(view, { subjects, isOwn: view.actor === actor.personId }, value)
  const branches = scopesOf(actor, reach, value).map(
    (scope) =>
      `(SELECT e.id, e.at FROM audit_event e WHERE ${scope}${filter} ORDER BY e.at DESC, e.id DESC LIMIT ${PAGE + 1})`,
  )
  if (branches.length === 0) return nothing
  const { rows } = await pool.query<AuditRow & { key: string }>(
    `SELECT e.id, e.at, e.actor_id AS "actorId", e.region_path AS "regionPath", e.kind, e.subject_id AS "subjectId", e.detail, s.seq::float8 AS seq,
       e.at::text AS key
     FROM (${branches.join(' UNION ')}) found JOIN audit_event e ON e.id = found.id LEFT JOIN audit_seal s ON s.event_id = e.id
     ORDER BY e.at DESC, e.id DESC LIMIT ${PAGE + 1}`,
    values,
  )
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  const next =
    rows.length > PAGE && last ? Buffer.from(JSON.stringify([last.key, last.id])).toString('base64url') : null
  return { rows: page.map(({ key: _, ...row }) => row), next }
}

/** Conditions whose union is what may be read: the subtrees, and events of no region by or about those who are followed. */
function scopesOf(actor: Actor, { isWhole, paths, followed }: AuditReach, value: (one: unknown) => string): string[] {
  if (isWhole) return ['true']
  if (paths.length === 0) return []
  const people = value(followed)
  const theirOwn = `e.kind = ANY (${value([...UNNAMED, ...OWN_LEARNING])}::text[]) AND e.actor_id <> ${value(actor.personId)}::uuid`
  return [
    ...paths.map((path) => `e.region_path LIKE ${value(`${path}%`)}`),
    `e.region_path IS NULL AND e.actor_id = ANY (${people}::uuid[]) AND NOT (${theirOwn})`,
    `e.region_path IS NULL AND e.actor_id IS NULL AND e.subject_id = ANY (${people}::text[])`,
  ]
}

function filterOf(
  view: AuditView,
  { subjects, isOwn }: { subjects: readonly string[] | null; isOwn: boolean },
  value: (one: unknown) => string,
): string {
  const kinds = kindsAsked(view.kind)
  const parts = [
    kinds ? `e.kind = ANY (${value(kinds)}::text[])` : '',
    view.actor ? `e.actor_id = ${value(view.actor)}::uuid` : '',
    view.actor && !isOwn ? `e.kind <> ALL (${value(UNNAMED)}::text[])` : '',
    view.from ? `e.at >= ${value(startOfDay(view.from))}` : '',
    view.to ? `e.at < ${value(startOfDay(addDays(view.to, 1)))}` : '',
    subjects ? `e.subject_id = ANY (${value(subjects)}::text[])` : '',
    afterOf(view.after, value),
  ]
  return parts.map((part) => (part ? ` AND ${part}` : '')).join('')
}

/** From after the last event of the page before; anything unreadable means the beginning. */
function afterOf(after: string | undefined, value: (one: unknown) => string): string {
  try {
    const place: unknown = JSON.parse(Buffer.from(after ?? '', 'base64url').toString('utf8'))
    if (!Array.isArray(place) || typeof place[0] !== 'string' || !isId(String(place[1]))) return ''
    if (Number.isNaN(Date.parse(place[0]))) return ''
    return `(e.at, e.id) < (${value(place[0])}::timestamptz, ${value(place[1])}::uuid)`
  } catch {
    return ''
  }
}
