import { editDistance } from '@/domain/regions/edit-distance'
import { type NameParts, nameParts } from './enterprise-keys'
import { type EnterpriseFound, findEnterprise } from './find-enterprise'
import type { MatchCandidate, MatchRequest } from './match'
import { nameLikeness, nearPositions } from './near-names'
import { personKey, soundsSame } from './person-key'
import type { IndexedEntry, IndexedHolder, RosterIndex } from './roster-index'
import type { Spelling } from './spelling'

type Because = MatchCandidate['because'][number]

interface Likeness {
  likeness: number
  because: readonly Because[]
}
const UNLIKE: Likeness = { likeness: 0, because: [] }

/** Below this nothing is worth showing. */
const LEAST_LIKENESS = 0.25
/** A name borne by more people says nothing by itself. */
const MOST_NAMESAKES = 40
/** How much of a name must agree before its entry is suggested. */
const LEAST_NAME_LIKENESS = 0.5
/** Weights of the enterprise, the person's name and the number in a candidate's likeness. */
const WEIGHT = { enterprise: 0.55, person: 0.35, mobile: 0.3 }

/**
 * Whom a row may be about, for an officer to choose from: never a match by itself.
 *
 * @param most how many at most
 * @returns the likeliest first, each entry with its likely person (null when nobody there is like the row's); ties in the
 * order of codes. Empty when nothing is like it.
 */
export function candidatesFor(index: RosterIndex, request: MatchRequest, most: number): MatchCandidate[] {
  const search = new CandidateSearch(index, request)
  return search.all().slice(0, Math.max(0, most))
}

class CandidateSearch {
  private readonly found: EnterpriseFound
  private readonly name: NameParts | null
  private readonly person: string | null
  private readonly likenesses = new Map<string, Likeness>()
  private readonly byKey = new Map<string, MatchCandidate & { uscc: string }>()

  constructor(
    private readonly index: RosterIndex,
    private readonly request: MatchRequest,
  ) {
    this.found = findEnterprise(index, request)
    this.name = request.enterprise ? nameParts(request.enterprise, index.spelling) : null
    this.person = request.person ? personKey(request.person, index.spelling) : null
  }

  all(): MatchCandidate[] {
    for (const { holder, at } of this.owners())
      this.add(
        at,
        at.holders.filter((one) => one.holder === holder),
      )
    for (const entry of this.entries()) this.addEntry(entry)
    for (const holder of this.namesakes()) this.add(holder.at, [holder])
    return [...this.byKey.values()]
      .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
      .sort((a, b) => b.likeness - a.likeness || compare(a.uscc, b.uscc) || compare(a.personId ?? '', b.personId ?? ''))
      .map(({ uscc: _, ...candidate }) => candidate)
  }

  private owners(): readonly IndexedHolder[] {
    return this.request.mobileKey ? (this.index.byMobile.get(this.request.mobileKey) ?? []) : []
  }

  /** Everybody of the same name, when they are few. */
  private namesakes(): readonly IndexedHolder[] {
    const all = this.person ? (this.index.byPerson.get(this.person) ?? []) : []
    return all.length <= MOST_NAMESAKES ? all : []
  }

  private entries(): IndexedEntry[] {
    const { index, found, name, request } = this
    const sure = found.kind === 'one' ? [found.entry] : found.kind === 'several' ? found.entries : []
    const coded = request.uscc ? index.byUscc.get(request.uscc) : undefined
    const nearCoded = request.uscc && !coded ? nearCodes(index, request.uscc) : []
    const near = name ? nearPositions(index.grams(), name).flatMap((position) => index.entries[position] ?? []) : []
    return [...new Set([...sure, ...(coded ? [coded] : nearCoded), ...near])]
  }

  /** The enterprise itself is certain: everybody there. Else whoever there is like the row's person, or the entry alone. */
  private addEntry(entry: IndexedEntry): void {
    const isSure = this.found.kind === 'one' && this.found.entry === entry
    const alike = entry.holders.filter((holder) => this.personLikeness(holder).likeness > 0)
    if (alike.length > 0) this.add(entry, alike)
    if (isSure) this.add(entry, entry.holders)
    if (alike.length === 0 && !(isSure && entry.holders.length > 0)) this.add(entry, [null])
  }

  private add(entry: IndexedEntry, holders: readonly (IndexedHolder | null)[]): void {
    const enterprise = this.enterpriseLikeness(entry)
    for (const holder of holders) {
      const person = holder ? this.personLikeness(holder) : UNLIKE
      const isOwner = holder !== null && this.owners().includes(holder)
      const likeness =
        WEIGHT.enterprise * enterprise.likeness + WEIGHT.person * person.likeness + (isOwner ? WEIGHT.mobile : 0)
      const because: Because[] = [...enterprise.because, ...(isOwner ? (['mobile'] as const) : []), ...person.because]
      const { entryId, uscc } = entry.entry
      const personId = holder?.holder.personId ?? null
      if (because.length > 0)
        this.byKey.set(`${entryId} ${personId}`, { entryId, personId, uscc, likeness: Math.min(1, likeness), because })
    }
  }

  private enterpriseLikeness(entry: IndexedEntry): Likeness {
    const { found, name, request } = this
    if (found.kind === 'one' && found.entry === entry) return { likeness: 1, because: ['same-enterprise'] }
    const uscc = request.uscc && isCodeNear(request.uscc, entry.entry.uscc) ? 0.9 : 0
    const current = name ? nameLikeness(name, entry.name) : 0
    const former = name ? Math.max(0, ...entry.former.map((one) => nameLikeness(name, one))) : 0
    const likeness = Math.max(uscc, current, former)
    if (likeness < LEAST_NAME_LIKENESS) return UNLIKE
    const because: Because[] = []
    if (uscc > 0) because.push('uscc-near')
    if (former > current && former >= LEAST_NAME_LIKENESS) because.push('former-name')
    else if (current >= LEAST_NAME_LIKENESS) because.push('name-near')
    return { likeness, because }
  }

  /** Names come again in many entries and are compared once. */
  private personLikeness({ key }: IndexedHolder): Likeness {
    const known = this.likenesses.get(key)
    if (known) return known
    const likeness = this.person ? nameAlike(key, this.person, this.index.spelling) : UNLIKE
    this.likenesses.set(key, likeness)
    return likeness
  }
}

function nameAlike(key: string, person: string, spelling: Spelling): Likeness {
  if (key === person) return { likeness: 1, because: ['person-name'] }
  if (soundsSame(key, person, spelling)) return { likeness: 0.8, because: ['person-sounds'] }
  if (Math.abs(key.length - person.length) > 2 || editDistance(key, person) > 1) return UNLIKE
  return { likeness: [...person].length > 2 ? 0.7 : 0.5, because: ['person-near'] }
}

function nearCodes(index: RosterIndex, uscc: string): IndexedEntry[] {
  return index.entries.filter(({ entry }) => isCodeNear(uscc, entry.uscc))
}

/**
 * One slip apart, the check character aside, which follows the slip; or the same organisation under another division: the nine
 * characters before the check character are its own code.
 */
function isCodeNear(a: string, b: string): boolean {
  if (a.slice(8, 17) === b.slice(8, 17)) return true
  let differing = 0
  for (let i = 0; i < 17 && differing <= 2; i += 1) if (a[i] !== b[i]) differing += 1
  return differing <= 1 || (differing === 2 && editDistance(a.slice(0, 17), b.slice(0, 17)) === 1)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
