import { type EnterpriseFound, findEnterprise } from './find-enterprise'
import type { Match, MatchedBy, MatchRequest, QueueReason } from './match'
import { namesakesNearby } from './namesakes'
import { isAlike, personKey } from './person-key'
import { type IndexedHolder, pairKey, type RosterIndex } from './roster-index'

/** What the steps below share about one row. */
interface Row {
  index: RosterIndex
  mobileKey: string | null
  /** Key of the person's name, or null. */
  person: string | null
  found: EnterpriseFound
}

/**
 * The person of the roster that one row of somebody else's sheet is about, or the question it leaves.
 *
 * In this order: code, mobile, enterprise and person's name, a decision remembered. Nobody is ever matched by likeness, and
 * whatever contradicts itself is left to an officer with the reason. Deterministic; independent of the order of the roster.
 * Source: docs/domain/matching.md.
 */
export function matchRow(index: RosterIndex, request: MatchRequest): Match {
  const found = findEnterprise(index, request)
  const person = request.person ? personKey(request.person, index.spelling) || null : null
  const row: Row = { index, mobileKey: request.mobileKey, person, found }
  if (found.kind === 'none' && !person && !request.mobileKey) return queued(row, 'nothing-to-go-by')
  if (found.kind === 'contradicts') return queued(row, 'enterprise-contradicts')
  const owned = request.mobileKey ? (index.byMobile.get(request.mobileKey) ?? []) : []
  const [owner] = owned
  if (!owner) return person ? byName(row, person) : queued(row, ...enterpriseReasons(row), 'person-missing')
  if (owned.some(({ holder }) => holder.personId !== owner.holder.personId)) return queued(row, 'person-several')
  return person ? byMobileAndName(row, owned, owner, person) : byMobileAlone(row, owned, owner)
}

/** The number is known. With the same name it is that person, unless a namesake at the enterprise written may be meant. */
function byMobileAndName(row: Row, owned: readonly IndexedHolder[], owner: IndexedHolder, person: string): Match {
  const here = holdingHere(row, owned)
  if (owner.key !== person) {
    const isTaught = taught(row, person).some(({ holder }) => holder.personId === owner.holder.personId)
    return isTaught ? matched(here ?? owner, 'alias') : queued(row, 'mobile-of-other')
  }
  if (here) return matched(here, row.found.kind === 'one' && row.found.by === 'uscc' ? 'uscc' : 'mobile')
  if (namesakesNearby(row.index, person, row.found, owner.holder.personId).length > 0)
    return queued(row, 'mobile-of-other')
  return matched(owner, 'mobile')
}

/** Nothing but the number names the person: the enterprise, when one is written, must be theirs. */
function byMobileAlone(row: Row, owned: readonly IndexedHolder[], owner: IndexedHolder): Match {
  const here = holdingHere(row, owned)
  if (here) return matched(here, row.found.kind === 'one' && row.found.by === 'uscc' ? 'uscc' : 'mobile')
  if (row.found.kind === 'none') return matched(owner, 'mobile')
  return row.found.kind === 'one'
    ? queued(row, 'enterprise-contradicts')
    : queued(row, ...enterpriseReasons(row), 'person-missing')
}

function holdingHere({ found }: Row, owned: readonly IndexedHolder[]): IndexedHolder | undefined {
  if (found.kind === 'one') return owned.find(({ at }) => at === found.entry)
  return found.kind === 'several' ? owned.find(({ at }) => found.entries.includes(at)) : undefined
}

/** The number is unknown or missing: enterprise and name must lead to exactly one holder, with nobody like them beside. */
function byName(row: Row, person: string): Match {
  const decided = byDecision(row, person)
  if (decided) return decided
  const { found } = row
  if (found.kind !== 'one') return queued(row, ...enterpriseReasons(row))
  const same = distinct(found.entry.holders.filter(({ key }) => key === person))
  const [holder] = same
  if (!holder)
    return queued(row, 'person-unknown', ...(found.entry.holders.length === 0 ? ['seat-vacant' as const] : []))
  if (same.length > 1) return queued(row, 'person-several')
  if (isAnybodyAlike(row, holder) || isOtherNumber(row, holder)) return queued(row, 'person-alike')
  if (!isNameless(row) && namesakesNearby(row.index, person, found, holder.holder.personId).length > 0)
    return queued(row, 'enterprise-several')
  return matched(holder, found.by)
}

/** A code without a name beside it leaves no room for a slip in the name. */
function isNameless({ found }: Row): boolean {
  return found.kind === 'one' && found.name === null
}

function isAnybodyAlike({ index, found }: Row, holder: IndexedHolder): boolean {
  const others = found.kind === 'one' ? found.entry.holders : []
  return others.some(
    (other) => other.holder.personId !== holder.holder.personId && isAlike(other.key, holder.key, index.spelling),
  )
}

/** People change numbers: a new one is believed only where the enterprise is beyond doubt. */
function isOtherNumber({ mobileKey, found }: Row, { holder }: IndexedHolder): boolean {
  const isCertain = found.kind === 'one' && found.isCertain
  return mobileKey !== null && holder.mobileKey !== null && holder.mobileKey !== mobileKey && !isCertain
}

/** What an officer decided about this spelling of a person at this spelling of an enterprise, or at this enterprise. */
function taught({ index, found }: Row, person: string): readonly IndexedHolder[] {
  if (found.kind === 'none') return []
  const bySpelling = found.name ? (index.byPairAlias.get(pairKey(found.name.strict, person)) ?? []) : []
  const byEnterprise =
    found.kind === 'one' ? (index.byPairAlias.get(pairKey(found.entry.entry.enterpriseId, person)) ?? []) : []
  return [...new Set([...bySpelling, ...byEnterprise])]
}

function byDecision(row: Row, person: string): Match | null {
  const decisions = taught(row, person)
  const [holder] = decisions
  if (!holder) return null
  if (distinct(decisions).length > 1) return queued(row, 'person-several')
  const { found } = row
  if (found.kind === 'one' && found.isCertain && found.entry !== holder.at) return queued(row, 'enterprise-contradicts')
  const others = holder.at.holders.filter(({ holder: other }) => other.personId !== holder.holder.personId)
  if (others.some(({ key }) => key === person)) return queued(row, 'person-alike')
  return matched(holder, 'alias')
}

function distinct(holders: readonly IndexedHolder[]): IndexedHolder[] {
  return holders.filter((one, i) => holders.findIndex((other) => other.holder.personId === one.holder.personId) === i)
}

function enterpriseReasons({ found }: Row): QueueReason[] {
  if (found.kind === 'one') return []
  return [found.kind === 'several' ? 'enterprise-several' : 'enterprise-unknown']
}

function matched({ holder, at }: IndexedHolder, by: MatchedBy): Match {
  return { kind: 'matched', by, entryId: at.entry.entryId, personId: holder.personId }
}

function queued({ found }: Row, ...reasons: QueueReason[]): Match {
  return {
    kind: 'queued',
    reasons,
    entryId: found.kind === 'one' && found.isCertain ? found.entry.entry.entryId : null,
  }
}
