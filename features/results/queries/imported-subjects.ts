import 'server-only'
import type { Day } from '@/domain/calendar/day'
import type { SeatKind, SubjectKind } from '@/domain/rates/entry-facts'
import { db, type Transaction } from '@/server/db/client'
import { COUNTED_RATES, type CountedRate } from '../batch-options'

/** What an imported result counts as for the holder of a kind of seat: one way to meet one requirement. */
export interface ImportedSubject {
  rate: CountedRate
  seatKind: SeatKind
  subjectKind: SubjectKind
  slug: string
  minVersion: number
}

/**
 * For each requirement of the programme in force on that day that takes imported evidence, the first of its ways that does. A
 * requirement of readiness is never among them, whatever evidence somebody configured there.
 */
export async function importedSubjects(
  programmeId: string,
  on: Day,
  tx: Pick<Transaction, '$queryRaw'> = db,
): Promise<ImportedSubject[]> {
  return tx.$queryRaw<ImportedSubject[]>`
    SELECT DISTINCT ON (r.id) r.rate::text AS rate, r.seat_kind::text AS "seatKind", a.subject_kind::text AS "subjectKind", a.slug,
      a.min_version AS "minVersion"
    FROM requirement r JOIN requirement_alternative a ON a.requirement_id = r.id
    WHERE r.programme_id = ${programmeId}::uuid AND r.retracted_at IS NULL AND r.rate::text = ANY(${[...COUNTED_RATES]}::text[])
      AND r.from_on <= ${on}::date AND (r.to_on IS NULL OR r.to_on > ${on}::date) AND 'IMPORTED' = ANY(a.evidence)
    ORDER BY r.id, a.subject_kind, a.id`
}
