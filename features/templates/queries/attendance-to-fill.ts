import 'server-only'
import { db, Prisma } from '@/server/db/client'
import { dayOfColumn } from '@/server/db/day'
import { type FullEntry, fullNameEntries, type RunScope } from './full-name-entries'

export interface AttendanceFacts extends FullEntry {
  person: string
  kind: 'HEAD' | 'CLERK'
  subjectKind: string
  slug: string
  evidence: 'IN_PERSON' | 'SESSION' | 'ONLINE' | 'IMPORTED'
  /** Shanghai day. */
  happenedOn: string
}

/** Completions that a TRAINING requirement of the holder's seat accepts, seen from `s`, a seat_standing. */
const accepted = (on: string) => Prisma.sql`
  JOIN requirement q ON q.seat_kind = s.kind AND q.rate = 'TRAINING' AND q.retracted_at IS NULL
    AND q.from_on <= ${on}::date AND (q.to_on IS NULL OR q.to_on > ${on}::date)
  JOIN requirement_alternative a ON a.requirement_id = q.id
  JOIN completion k ON k.person_id = s.holder_id AND k.subject_kind = a.subject_kind AND k.slug = a.slug
    AND k.content_version >= a.min_version AND k.evidence = ANY (a.evidence) AND k.retracted_at IS NULL
    AND k.happened_on <= ${on}::date`

/**
 * Seat holders of the area who have completed the training asked of their seat, at most `limit`, one row a person and enterprise with
 * the best evidence there is; and how many were left out and why. That a completion has expired since does not undo that they were there.
 */
export async function attendanceToFill(scope: RunScope, limit: number) {
  const { on, programmeId } = scope
  const { entries, masked } = await fullNameEntries(
    scope,
    Prisma.sql`EXISTS (SELECT FROM seat_standing s ${accepted(on)} WHERE s.entry_id = st.entry_id AND q.programme_id = st.programme_id)`,
  )
  const rows = await db.$queryRaw<
    (Omit<AttendanceFacts, keyof FullEntry | 'happenedOn'> & { entryId: string; happenedOn: Date })[]
  >(
    Prisma.sql`
    SELECT DISTINCT ON (s.entry_id, s.holder_id) s.entry_id AS "entryId", p.name AS person, s.kind,
      k.subject_kind AS "subjectKind", k.slug, k.evidence, k.happened_on AS "happenedOn"
    FROM seat_standing s ${accepted(on)} JOIN person p ON p.id = s.holder_id
    WHERE s.entry_id = ANY (${entries.map(({ entryId }) => entryId)}::uuid[]) AND q.programme_id = ${programmeId}::uuid
    ORDER BY s.entry_id, s.holder_id, k.evidence, k.happened_on DESC, k.id`,
  )
  const byEntry = new Map<string, typeof rows>()
  for (const row of rows) byEntry.set(row.entryId, [...(byEntry.get(row.entryId) ?? []), row])
  const people = entries.flatMap((entry) =>
    (byEntry.get(entry.entryId) ?? []).map(
      (row): AttendanceFacts => ({ ...row, ...entry, happenedOn: dayOfColumn(row.happenedOn) }),
    ),
  )
  return { people: people.slice(0, limit), masked, beyond: Math.max(0, people.length - limit) }
}
