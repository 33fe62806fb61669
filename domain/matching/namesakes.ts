import { editDistance } from '@/domain/regions/edit-distance'
import type { NameParts } from './enterprise-keys'
import type { EnterpriseFound } from './find-enterprise'
import { soundsSame } from './person-key'
import type { IndexedEntry, IndexedHolder, RosterIndex } from './roster-index'

/**
 * Other people of the same name who might be meant as well: they hold a seat at the very enterprise, or at one whose name the
 * row's could be a slip for. Whoever is matched without a number of their own must have none.
 */
export function namesakesNearby(
  index: RosterIndex,
  key: string,
  found: EnterpriseFound,
  personId: string,
): readonly IndexedHolder[] {
  const others = (index.byPerson.get(key) ?? []).filter(({ holder }) => holder.personId !== personId)
  const isAmong = (at: IndexedEntry) =>
    (found.kind === 'one' && found.entry === at) || (found.kind === 'several' && found.entries.includes(at))
  const name = found.kind === 'none' ? null : found.name
  return others.filter(({ at }) => isAmong(at) || (name !== null && isNameNear(index, name, at)))
}

function isNameNear(index: RosterIndex, row: NameParts, at: IndexedEntry): boolean {
  return [at.name, ...at.former].some(
    (name) =>
      isWithin(row.strict, name.strict, 2) ||
      (row.core !== '' && (isWithin(row.core, name.core, 1) || soundsSame(row.core, name.core, index.spelling))),
  )
}

function isWithin(a: string, b: string, slips: number): boolean {
  return Math.abs(a.length - b.length) <= slips && editDistance(a, b) <= slips
}
