import type { SeededRandom } from '@/domain/labs/seeded-random'
import { enterpriseKeys } from '@/domain/matching/enterprise-keys'
import type { MatchEntry, MatchHolder, MatchRequest } from '@/domain/matching/match'
import { personKey } from '@/domain/matching/person-key'
import type { Spelling } from '@/domain/matching/spelling'
import {
  freshMobile,
  type InventedRoster,
  inventedName,
  inventedPerson,
  oneOf,
  soundAlike,
  twinName,
  withoutPlace,
} from './invented-roster'
import { otherSpelling, slip, traditional, wrongDigit } from './slips'

/** What happened to a row on its way, and how often in a hundred. */
const KINDS = {
  untouched: 26,
  'other spelling': 10,
  'short name': 4,
  'old name': 5,
  'slip in the enterprise': 10,
  'slip in the person': 8,
  'homophone in the enterprise': 4,
  'homophone in the person': 4,
  'two slips': 3,
  'swapped phones': 5,
  'one wrong digit': 5,
  'new number': 3,
  'code of another': 1,
  'parts missing': 6,
  'person not on the roster': 3,
  'enterprise not on the roster': 3,
} as const
export type Damage = keyof typeof KINDS

/** A row as an office would have it, with the truth: null when whoever it is about is not on the roster. */
export interface DamagedRow {
  damage: Damage
  /** The person's mobile is in the row as it should be. */
  hasOwnMobile: boolean
  request: MatchRequest
  personId: string | null
  /** The entry the person filled it in for; null when the enterprise is not on the roster. */
  entryId: string | null
}

/** `count` rows about people of the roster and a few others, with the slips people make. Mobiles are their own keys. */
export function damagedRows(
  random: SeededRandom,
  roster: InventedRoster,
  spelling: Spelling,
  count: number,
): DamagedRow[] {
  const lottery = (Object.keys(KINDS) as Damage[]).flatMap((kind) => Array<Damage>(KINDS[kind]).fill(kind))
  const taken = new Set(
    roster.entries.flatMap(({ name, formerNames }) =>
      [name, ...formerNames].map((one) => enterpriseKeys(one, spelling).strict),
    ),
  )
  const rows = Array.from({ length: count }, () => {
    const entry = oneOf(random, roster.entries)
    return new RowMaker(random, roster, spelling, taken, entry, oneOf(random, entry.holders)).make(
      oneOf(random, lottery),
    )
  })
  swapPhones(rows)
  return rows
}

/** Two neighbours of their kind exchange numbers, as when a column was sorted by itself; a number of one's own is no swap. */
function swapPhones(rows: DamagedRow[]): void {
  const swapped = rows.filter(({ damage, request }) => damage === 'swapped phones' && request.mobileKey)
  for (let at = 0; at + 1 < swapped.length; at += 2) {
    const [one, other] = [swapped[at] as DamagedRow, swapped[at + 1] as DamagedRow]
    const mobileKey = one.request.mobileKey
    one.hasOwnMobile = false
    other.hasOwnMobile = false
    one.request = { ...one.request, mobileKey: other.request.mobileKey }
    other.request = { ...other.request, mobileKey }
  }
}

class RowMaker {
  constructor(
    private readonly random: SeededRandom,
    private readonly roster: InventedRoster,
    private readonly spelling: Spelling,
    /** Every name on the roster, present or former, in comparison form. */
    private readonly taken: ReadonlySet<string>,
    private readonly entry: MatchEntry,
    private readonly holder: MatchHolder,
  ) {}

  make(damage: Damage): DamagedRow {
    const { random, entry, holder } = this
    // What the sheet asks for: most have name, enterprise and mobile; some no mobile; some the code as well.
    const sheet = random.between(1, 10)
    const clean: MatchRequest = {
      uscc: sheet > 8 ? entry.uscc : null,
      enterprise: entry.name,
      person: holder.name,
      mobileKey: sheet < 7 || sheet > 9 ? (holder.mobileKey ?? freshMobile(random, this.roster.mobiles)) : null,
    }
    const request = { ...clean, ...this.change(damage, clean) }
    const isStranger = damage === 'person not on the roster' || damage === 'enterprise not on the roster'
    return {
      damage,
      hasOwnMobile: request.mobileKey !== null && request.mobileKey === holder.mobileKey,
      request,
      personId: isStranger ? null : holder.personId,
      entryId: damage === 'enterprise not on the roster' ? null : entry.entryId,
    }
  }

