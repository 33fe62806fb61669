import type { SeededRandom } from '@/domain/labs/seeded-random'
import type { MatchEntry, MatchHolder } from '@/domain/matching/match'
import { makeUscc } from '@/domain/roster/uscc'

/** Characters that are mistaken for one another: by sound or by look. Names are made of them, so that slips hit other names. */
export const LIKE_GROUPS = [
  '江姜将',
  '澄成诚',
  '川穿船',
  '青清轻',
  '屿宇雨',
  '望旺往',
  '春椿纯',
  '云芸匀',
  '海诲晦',
  '晖辉挥',
  '伟玮炜',
  '静婧靖',
  '明铭鸣',
  '丽莉俐',
  '华桦骅',
  '军君钧',
  '陈程谌',
  '张章彰',
  '王汪万',
  '林临琳',
] as const

export const PLACES = ['宁波市', '宁波', '浙江', '鄞州', '鄞州区', '海曙', '象山', '余姚'] as const
const COUNTIES = [
  ['鄞州区 下应街道', '鄞州'],
  ['海曙区 高桥镇', '海曙'],
  ['象山县 石浦镇', '象山'],
  ['余姚市 泗门镇', '余姚'],
] as const
const BRAND = [...LIKE_GROUPS.slice(0, 10).join('')]
const TRADES = ['精密机械', '精工', '新材料', '电子', '电子科技', '科技', '机械', '智能装备', '塑料', '五金'] as const
const FORMS = ['有限公司', '有限公司', '有限公司', '有限公司', '股份有限公司'] as const
const SURNAMES = [...'陈程张章王汪林临周李吴徐']
const GIVEN = [...LIKE_GROUPS.slice(10, 16).join('')]

export interface InventedRoster {
  entries: MatchEntry[]
  /** Mobiles already given to somebody. */
  mobiles: Set<string>
}

/** One of a long list, without copying it. */
export function oneOf<T>(random: SeededRandom, list: readonly T[]): T {
  return list[random.between(0, list.length - 1)] as T
}

export function inventedName(random: SeededRandom, place: string): string {
  const brand = `${oneOf(random, BRAND)}${oneOf(random, BRAND)}`
  return `${place}示例${brand}${oneOf(random, TRADES)}${oneOf(random, FORMS)}`
}

export function inventedPerson(random: SeededRandom): string {
  const given = oneOf(random, GIVEN) + (random.chance(55) ? oneOf(random, GIVEN) : '')
  return oneOf(random, SURNAMES) + given
}

/** A number nobody has yet; not entered among the known ones. */
export function freshMobile(random: SeededRandom, mobiles: ReadonlySet<string>): string {
  const mobile = `19${String(random.between(0, 999_999_999)).padStart(9, '0')}`
  return mobiles.has(mobile) ? freshMobile(random, mobiles) : mobile
}

/**
 * A roster in which everything that confuses is common: names a slip apart, twins of 有限 and 股份, one name in two counties, old
 * names (some of them another's present one), namesakes all over, colleagues who sound the same, bookkeepers of many enterprises.
 */
export function inventedRoster(random: SeededRandom, size: number): InventedRoster {
  const entries: MatchEntry[] = []
  const mobiles = new Set<string>()
  const names = new Set<string>()
  let people = 0
  const person = (name: string, seatKind: MatchHolder['seatKind']): MatchHolder => {
    const mobileKey = random.chance(90) ? freshMobile(random, mobiles) : null
    if (mobileKey) mobiles.add(mobileKey)
    people += 1
    return { personId: `person-${String(people).padStart(6, '0')}`, name, mobileKey, seatKind }
  }
  const agents = Array.from({ length: Math.ceil(size / 40) }, () => person(inventedPerson(random), 'CLERK'))
  while (entries.length < size) {
    const [place, county] = oneOf(random, COUNTIES)
    const earlier = entries.length > 0 && random.chance(8) ? oneOf(random, entries) : null
    const name = earlier
      ? twinName(random, earlier.name, county)
      : inventedName(random, oneOf(random, PREFIXES(county)))
    // The same whole name twice is rare, but rosters have it.
    if (names.has(name) && !random.chance(1)) continue
    names.add(name)
    // Twins are often of one family, and their heads called the same.
    const head = person((random.chance(30) && earlier?.holders[0]?.name) || inventedPerson(random), 'HEAD')
    const colleague = random.chance(8) ? soundAlike(random, head.name) : inventedPerson(random)
    const holders = [head]
    if (random.chance(75)) holders.push(person(colleague, 'CLERK'))
    if (random.chance(20)) holders.push(person(inventedPerson(random), 'CLERK'))
    if (random.chance(15)) holders.push(oneOf(random, agents))
    const no = entries.length + 1
    entries.push({
      entryId: `entry-${no}`,
      enterpriseId: `enterprise-${no}`,
      uscc: makeUscc('330212', no * 7919),
      name,
      formerNames: random.chance(10) ? [formerName(random, entries, county)] : [],
      place,
      holders,
    })
  }
  return { entries, mobiles }
}

const PREFIXES = (county: string) => ['宁波', '宁波', '宁波市', '', county]

/** The same name with another company form, or before another county. */
export function twinName(random: SeededRandom, name: string, county: string): string {
  if (random.chance(50)) return `${county}${withoutPlace(name)}`
  return name.endsWith('股份有限公司')
    ? name.replace('股份有限公司', '有限公司')
    : name.replace('有限公司', '股份有限公司')
}

export function withoutPlace(name: string): string {
  return name.replace(/^(?:宁波市?|鄞州|海曙|象山|余姚)/, '')
}

function formerName(random: SeededRandom, entries: readonly MatchEntry[], county: string): string {
  return entries.length > 0 && random.chance(15)
    ? oneOf(random, entries).name
    : inventedName(random, oneOf(random, ['宁波', '', county]))
}

/** A name of the same sound or look: one character exchanged within its group. */
export function soundAlike(random: SeededRandom, text: string): string {
  const characters = [...text]
  const open = characters.flatMap((character, at) => (groupOf(character) ? [at] : []))
  const at = open.length > 0 ? oneOf(random, open) : -1
  const group = [...(groupOf(characters[at] ?? '') ?? '')].filter((other) => other !== characters[at])
  if (at >= 0) characters[at] = oneOf(random, group)
  return characters.join('')
}

function groupOf(character: string): string | undefined {
  return character === '' ? undefined : LIKE_GROUPS.find((group) => group.includes(character))
}
