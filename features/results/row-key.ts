import 'server-only'
import type { Day } from '@/domain/calendar/day'
import type { ResultEntry } from '@/domain/results/result-row'
import { keyedHash } from '@/server/crypto/keys'
import type { CountsAs } from './batch-options'

/** What makes a row one fact: the batch it is in, the row, and its names in comparison form. */
export interface KeyParts {
  programmeId: string
  fingerprint: string | null
  countsAs: CountsAs
  entry: ResultEntry
  happenedOn: Day | null
  enterpriseKey: string
  personKey: string
  /** Where it stood: all that tells rows apart that name nobody. */
  place: { sheet: string; row: number }
}

/**
 * The key that is equal however often a row is brought in. A questionnaire's answer is known by its number and moment; any other row by
 * day and names, so that the same list typed anew is the same; a row without person and mobile by where it stood, too.
 */
export function rowKey(parts: KeyParts): Uint8Array<ArrayBuffer> {
  return keyedHash('result-row', JSON.stringify([parts.programmeId, ...whatItIs(parts)]))
}

function whatItIs({ fingerprint, countsAs, entry, happenedOn, enterpriseKey, personKey, place }: KeyParts): unknown[] {
  if (fingerprint && entry.number && entry.submittedAt)
    return ['questionnaire', fingerprint, entry.number, entry.submittedAt]
  const names = [entry.uscc ?? enterpriseKey, personKey, entry.mobile ?? '']
  const isNobody = personKey === '' && entry.mobile === null
  const counts = countsAs.rates.length === 0 ? 'sign-up' : [...countsAs.rates].sort().join('+')
  return ['row', counts, happenedOn, ...names, ...(isNobody ? [place.sheet, place.row] : [])]
}
