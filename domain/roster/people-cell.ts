import { cleanText, looksScientific } from './cell-text'
import { readMobile } from './mobile'
import { readPersonName } from './person-name'

/** What the roster says about one person of an enterprise. */
export interface PersonMention {
  name: string
  mobile: string | null
  post: string | null
  delegation: 'DELEGATED_HEAD' | 'BOOKKEEPING_AGENCY' | null
}

export type PeopleProblem =
  | 'person-name'
  | 'person-name-missing'
  | 'mobile-lost'
  | 'mobile-landline'
  | 'mobile-pattern'
  | 'mobiles-and-names-differ'

export interface PeopleReading {
  people: PersonMention[]
  problems: { code: PeopleProblem; found: string; part: 'name' | 'mobile' }[]
}

const SEPARATOR = /[\n\r;；、，,/／|｜]+|\s{1,}(?=\p{Script=Han}{2,4}\s*[:：(（]?\s*\+?\d)|(?<=1[3-9]\d{9})\s+/u
const MOBILE_IN_TEXT = /(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/
const BOOKKEEPING = /代账|代理记账|代记账|会计公司|记账公司/
const DELEGATED = /受托|委托/

/**
 * Reads the people of one seat group from its cells. Each cell may hold several people (lines, 、 ； / ,), and a name
 * cell may also hold the telephone ('张三 13800138000', '张三（13800138000）') or a role ('李四（代账）').
 *
 * Names and mobiles in separate cells are paired in order when their numbers agree; otherwise nothing is guessed and
 * 'mobiles-and-names-differ' says so. A fixed number is a warning and leaves the mobile empty.
 */
export function readPeople(cells: { name: string; mobile: string; post: string; flag?: string }): PeopleReading {
  const names = split(cells.name).map(apart)
  const mobiles = split(cells.mobile)
  const posts = split(cells.post)
  const problems: PeopleReading['problems'] = []
  if (names.length === 0) {
    const stray = mobiles.filter((text) => readMobile(text).ok || looksScientific(text))
    if (stray.length > 0) problems.push({ code: 'person-name-missing', found: stray.join(' '), part: 'name' })
    return { people: [], problems }
  }
  if (mobiles.length > 0 && mobiles.length !== names.length) {
    problems.push({ code: 'mobiles-and-names-differ', found: `${names.length} / ${mobiles.length}`, part: 'mobile' })
    return { people: [], problems }
  }
  const people = names.flatMap((one, i) => {
    const post = posts.length === names.length ? posts[i] : posts.length === 1 ? posts[0] : cleanText(cells.post)
    const mention = readOne(one, mobiles[i] ?? '', post ?? '', cells.flag ?? '', problems)
    return mention ? [mention] : []
  })
  return { people, problems }
}

/** The parts of a cell that holds several people; blanks and a lone dash are none. */
function split(text: string): string[] {
  const spaced = text.replace(/[\u3000\u00A0]/g, ' ').normalize('NFKC')
  return spaced
    .split(SEPARATOR)
    .map((part) => cleanText(part))
    .filter((part) => part !== '' && !/^[-—无]+$/u.test(part))
}

/** '李四(代账) 13800138000' → name, mobile within, and the remark in brackets. */
function apart(text: string): { name: string; mobile: string; remark: string } {
  const mobile = MOBILE_IN_TEXT.exec(text)?.[0] ?? ''
  const longNumber = mobile === '' ? (/[+\d][\d -]{6,}$/.exec(text)?.[0] ?? '') : ''
  const rest = text
    .replace(mobile || longNumber, '')
    .replace(/(?:手机|电话|联系方式|Tel|Mobile)\s*[:：]?/giu, '')
    .trim()
  const remark = [...rest.matchAll(/\(([^)]*)\)/g)].map((match) => match[1]).join(' ')
  const name = rest.replace(/\([^)]*\)?/g, '').replace(/^[:：\s]+|[:：\s-]+$/gu, '')
  return { name: cleanText(name), mobile: (mobile || longNumber).trim(), remark }
}

function readOne(
  one: { name: string; mobile: string; remark: string },
  mobileText: string,
  post: string,
  flag: string,
  problems: PeopleReading['problems'],
): PersonMention | null {
  const name = readPersonName(one.name)
  if (!name.ok) {
    if (name.problem !== 'empty') problems.push({ code: 'person-name', found: name.found, part: 'name' })
    else if (one.mobile || mobileText)
      problems.push({ code: 'person-name-missing', found: one.mobile || mobileText, part: 'name' })
    return null
  }
  const mobile = readMobile(mobileText || one.mobile)
  if (!mobile.ok && mobile.problem !== 'empty')
    problems.push({ code: `mobile-${mobile.problem}`, found: mobile.found, part: 'mobile' })
  const said = `${one.remark} ${post} ${flag}`
  return {
    name: name.value,
    mobile: mobile.ok ? mobile.value : null,
    post: cleanText(post) || null,
    delegation: BOOKKEEPING.test(said) ? 'BOOKKEEPING_AGENCY' : DELEGATED.test(said) ? 'DELEGATED_HEAD' : null,
  }
}
