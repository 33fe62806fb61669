import 'server-only'
import { findEnterprise } from '@/domain/matching/find-enterprise'
import type { IndexedHolder, RosterIndex } from '@/domain/matching/roster-index'
import type { ResultEntry } from '@/domain/results/result-row'
import { enterpriseKeyOf, personKeyOf } from './row-matcher'

/** A spelling that a decision teaches; see NameAlias. */
export interface TaughtAlias {
  enterpriseKey: string
  /** '' = about the enterprise alone. */
  personKey: string
  enterpriseId: string
  personId: string | null
}

/**
 * What is learnt when an officer says whom a row is about. A name that is somebody else's on the roster teaches nothing: the row was
 * wrong, not the spelling.
 */
export function taughtAliases(index: RosterIndex, entry: ResultEntry, decided: IndexedHolder): TaughtAlias[] {
  const { enterpriseId } = decided.at.entry
  const enterpriseKey = enterpriseKeyOf(entry.enterprise, index.spelling)
  const personKey = personKeyOf(entry.person, index.spelling)
  const found = findEnterprise(index, entry)
  const isKnown = found.kind === 'one' && found.isCertain && found.entry === decided.at
  const isOthersName = (index.byStrict.get(enterpriseKey) ?? []).some((one) => one !== decided.at)
  const aliases: TaughtAlias[] = []
  if (enterpriseKey !== '' && !isKnown && !isOthersName)
    aliases.push({ enterpriseKey, personKey: '', enterpriseId, personId: null })
  const isNamesake = decided.at.holders.some((one) => one !== decided && one.key === personKey)
  const isSaid = enterpriseKey !== '' || entry.uscc !== null
  if (personKey !== '' && personKey !== decided.key && isSaid && !isNamesake && !isOthersName)
    aliases.push({ enterpriseKey, personKey, enterpriseId, personId: decided.holder.personId })
  return aliases
}
