import { seededRandom } from '@/domain/labs/seeded-random'
import { candidatesFor } from '@/domain/matching/candidates'
import { nameParts } from '@/domain/matching/enterprise-keys'
import { matchEnterprise } from '@/domain/matching/match-enterprise'
import { matchRow } from '@/domain/matching/match-row'
import { rosterIndex } from '@/domain/matching/roster-index'
import type { Spelling } from '@/domain/matching/spelling'
import { type Damage, type DamagedRow, damagedRows } from './damaged-rows'
import { inventedRoster } from './invented-roster'

/** Rows of one kind, or of all. */
export interface Figures {
  rows: number
  matched: number
  /** Matched to somebody the row is not about, or at an enterprise where they hold nothing. */
  wrong: DamagedRow[]
  /** Left to the queue though the person is on the roster, and how many of those have them among the first three candidates. */
  queuedKnown: number
  amongThree: number
}

export interface Measure {
  byDamage: Map<Damage, Figures>
  all: Figures
  /** Rows read for their enterprise alone. */
  enterprises: { rows: number; matched: number; wrong: DamagedRow[] }
  /** Untouched rows with the person's own number that were not matched. */
  missed: DamagedRow[]
}

const none = (): Figures => ({ rows: 0, matched: 0, wrong: [], queuedKnown: 0, amongThree: 0 })

/** Matches invented rows to an invented roster, everything made from `seed`, and compares with the truth. */
export function measure(seed: string, entries: number, count: number, spelling: Spelling): Measure {
  const random = seededRandom(seed)
  const roster = inventedRoster(random, entries)
  const index = rosterIndex(roster.entries, [], spelling)
  const result: Measure = {
    byDamage: new Map(),
    all: none(),
    enterprises: { rows: 0, matched: 0, wrong: [] },
    missed: [],
  }
  const sameNamed = (name: string) => {
    const { strict, core, form } = nameParts(name, spelling)
    return [...(index.byStrict.get(strict) ?? []), ...(form === '' ? (index.byCore.get(core) ?? []) : [])]
  }
  for (const row of damagedRows(random, roster, spelling, count)) {
    const figures = result.byDamage.get(row.damage) ?? none()
    result.byDamage.set(row.damage, figures)
    const match = matchRow(index, row.request)
    for (const sum of [figures, result.all]) {
      sum.rows += 1
      if (match.kind === 'matched') sum.matched += 1
    }
    if (match.kind === 'matched') {
      const holdsThere = index.byEntryId
        .get(match.entryId)
        ?.holders.some(({ holder }) => holder.personId === row.personId)
      if (match.personId !== row.personId || !holdsThere) for (const sum of [figures, result.all]) sum.wrong.push(row)
    } else if (row.personId !== null) {
      const isAmong = candidatesFor(index, row.request, 3).some(({ personId }) => personId === row.personId)
      for (const sum of [figures, result.all]) {
        sum.queuedKnown += 1
        if (isAmong) sum.amongThree += 1
      }
    }
    if (match.kind === 'queued' && row.damage === 'untouched' && row.hasOwnMobile) result.missed.push(row)
    measureEnterprise(row)
  }
  return result

  /**
   * A slip that gives another entry's very name, or the short name of an enterprise that is not on the roster where an entry has
   * the same one, cannot be told from that entry's by anybody, with nothing else in the row.
   */
  function measureEnterprise(row: DamagedRow): void {
    const { uscc, enterprise } = row.request
    const isAnothers = !uscc && sameNamed(enterprise ?? '').some(({ entry }) => entry.entryId !== row.entryId)
    if (!enterprise || isAnothers || row.damage === 'code of another') return
    const match = matchEnterprise(index, { uscc, enterprise })
    result.enterprises.rows += 1
    if (match.kind !== 'matched') return
    result.enterprises.matched += 1
    if (match.entryId !== row.entryId) result.enterprises.wrong.push(row)
  }
}
