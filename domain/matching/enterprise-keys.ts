import { cleanText } from '@/domain/roster/cell-text'
import type { Spelling } from './spelling'

/** An enterprise's name in comparison form, with what was taken off it. */
export interface NameParts {
  strict: string
  core: string
  /** Places before the name or in brackets, in their short form. */
  places: readonly string[]
  form: CompanyForm
}

/** '' = the name does not say, '公司' = it says only that it is one. */
export type CompanyForm = '' | '公司' | '有限公司' | '股份有限公司'

const ROUNDS = 8

/**
 * The two forms in which names of enterprises are compared.
 *
 * `strict`: width, case, brackets, spaces, dots and traditional forms do not matter, 有限责任公司 is 有限公司, 股份公司 is
 * 股份有限公司, 宁波市… is 宁波…. 有限公司 and 股份有限公司 stay apart, as they can be two firms.
 * `core`: also without places (before the name or in brackets) and without 有限公司 and its like; '' when fewer than two
 * characters are left. It only ever counts when it is one entry's alone.
 *
 * Both are idempotent. Never throws.
 */
export function enterpriseKeys(name: string, spelling: Spelling): { strict: string; core: string } {
  const { strict, core } = nameParts(name, spelling)
  return { strict, core }
}

/** The same with the places and the company form that `core` has lost. */
export function nameParts(name: string, spelling: Spelling): NameParts {
  const text = cleanText(name)
  const strict = settled(text, (one) => shortPlaces(normal(one, spelling), spelling))
  const outside = withoutPlaceBrackets(text, spelling)
  const places = new Set(outside.places)
  let form: CompanyForm = ''
  const bare = settled(normal(outside.text, spelling), (one) => {
    const led = leadingPlaces(one, spelling)
    for (const place of led.places) places.add(place)
    const { rest, form: found } = withoutForm(normal(led.rest, spelling))
    if (form === '') form = found
    return rest
  })
  return { strict, core: [...bare].length >= 2 ? bare : '', places: [...places], form }
}

/** Applies `step` until nothing changes any more, so that a key of a key is the key itself. */
function settled(text: string, step: (text: string) => string): string {
  let before = text
  for (let round = 0; round < ROUNDS; round += 1) {
    const after = step(before)
    if (after === before) return after
    before = after
  }
  return before
}

/** Letters and digits only, in simplified form and lower case, with the company forms spelled one way. */
function normal(text: string, spelling: Spelling): string {
  return spelling
    .simplify(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/股份(?:有限)?(?:责任)?公司/g, '股份有限公司')
    .replace(/(?:有限责任|责任有限)公司/g, '有限公司')
}

/** Places in brackets ('示例（宁波）有限公司') taken out; other brackets are kept for `normal` to open. */
function withoutPlaceBrackets(text: string, spelling: Spelling): { text: string; places: string[] } {
  const places: string[] = []
  const rest = spelling
    .simplify(text)
    .replace(/[([{〔【]([^()[\]{}〔〕【】]*)[)\]}〕】]/gu, (whole, inside: string) => {
      const led = leadingPlaces(normal(inside, spelling), spelling)
      if (led.rest !== '' || led.places.length === 0) return whole
      places.push(...led.places)
      return ''
    })
  return { text: rest, places }
}

/** The places a text starts with, in short form, and what follows them. */
function leadingPlaces(text: string, spelling: Spelling): { places: string[]; rest: string } {
  const places: string[] = []
  let rest = text
  for (let place = placeBefore(rest, spelling); place !== ''; place = placeBefore(rest, spelling)) {
    places.push(shortPlace(place, spelling))
    rest = rest.slice(place.length)
  }
  return { places, rest }
}

function placeBefore(text: string, spelling: Spelling): string {
  let longest = ''
  for (const place of spelling.places) if (place.length > longest.length && text.startsWith(place)) longest = place
  return longest
}

function shortPlace(place: string, spelling: Spelling): string {
  const short = place.replace(/[省市区县]$/u, '')
  return spelling.places.includes(short) ? short : place
}

/** '宁波市鄞州区示例' → '宁波鄞州示例'. */
function shortPlaces(text: string, spelling: Spelling): string {
  const { places, rest } = leadingPlaces(text, spelling)
  return places.join('') + rest
}

/** A branch (分公司) is not its company: its ending stays. */
function withoutForm(text: string): { rest: string; form: CompanyForm } {
  const form = /(?:股份有限公司|有限公司|(?<!分)公司)$/u.exec(text)?.[0] as CompanyForm | undefined
  return form ? { rest: text.slice(0, -form.length), form } : { rest: text, form: '' }
}

/**
 * Whether a row's name may be this entry's name where only their cores are equal: the row leaves out the company form or
 * says the same, and leaves out places or adds none but wide ones and the entry's own (`place`: '鄞州区 下应街道').
 */
export function isCompatible(row: NameParts, entry: NameParts, place: string, spelling: Spelling): boolean {
  if (row.form !== '' && row.form !== '公司' && row.form !== entry.form) return false
  const added = row.places.filter((one) => !entry.places.includes(one))
  if (added.length === 0) return true
  const wide = spelling.widePlaces ?? []
  return (
    entry.places.every((one) => row.places.includes(one)) &&
    added.every((one) => wide.includes(one) || place.includes(one))
  )
}
