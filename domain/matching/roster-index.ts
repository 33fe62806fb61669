import { type NameParts, nameParts } from './enterprise-keys'
import type { MatchAlias, MatchEntry, MatchHolder } from './match'
import { type NameGrams, nameGrams } from './near-names'
import { personKey } from './person-key'
import type { Spelling } from './spelling'

/** A holder with their name's key and where they hold. */
export interface IndexedHolder {
  readonly holder: MatchHolder
  readonly key: string
  readonly at: IndexedEntry
}

/** An entry with its names in comparison form. */
export interface IndexedEntry {
  readonly entry: MatchEntry
  readonly name: NameParts
  readonly former: readonly NameParts[]
  readonly holders: readonly IndexedHolder[]
}

/**
 * One area's roster prepared for matching. The order of the entries it was made from never shows: everything is kept in the
 * order of codes and ids.
 */
export interface RosterIndex {
  readonly spelling: Spelling
  /** Ordered by code. */
  readonly entries: readonly IndexedEntry[]
  readonly byEntryId: ReadonlyMap<string, IndexedEntry>
  readonly byEnterpriseId: ReadonlyMap<string, IndexedEntry>
  readonly byUscc: ReadonlyMap<string, IndexedEntry>
  readonly byStrict: ReadonlyMap<string, readonly IndexedEntry[]>
  readonly byFormerStrict: ReadonlyMap<string, readonly IndexedEntry[]>
  /** Whoever has or had a name with this core. */
  readonly byCore: ReadonlyMap<string, readonly IndexedEntry[]>
  readonly byMobile: ReadonlyMap<string, readonly IndexedHolder[]>
  readonly byPerson: ReadonlyMap<string, readonly IndexedHolder[]>
  /** Of aliases about the enterprise alone: spelling → entries. */
  readonly byAlias: ReadonlyMap<string, readonly IndexedEntry[]>
  /** Of aliases about a person: `pairKey(spelling of the enterprise or its id, spelling of the person)` → holders. */
  readonly byPairAlias: ReadonlyMap<string, readonly IndexedHolder[]>
  /** For suggestions; built when first asked for. Positions count in `entries`. */
  grams(): NameGrams
}

export function pairKey(enterprise: string, person: string): string {
  return `${enterprise}\n${person}`
}

/**
 * Prepares a roster for `matchRow`, `matchEnterprise` and `candidatesFor`.
 *
 * @param entries of the area on one day; 100,000 take some seconds once
 * @param aliases decisions that hold in the area; those about enterprises that are not among `entries`, or persons who hold
 * nothing there any more, are left out
 */
export function rosterIndex(
  entries: readonly MatchEntry[],
  aliases: readonly MatchAlias[],
  spelling: Spelling,
): RosterIndex {
  const indexed = [...entries].sort(byCode).map((entry) => indexedEntry(entry, spelling))
  const holders = indexed.flatMap((entry) => entry.holders)
  const byEnterpriseId = new Map(indexed.map((one) => [one.entry.enterpriseId, one]))
  let grams: NameGrams | undefined
  return {
    spelling,
    entries: indexed,
    byEntryId: new Map(indexed.map((one) => [one.entry.entryId, one])),
    byEnterpriseId,
    byUscc: new Map(indexed.map((one) => [one.entry.uscc, one])),
    byStrict: grouped(indexed, ({ name }) => [name.strict]),
    byFormerStrict: grouped(indexed, ({ former }) => former.map(({ strict }) => strict)),
    byCore: grouped(indexed, ({ name, former }) => [name, ...former].map(({ core }) => core)),
    byMobile: grouped(holders, ({ holder }) => [holder.mobileKey ?? '']),
    byPerson: grouped(holders, ({ key }) => [key]),
    ...aliasMaps(aliases, byEnterpriseId),
    grams() {
      grams ??= nameGrams(indexed)
      return grams
    },
  }
}

function byCode(a: MatchEntry, b: MatchEntry): number {
  return a.uscc < b.uscc ? -1 : a.uscc > b.uscc ? 1 : a.entryId < b.entryId ? -1 : 1
}

function indexedEntry(entry: MatchEntry, spelling: Spelling): IndexedEntry {
  const holders: IndexedHolder[] = []
  const indexed: IndexedEntry = {
    entry,
    name: nameParts(entry.name, spelling),
    former: entry.formerNames.map((name) => nameParts(name, spelling)),
    holders,
  }
  const ordered = [...entry.holders].sort((a, b) => (a.personId < b.personId ? -1 : a.personId > b.personId ? 1 : 0))
  for (const holder of ordered) holders.push({ holder, key: personKey(holder.name, spelling), at: indexed })
  return indexed
}

/** Everything under each of its keys, once; '' is no key. */
function grouped<T>(all: readonly T[], keysOf: (one: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all)
    for (const key of new Set(keysOf(one))) {
      if (key === '') continue
      const group = groups.get(key)
      if (group) group.push(one)
      else groups.set(key, [one])
    }
  return groups
}

function aliasMaps(
  aliases: readonly MatchAlias[],
  byEnterpriseId: ReadonlyMap<string, IndexedEntry>,
): Pick<RosterIndex, 'byAlias' | 'byPairAlias'> {
  const byAlias = new Map<string, IndexedEntry[]>()
  const byPairAlias = new Map<string, IndexedHolder[]>()
  for (const alias of aliases) {
    const entry = byEnterpriseId.get(alias.enterpriseId)
    if (!entry) continue
    if (alias.personKey === '') addOnce(byAlias, alias.enterpriseKey, entry)
    const holder = entry.holders.find((one) => one.holder.personId === alias.personId)
    if (alias.personKey === '' || !holder) continue
    addOnce(byPairAlias, pairKey(alias.enterpriseKey, alias.personKey), holder)
    addOnce(byPairAlias, pairKey(alias.enterpriseId, alias.personKey), holder)
  }
  return { byAlias, byPairAlias }
}

function addOnce<T>(map: Map<string, T[]>, key: string, one: T): void {
  const list = map.get(key)
  if (!list) map.set(key, [one])
  else if (!list.includes(one)) list.push(one)
}
