import { isCompatible, type NameParts, nameParts } from './enterprise-keys'
import type { IndexedEntry, RosterIndex } from './roster-index'

/** What a row's code and enterprise name come to. */
export type EnterpriseFound =
  | { kind: 'none' }
  | { kind: 'unknown'; name: NameParts | null }
  | { kind: 'several'; name: NameParts | null; entries: readonly IndexedEntry[] }
  | { kind: 'contradicts'; name: NameParts | null }
  | {
      kind: 'one'
      name: NameParts | null
      entry: IndexedEntry
      by: 'uscc' | 'name' | 'alias'
      /** false = only by the core of its name or by a former name: good enough only together with the person's name. */
      isCertain: boolean
      /** Only a name it no longer has led there. */
      isFormer: boolean
    }

/**
 * The entry that a code and a name mean: the code, else the whole name, else a decision of an officer, else the name's core
 * or a former name when exactly one entry can claim it. Code and name of two different entries contradict each other, and so
 * do a name and what an officer decided about it.
 */
export function findEnterprise(
  index: RosterIndex,
  row: { uscc: string | null; enterprise: string | null },
): EnterpriseFound {
  const parts = row.enterprise ? nameParts(row.enterprise, index.spelling) : null
  const name = parts && parts.strict !== '' ? parts : null
  if (row.uscc) return byCode(index, row.uscc, name)
  return name ? byName(index, name) : { kind: 'none' }
}

function byCode(index: RosterIndex, uscc: string, name: NameParts | null): EnterpriseFound {
  const entry = index.byUscc.get(uscc)
  const named = name ? namedEntries(index, name) : []
  if (!entry) return named.length > 0 ? { kind: 'contradicts', name } : { kind: 'unknown', name }
  if (named.length > 0 && !named.includes(entry)) return { kind: 'contradicts', name }
  return { kind: 'one', name, entry, by: 'uscc', isCertain: true, isFormer: false }
}

/** Everybody a name could mean, by the strongest likeness that anybody has: whole name, decision, former name, core. */
function namedEntries(index: RosterIndex, name: NameParts): readonly IndexedEntry[] {
  return (
    index.byStrict.get(name.strict) ??
    index.byAlias.get(name.strict) ??
    index.byFormerStrict.get(name.strict) ??
    index.byCore.get(name.core) ??
    []
  )
}

function byName(index: RosterIndex, name: NameParts): EnterpriseFound {
  const whole = index.byStrict.get(name.strict) ?? []
  const taught = index.byAlias.get(name.strict) ?? []
  if (taught.length > 1) return { kind: 'several', name, entries: taught }
  const [decided] = taught
  if (decided && whole.length > 0 && !whole.includes(decided)) return { kind: 'contradicts', name }
  if (whole.length > 1 && !decided) return { kind: 'several', name, entries: whole }
  if (whole[0] && whole.length === 1) return one(name, whole[0], 'name', true)
  if (decided) return one(name, decided, 'alias', true)
  return byCoreOrFormer(index, name)
}

function one(name: NameParts, entry: IndexedEntry, by: 'name' | 'alias', isCertain: boolean): EnterpriseFound {
  return { kind: 'one', name, entry, by, isCertain, isFormer: false }
}

/** No entry is called so: the only one that was called so or has this core, unless company form or place say otherwise. */
function byCoreOrFormer(index: RosterIndex, name: NameParts): EnterpriseFound {
  const former = index.byFormerStrict.get(name.strict) ?? []
  const core = index.byCore.get(name.core) ?? []
  const claims = [...new Set([...former, ...core])]
  const [entry] = claims
  if (claims.length > 1) return { kind: 'several', name, entries: claims }
  if (!entry) return { kind: 'unknown', name }
  if (fits(index, name, entry.name, entry)) return one(name, entry, 'name', false)
  const isFormer = former.length > 0 || entry.former.some((old) => fits(index, name, old, entry))
  return isFormer ? { kind: 'one', name, entry, by: 'name', isCertain: false, isFormer } : { kind: 'unknown', name }
}

function fits(index: RosterIndex, row: NameParts, name: NameParts, entry: IndexedEntry): boolean {
  return row.core !== '' && row.core === name.core && isCompatible(row, name, entry.entry.place, index.spelling)
}
