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
  LIKE_GROUPS,
  oneOf,
  soundAlike,
} from './invented-roster'

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
        return { enterprise: this.otherSpelling(enterprise), person: this.traditional(person) }
      case 'short name':
        return {
          enterprise: enterprise.replace(/^(?:宁波市?|鄞州|海曙|象山|余姚)/, '').replace(/(?:股份)?有限公司$/, ''),
        }
      case 'old name':
        return { enterprise: entry.formerNames[0] ?? enterprise }
      case 'slip in the enterprise':
        return { enterprise: this.slip(enterprise) }
      case 'slip in the person':
        return { person: this.slip(person) }
      case 'homophone in the enterprise':
        return { enterprise: soundAlike(random, enterprise) }
      case 'homophone in the person':
        return { person: soundAlike(random, person) }
      case 'two slips':
        return { enterprise: this.slip(enterprise), person: this.slip(person) }
      case 'one wrong digit':
        return row.mobileKey ? { mobileKey: this.wrongDigit(row.mobileKey) } : {}
      case 'new number':
        return { mobileKey: freshMobile(random, this.roster.mobiles) }
      case 'code of another':
        return { uscc: oneOf(random, this.roster.entries).uscc }
      case 'parts missing':
        return this.withoutParts()
      case 'person not on the roster':
        return { person: this.stranger(), mobileKey: freshMobile(random, this.roster.mobiles) }
      case 'enterprise not on the roster':
        return { ...this.elsewhere(), uscc: null, mobileKey: freshMobile(random, this.roster.mobiles) }
    }
  }

  /** A character swapped with its neighbour, dropped, doubled, or taken for one like it (else for any other). */
  private slip(text: string): string {
    const { random } = this
    const characters = [...text]
    const at = random.between(0, characters.length - 1)
    const kind = random.between(1, 4)
    if (kind === 1 && at > 0) characters.splice(at - 1, 2, characters[at] ?? '', characters[at - 1] ?? '')
    else if (kind === 2) characters.splice(at, 1)
    else if (kind === 3) characters.splice(at, 0, characters[at] ?? '')
    else {
      const group = LIKE_GROUPS.find((one) => one.includes(characters[at] ?? '?')) ?? oneOf(random, LIKE_GROUPS)
      characters[at] = oneOf(random, [...group])
    }
    return characters.join('')
  }

  private otherSpelling(name: string): string {
    const { random } = this
    const changes: ((text: string) => string)[] = [
      (text) => text.replace('示例', '（示例）'),
      (text) => text.replace('有限公司', '有限责任公司').replace('股份有限责任公司', '股份公司'),
      (text) => text.replace(/^宁波(?!市)/, '宁波市').replace(/^鄞州(?!区)/, '鄞州区'),
      (text) => [...text].join(' '),
      (text) => this.traditional(text),
      (text) => text.replace(/^(宁波)市?(示例..)/, '$2（$1）'),
      (text) => (text.startsWith('示例') ? `宁波${text}` : `浙江省${text}`),
    ]
    return random.sample(changes, random.between(1, 2)).reduce((text, change) => change(text), name)
  }

  private traditional(text: string): string {
    const forms: Record<string, string> = {
      宁: '寧',
      鄞: '鄞',
      张: '張',
      陈: '陳',
      华: '華',
      军: '軍',
      伟: '偉',
      静: '靜',
      丽: '麗',
      机: '機',
      电: '電',
      诚: '誠',
      轻: '輕',
      将: '將',
      云: '雲',
      辉: '輝',
    }
    return [...text].map((character) => forms[character] ?? character).join('')
  }

  private wrongDigit(mobile: string): string {
    const at = this.random.between(2, mobile.length - 1)
    const digit = (Number(mobile[at]) + this.random.between(1, 9)) % 10
    return `${mobile.slice(0, at)}${digit}${mobile.slice(at + 1)}`
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

  /** An enterprise of a name that no entry has or had, with people of its own. */
  private elsewhere(): Pick<MatchRequest, 'enterprise' | 'person'> {
    const { random, spelling } = this
    const name = random.chance(50)
      ? soundAlike(random, this.entry.name)
      : inventedName(random, oneOf(random, ['宁波', '象山', '']))
    const isTaken = this.taken.has(enterpriseKeys(name, spelling).strict)
    return isTaken ? this.elsewhere() : { enterprise: name, person: inventedPerson(random) }
  }
}
