import { cleanText } from '@/domain/roster/cell-text'
import { readMobile } from '@/domain/roster/mobile'
import { hasCompoundSurname, isEnterpriseLike, isPersonLike } from './name-like'

/** One line of a 接龙 taken apart; null where the line has none. */
export interface JielongLine {
  number: string | null
  person: string | null
  enterprise: string | null
  /** As written, perhaps with a digit too few. */
  mobile: string | null
}

const NUMBER = /^[(（]?(\d{1,4})[)）]?\s*(?:[.、,:：)）](?!\d{1,3}(?!\d))|\s(?!年))\s*/u
const CIRCLED = /^\s*[①-⑳]/u
const MOBILE = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g
/** Digits that were meant for a mobile, or a fixed number. */
const OTHER_NUMBER = /(?<![\d\p{L}])(?:0\d{2,3}-)?\d{7,13}(?![\d\p{L}])/gu
const LABEL =
  /(?:姓名|名字|联系人|参加人员?|单位(?:名称)?|企业(?:名称)?|公司(?:名称)?|(?:联系)?电话|手机号?码?|联系方式|岗位|职务)\s*[:：]/gu
const SEPARATOR = /[\s,，、;；/|｜+:：—–_-]+/u
const NOISE = /^(?:已?报名|参加|收到|到场?|确认|接龙|经办人|负责人|财务|会计|出纳|总经理|经理|主管|\d+人|[男女])$/u

/**
 * Takes a line such as '12. 张示例 示例精工 13900000001' apart: number, name and enterprise in either order, mobile.
 *
 * @returns 'unclear' when it could be read in two ways (two names and no enterprise, two mobiles, a part too many); 'nothing' when
 * nothing but a number or marks is there
 */
export function readJielongLine(raw: string): JielongLine | 'unclear' | 'nothing' {
  const isCircled = CIRCLED.test(raw)
  const text = cleanText(isCircled ? raw.replace(/^\s*(.)/u, '$1 ') : raw)
  const number = NUMBER.exec(text)
  const rest = (number ? text.slice(number[0].length) : text).replace(LABEL, ' ')
  const mobiles = rest.match(MOBILE) ?? []
  const without = rest.replace(MOBILE, ' ')
  const others = without.match(OTHER_NUMBER) ?? []
  if (mobiles.length + others.length > 1) return 'unclear'
  const parts = without
    .replace(OTHER_NUMBER, ' ')
    .split(SEPARATOR)
    .map((part) => part.replace(/^[^\p{L}\p{N}([]+|[^\p{L}\p{N})\]]+$/gu, ''))
    .filter((part) => /[\p{L}\p{N}]/u.test(part) && !NOISE.test(part))
  const mobile = mobileOf(mobiles[0] ?? others[0])
  if (parts.length === 0)
    return mobile ? { number: number?.[1] ?? null, person: null, enterprise: null, mobile } : 'nothing'
  const who = personAndEnterprise(parts)
  return who ? { number: number?.[1] ?? null, ...who, mobile } : 'unclear'
}

/** Eleven digits when it is one, else as written. */
function mobileOf(written: string | undefined): string | null {
  if (written === undefined) return null
  const mobile = readMobile(written)
  return mobile.ok ? mobile.value : written
}

/** Which part is the person and which the enterprise; null when that would be a guess. */
function personAndEnterprise(parts: readonly string[]): Pick<JielongLine, 'person' | 'enterprise'> | null {
  const kinds = parts.map((part) => ({ part, kind: kindOf(part) }))
  const of = (kind: Kind) => kinds.filter((one) => one.kind === kind)
  const [people, enterprises, either] = [of('person'), of('enterprise'), of('either')]
  if (of('neither').length > 0 || people.length > 1 || enterprises.length > 1 || either.length > 1) return null
  const [open] = either
  const person = people[0]?.part ?? null
  const enterprise = enterprises[0]?.part ?? null
  if (!open) return { person: person && withoutRemark(person), enterprise }
  if (person && !enterprise) return { person: withoutRemark(person), enterprise: open.part }
  if (enterprise && !person) return { person: withoutRemark(open.part), enterprise }
  return null
}

type Kind = 'person' | 'enterprise' | 'either' | 'neither'

function kindOf(part: string): Kind {
  const isPerson = isPersonLike(withoutRemark(part))
  const isEnterprise = isEnterpriseLike(part)
  if (isPerson && isEnterprise) {
    const bare = withoutRemark(part)
    return [...bare].length < 4 || hasCompoundSurname(bare) ? 'person' : 'either'
  }
  if (isPerson) return 'person'
  return isEnterprise ? 'enterprise' : 'neither'
}

/** '张示例(财务)' → '张示例'. */
function withoutRemark(part: string): string {
  return part.replace(/[([（][^()（）[\]]*[)\]）]$/u, '')
}
