import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { maskName } from '@/domain/permissions/mask'
import { asksByFullName } from '@/domain/permissions/reaches'
import { scopePatterns } from '@/server/auth/scope'
import { shanghaiToday } from '@/server/clock'
import { courseByExam } from '@/server/content/catalog'
import { db, Prisma } from '@/server/db/client'
import { isId } from '@/server/db/id'

/** A signal as an officer of the area may see it; names are masked above the leaf and its parent. No times, no verdict. */
export type SignalLine = {
  id: string
  kind: 'FAST_RIGHT' | 'SHARED_PATTERN'
  exam: string
  enterprise: string
  entryId: string
  personName: string
  otherName: string | null
  /** FAST_RIGHT: `right`, `questions`. SHARED_PATTERN: `shared`, `bothWrong`, `bothAsked`. */
  detail: Record<string, number>
  noticedAt: Date
  closed: { at: Date; by: string; note: string } | null
}

type Row = {
  id: string
  kind: SignalLine['kind']
  examSlug: string
  enterprise: string
  entryId: string
  leafPath: string
  personName: string
  otherName: string | null
  detail: Record<string, number>
  noticedAt: Date
  closedAt: Date | null
  closedBy: string | null
  closedNote: string | null
}

const PAGE = 50

/** Signals of the officer's area, open ones first, then the newest; at most fifty. */
export async function signals(actor: Actor): Promise<SignalLine[]> {
  const rows = await rowsInReach(actor, Prisma.empty)
  return rows.map((row) => shown(actor, row))
}

/** Whether a signal is in the officer's area. */
export async function isSignalInReach(actor: Actor, signalId: string): Promise<boolean> {
  return isId(signalId) && (await rowsInReach(actor, Prisma.sql`AND g.id = ${signalId}::uuid`)).length > 0
}

/**
 * A person stands where they hold a seat today; who holds none any more is in nobody's list. A pattern that two share is told where both
 * hold seats of the same roster entry, and nowhere else: an officer who knows one of them by another enterprise must not learn the name
 * of the other.
 */
function rowsInReach(actor: Actor, also: Prisma.Sql): Promise<Row[]> {
  const today = Prisma.sql`${shanghaiToday()}::date`
  return db.$queryRaw<Row[]>`
    SELECT DISTINCT ON (g.closed_at IS NOT NULL, g.noticed_at, g.id) g.id, g.kind::text AS kind, a.exam_slug AS "examSlug",
      n.name AS enterprise, e.id AS "entryId", r.path AS "leafPath", p.name AS "personName", q.name AS "otherName", g.detail,
      g.noticed_at AS "noticedAt", g.closed_at AS "closedAt", c.name AS "closedBy", g.closed_note AS "closedNote"
    FROM attempt_signal g
    JOIN attempt a ON a.id = g.attempt_id JOIN person p ON p.id = a.person_id
    LEFT JOIN attempt b ON b.id = g.other_attempt_id LEFT JOIN person q ON q.id = b.person_id
    LEFT JOIN person c ON c.id = g.closed_by_id
    JOIN holding h ON h.person_id = p.id AND h.retracted_at IS NULL AND h.from_on <= ${today} AND (h.to_on IS NULL OR h.to_on > ${today})
    JOIN seat s ON s.id = h.seat_id AND s.retracted_at IS NULL AND (s.to_on IS NULL OR s.to_on > ${today})
    JOIN roster_entry e ON e.id = s.entry_id
    JOIN entry_placement t ON t.entry_id = e.id AND t.retracted_at IS NULL AND t.from_on <= ${today}
      AND (t.to_on IS NULL OR t.to_on > ${today})
    JOIN region r ON r.id = t.leaf_id
    JOIN enterprise_name n ON n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL AND n.from_on <= ${today}
      AND (n.to_on IS NULL OR n.to_on > ${today})
    WHERE r.path LIKE ANY (${scopePatterns(actor)}) ${also}
      AND (b.id IS NULL OR EXISTS (SELECT FROM holding oh JOIN seat os ON os.id = oh.seat_id AND os.retracted_at IS NULL
        AND os.entry_id = e.id AND (os.to_on IS NULL OR os.to_on > ${today})
        WHERE oh.person_id = b.person_id AND oh.retracted_at IS NULL AND oh.from_on <= ${today}
          AND (oh.to_on IS NULL OR oh.to_on > ${today})))
    ORDER BY g.closed_at IS NOT NULL, g.noticed_at DESC, g.id LIMIT ${PAGE}`
}

function shown(actor: Actor, row: Row): SignalLine {
  const { id, kind, enterprise, entryId, detail, noticedAt } = row
  const name = (full: string) => (asksByFullName(actor, row.leafPath) ? full : maskName(full))
  return {
    ...{ id, kind, enterprise, entryId, detail, noticedAt },
    exam: courseByExam(row.examSlug)?.title ?? row.examSlug,
    personName: name(row.personName),
    otherName: row.otherName === null ? null : name(row.otherName),
    closed: row.closedAt && { at: row.closedAt, by: row.closedBy ?? '', note: row.closedNote ?? '' },
  }
}
