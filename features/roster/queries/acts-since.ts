import 'server-only'
import type { Transaction } from '@/server/db/client'

/**
 * How many things somebody did since an import was confirmed that stand on it: links issued, sign-ins, learning and
 * completions of the persons it seated or made; later facts about the entries it wrote, ended or taken back ones, too; visits.
 */
export async function actsSince(tx: Transaction, importId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ acts: bigint }[]>`
    WITH one AS (SELECT id, confirmed_at AS at FROM import WHERE id = ${importId}::uuid),
    held AS (SELECT h.id, h.person_id FROM holding h WHERE h.import_id = ${importId}::uuid AND h.retracted_at IS NULL),
    who AS (SELECT DISTINCT person_id FROM held UNION SELECT id FROM person WHERE import_id = ${importId}::uuid),
    entry AS (SELECT DISTINCT (plan->>'entryId')::uuid AS id FROM import_row WHERE import_id = ${importId}::uuid AND plan->>'isWritten' = 'true'),
    seats AS (SELECT s.id FROM seat s JOIN entry e ON e.id = s.entry_id)
    SELECT (SELECT count(*) FROM personal_link l JOIN held ON held.id = l.holding_id)
      + (SELECT count(*) FROM login l, one WHERE l.person_id IN (SELECT person_id FROM who) AND l.created_at > one.at)
      + (SELECT count(*) FROM completion c, one WHERE c.person_id IN (SELECT person_id FROM who) AND c.recorded_at > one.at AND c.retracted_at IS NULL)
      + (SELECT count(*) FROM attempt a, one WHERE a.person_id IN (SELECT person_id FROM who) AND a.started_at > one.at)
      + (SELECT count(*) FROM lab_run r, one WHERE r.person_id IN (SELECT person_id FROM who) AND r.started_at > one.at)
      + (SELECT count(*) FROM self_check_answer a, one WHERE a.person_id IN (SELECT person_id FROM who) AND a.answered_at > one.at)
      + (SELECT count(*) FROM entry_placement p, one WHERE p.entry_id IN (SELECT id FROM entry) AND p.recorded_at > one.at AND p.import_id IS DISTINCT FROM one.id AND p.retracted_at IS NULL)
      + (SELECT count(*) FROM holding h, one WHERE h.seat_id IN (SELECT id FROM seats) AND h.recorded_at > one.at AND h.import_id IS DISTINCT FROM one.id AND h.retracted_at IS NULL)
      + (SELECT count(*) FROM holding h WHERE h.import_id = ${importId}::uuid AND (h.to_on IS NOT NULL OR h.retracted_at IS NOT NULL))
      + (SELECT count(*) FROM seat s WHERE s.import_id = ${importId}::uuid AND (s.to_on IS NOT NULL OR s.retracted_at IS NOT NULL))
      + (SELECT count(*) FROM entry_placement p WHERE p.import_id = ${importId}::uuid AND (p.to_on IS NOT NULL OR p.retracted_at IS NOT NULL))
      + (SELECT count(*) FROM holding h JOIN who ON who.person_id = h.person_id, one WHERE h.import_id IS DISTINCT FROM one.id AND h.recorded_at > one.at AND h.retracted_at IS NULL
          AND h.seat_id NOT IN (SELECT id FROM seats))
      + (SELECT count(*) FROM visit v, one WHERE v.entry_id IN (SELECT id FROM entry) AND v.recorded_at > one.at AND v.retracted_at IS NULL) AS acts`
  return Number(row?.acts ?? 0)
}
