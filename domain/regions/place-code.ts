import { cleanText, squeeze } from '../roster/cell-text'

/**
 * The code of a city as its officer types it: four digits of the division ('3302'), or six with '00' at the end, or the six
 * of a county-level city that stands directly under its province ('429004').
 *
 * @returns the digits, four where six end in '00'; null when it is none
 */
export function readCityCode(raw: string): string | null {
  const code = squeeze(raw)
  if (!/^\d{4}(?:\d\d)?$/.test(code)) return null
  return code.replace(/00$/, code.length === 6 ? '' : '00')
}

/** The name of a region without spaces, 2 to 30 code points; null when it is shorter, longer or holds no letter. */
export function readRegionName(raw: string): string | null {
  const name = cleanText(raw).replace(/(?<=[^\x21-\x7E]) | (?=[^\x21-\x7E])/gu, '')
  const length = [...name].length
  return length >= 2 && length <= 30 && /\p{L}/u.test(name) ? name : null
}

/**
 * A division's code as it stands in lists, brought to the length of its level: '330203000000' → '330203', '330203001000' →
 * '330203001'. Letters become upper case; codes of an office's own come back as they are.
 *
 * @returns '' for a blank cell; null for what is no code (2 to 14 digits and letters)
 */
export function readDivisionCode(raw: string): string | null {
  const code = squeeze(raw).toUpperCase()
  if (code === '') return ''
  if (!/^[0-9A-Z]{2,14}$/.test(code)) return null
  if (!/^\d{12}$|^\d{9}$/.test(code)) return code
  return code.replace(/^(\d{6})0{3,6}$/, '$1').replace(/^(\d{9})000$/, '$1')
}
