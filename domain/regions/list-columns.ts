import { squeeze } from '../roster/cell-text'
import { headerText, headerWord } from '../roster/header-words'
import type { Grid } from '../sheets/grid'

/** What a column of a list of regions holds. */
export type ListField = 'code' | 'name' | 'parent' | 'kind' | 'county' | 'countyCode' | 'township' | 'townshipCode'

/** Which column holds what, and the first row (from 0) below the header. */
export interface ListColumns {
  fields: Partial<Record<ListField, number>>
  firstRow: number
}

const SEARCHED_ROWS = 20
const CODE = /代码|编码|编号|code/i

/**
 * Finds the columns of a list of regions: either districts and townships side by side, or one region a row with its code
 * or the region above it. A list of codes and names alone needs no header.
 *
 * @returns null when neither is recognised in the first rows
 */
export function listColumns(rows: Grid): ListColumns | null {
  for (const [index, row] of rows.slice(0, SEARCHED_ROWS).entries()) {
    const fields = fieldsOf(row)
    if (fields.township !== undefined || (fields.name !== undefined && isPlaced(fields)))
      return { fields, firstRow: index + 1 }
  }
  const first = rows.findIndex((row) => row.some((text) => text.trim() !== ''))
  const [code = '', name = ''] = rows[first] ?? []
  const isBare = /^\d{6}(?:\d{3}|\d{6})?$/.test(squeeze(code)) && /\p{L}/u.test(name)
  return isBare ? { fields: { code: 0, name: 1 }, firstRow: first } : null
}

const isPlaced = ({ code, parent, kind }: ListColumns['fields']) => (code ?? parent ?? kind) !== undefined

function fieldsOf(row: readonly string[]): ListColumns['fields'] {
  const fields: ListColumns['fields'] = {}
  row.forEach((text, column) => {
    const field = fieldOf(text)
    if (field && fields[field] === undefined) fields[field] = column
  })
  // Without townships beside it, "区域" or "行政区划" is the name of the row's own region.
  if (fields.township === undefined && fields.name === undefined && fields.county !== undefined)
    return { ...fields, name: fields.county }
  return fields
}

function fieldOf(raw: string): ListField | undefined {
  const text = headerText(raw)
  if (text === '' || [...text].length > 16) return undefined
  if (/上级|父级|隶属|parent/i.test(text)) return 'parent'
  if (CODE.test(text)) return codeFieldOf(text.replace(CODE, ''))
  if (/类别|类型|级别|层级|^kind$|^level$/i.test(text)) return 'kind'
  if (/^(?:区域|区划|地区|单位|行政区划)?(?:名称?|全称)$|^name$/i.test(text)) return 'name'
  const word = headerWord(text)
  return word?.field === 'county' || word?.field === 'township' ? word.field : undefined
}

function codeFieldOf(rest: string): ListField {
  const word = headerWord(rest)
  if (word?.field === 'township') return 'townshipCode'
  return word?.field === 'county' && !/区划|地区|区域/.test(rest) ? 'countyCode' : 'code'
}
