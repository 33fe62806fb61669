import type { TrainingRule } from '@/domain/rates/entry-facts'
import type { ShownRate } from '@/domain/rates/rate-display'

/**
 * SQL of the rows a rate counts: one row per thing in its whole, with
 * entry_id, seat_id, holder_id, leaf_id, is_key, met, evidence, missing.
 *
 * Rates over entries (training, visits) come from the entry's row, rates over seats from the seat's. `$1` is the programme;
 * of a past day, `$2` is the day and the rows come from the time lines. Put together from constants only.
 */
export function listSource(rate: ShownRate, rule: TrainingRule, isNow: boolean): string {
  if (rate === 'training' || rate === 'visits') return isNow ? entriesNow(rate, rule) : entriesOn(rate, rule)
  return isNow ? seatsNow(rate) : seatsOn(rate)
}

const seatRates = {
  awareness: { kind: 'HEAD', column: 'awareness' },
  readiness: { kind: 'CLERK', column: 'readiness' },
} as const

function entryColumns(rate: 'training' | 'visits', rule: TrainingRule): string {
  if (rate === 'visits') return `t.visited AS met, NULL::text AS evidence`
  const column = rule === 'ANY' ? 'trained_any' : 'trained_every'
  return `t.${column} AS met, t.${column}_evidence::text AS evidence`
}

function entriesNow(rate: 'training' | 'visits', rule: TrainingRule): string {
  return `SELECT t.entry_id, NULL::uuid AS seat_id, NULL::uuid AS holder_id, t.leaf_id, t.is_key, ${entryColumns(rate, rule)},
    NULL::text[] AS missing
    FROM standing t
    WHERE t.programme_id = $1 AND $2::date IS NOT NULL AND t.leaf_id IS NOT NULL${rate === 'training' ? ' AND t.asks_training' : ''}`
}

function entriesOn(rate: 'training' | 'visits', rule: TrainingRule): string {
  return `SELECT t.entry_id, NULL::uuid AS seat_id, NULL::uuid AS holder_id, t.leaf_id, t.is_key, ${entryColumns(rate, rule)},
    NULL::text[] AS missing
    FROM standing_interval t
    WHERE t.programme_id = $1 AND t.seat_id IS NULL AND t.from_on <= $2::date AND (t.to_on IS NULL OR t.to_on > $2::date)
      AND t.leaf_id IS NOT NULL${rate === 'training' ? ' AND t.asks_training' : ''}`
}

function seatsNow(rate: 'awareness' | 'readiness'): string {
  const { kind, column } = seatRates[rate]
  return `SELECT t.entry_id, s.seat_id, s.holder_id, t.leaf_id, t.is_key, s.${column} AS met, s.${column}_evidence::text AS evidence,
    s.missing
    FROM standing t JOIN seat_standing s ON s.entry_id = t.entry_id
    WHERE t.programme_id = $1 AND $2::date IS NOT NULL AND t.leaf_id IS NOT NULL AND s.kind = '${kind}' AND s.${column} IS NOT NULL`
}

function seatsOn(rate: 'awareness' | 'readiness'): string {
  const { kind, column } = seatRates[rate]
  return `SELECT t.entry_id, t.seat_id, t.holder_id, t.leaf_id, t.is_key, t.${column} AS met, t.${column}_evidence::text AS evidence,
    t.missing
    FROM standing_interval t
    WHERE t.programme_id = $1 AND t.seat_kind = '${kind}' AND t.from_on <= $2::date AND (t.to_on IS NULL OR t.to_on > $2::date)
      AND t.leaf_id IS NOT NULL AND t.${column} IS NOT NULL`
}