  private change(damage: Damage, row: MatchRequest): Partial<MatchRequest> {
    const { random, entry, holder } = this
    const [enterprise, person] = [entry.name, holder.name]
    switch (damage) {
      case 'untouched':
      case 'swapped phones':
        return {}
      case 'other spelling':
        return { enterprise: otherSpelling(random, enterprise), person: traditional(person) }
      case 'short name':
        return {
          enterprise: withoutPlace(enterprise).replace(/(?:股份)?有限公司$/, ''),
        }
      case 'old name':
        return { enterprise: entry.formerNames[0] ?? enterprise }
      case 'slip in the enterprise':
        return { enterprise: slip(random, enterprise) }
      case 'slip in the person':
        return { person: slip(random, person) }
      case 'homophone in the enterprise':
        return { enterprise: soundAlike(random, enterprise) }
      case 'homophone in the person':
        return { person: soundAlike(random, person) }
      case 'two slips':
        return { enterprise: slip(random, enterprise), person: slip(random, person) }
      case 'one wrong digit':
        return row.mobileKey ? { mobileKey: wrongDigit(random, row.mobileKey) } : {}
      case 'new number':
        return { mobileKey: freshMobile(random, this.roster.mobiles) }
      case 'code of another':
        return { uscc: this.codeOfAnother() }
      case 'parts missing':
        return this.withoutParts()
      case 'person not on the roster':
        return { person: this.stranger(), mobileKey: freshMobile(random, this.roster.mobiles) }
      case 'enterprise not on the roster':
        return { ...this.elsewhere(), uscc: null, mobileKey: freshMobile(random, this.roster.mobiles) }
    }
  }

  private withoutParts(): Partial<MatchRequest> {
    const parts = this.random.sample(['enterprise', 'person', 'mobileKey', 'uscc'] as const, this.random.between(1, 3))
    return Object.fromEntries(parts.map((part) => [part, null]))
  }

  /** Somebody whose name nobody at the enterprise has: else nobody could say who is meant. */
  private stranger(): string {
    const taken = new Set(this.entry.holders.map(({ name }) => personKey(name, this.spelling)))
    const name = this.random.chance(30) ? soundAlike(this.random, this.holder.name) : inventedPerson(this.random)
    return taken.has(personKey(name, this.spelling)) ? this.stranger() : name
  }

  /** The code of a row above or below: worst where somebody of the same name holds a seat. */
  private codeOfAnother(): string {
    const { random, entry, holder, roster } = this
    const worst = roster.entries.filter(
      (one) =>
        one !== entry && one.holders.some(({ name, personId }) => name === holder.name && personId !== holder.personId),
    )
    return oneOf(random, worst.length > 0 && random.chance(70) ? worst : roster.entries).uscc
  }

  /**
   * An enterprise of a name that no entry has or had, with people of its own: a new one, one a slip away, or the twin of an entry
   * (other company form, other county) whose head is called like somebody of that entry and writes their own number.
   */
  private elsewhere(): Pick<MatchRequest, 'enterprise' | 'person'> {
    const { random, taken, spelling, entry, holder } = this
    const county =
      ['鄞州', '海曙', '象山', '余姚'].find((one) => !entry.place.includes(one) && !entry.name.includes(one)) ?? ''
    const twin = twinName(random, entry.name, county)
    const isShort = random.chance(30) && holder.mobileKey !== null
    if (random.chance(40) && !taken.has(enterpriseKeys(twin, spelling).strict))
      return { enterprise: isShort ? withoutPlace(twin).replace(/(?:股份)?有限公司$/, '') : twin, person: holder.name }
    return this.unheardOf()
  }

  private unheardOf(): Pick<MatchRequest, 'enterprise' | 'person'> {
    const { random, spelling } = this
    const name = random.chance(50)
      ? soundAlike(random, this.entry.name)
      : inventedName(random, oneOf(random, ['宁波', '象山', '']))
    const isTaken = this.taken.has(enterpriseKeys(name, spelling).strict)
    return isTaken ? this.unheardOf() : { enterprise: name, person: inventedPerson(random) }
  }
}
