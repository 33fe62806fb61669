import { cleanText } from '../roster/cell-text'
import type { Grid } from '../sheets/grid'
import { type ListColumns, type ListField, listColumns } from './list-columns'
import { readDivisionCode, readRegionName } from './place-code'

/** One region of a list. `row` counts from 1, as the sheet shows it. */
export interface ListedRegion {
  row: number
  kind: 'COUNTY' | 'ZONE' | 'TOWNSHIP'
  name: string
  /** '' = the list gives none; one is made. */
  code: string
  /** Code or name of the county or zone above; null for what stands directly under the city. */
  above: string | null
}

export type ListProblemCode =
  | 'name'
  | 'code'
  | 'level-unclear'
  | 'above-unknown'
  | 'too-deep'
  | 'outside'
  | 'code-twice'
  | 'name-twice'
  | 'code-taken'
  | 'name-taken'
  | 'closed'
  | 'occupied'

export interface ListProblem {
  row: number
  code: ListProblemCode
  found: string
}

export interface RegionList {
  listed: ListedRegion[]
  problems: ListProblem[]
  /** Rows that are the city itself or villages, which are not kept. */
  ignored: number
}

/** The city under which the list is read. */
export interface City {
  code: string
  name: string
}

const ZONE_NAME = /(?:开发区|高新区|新区|功能区|度假区|园区|示范区|保税区|集聚区|科创区|管委会)$/u
const ZONE_KIND = /功能区|园区|开发区|zone/i
const COUNTY_KIND = /区县|县|区|county|district/i
const TOWNSHIP_KIND = /乡|镇|街道|town/i

/**
 * Reads a list of regions, pasted or from a text file: districts and townships side by side (a blank district repeats the
 * one above it), or one region a row with a code that tells its level, or with the region above it.
 *
 * @returns null when no columns are recognised; otherwise every region once, with a problem for each row that cannot be read
 */
export function readRegionList(rows: Grid, city: City): RegionList | null {
  const columns = listColumns(rows)
  if (!columns) return null
  const reading: RegionList = { listed: [], problems: [], ignored: 0 }
  const isSideBySide = columns.fields.township !== undefined
  const tops = new Map<string, ListedRegion>()
  let county: ListedRegion | null = null
  rows.slice(columns.firstRow).forEach((texts, index) => {
    if (texts.every((text) => cleanText(text) === '')) return
    const row = new ListRow(columns, texts, columns.firstRow + index + 1, reading, tops)
    if (isSideBySide) county = readPair(row, county, city)
    else readSingle(row, city)
  })
  return reading
}

/** One row of the list; what is wrong with it goes to the reading. */
class ListRow {
  constructor(
    private readonly columns: ListColumns,
    private readonly texts: readonly string[],
    readonly row: number,
    readonly reading: RegionList,
    /** Counties and zones listed so far, the first of each name. */
    readonly tops: Map<string, ListedRegion>,
  ) {}

  text(field: ListField): string {
    return cleanText(this.texts[this.columns.fields[field] ?? -1] ?? '')
  }

  problem(code: ListProblemCode, found: string): null {
    this.reading.problems.push({ row: this.row, code, found: found.slice(0, 80) })
    return null
  }

  code(field: ListField): string | null {
    return readDivisionCode(this.text(field)) ?? this.problem('code', this.text(field))
  }

  name(field: ListField): string | null {
    return readRegionName(this.text(field)) ?? this.problem('name', this.text(field))
  }

  add(kind: ListedRegion['kind'], name: string, code: string, above: string | null): ListedRegion {
    const one = { row: this.row, kind, name, code, above }
    this.reading.listed.push(one)
    if (kind !== 'TOWNSHIP' && !this.tops.has(name)) this.tops.set(name, one)
    return one
  }
}

/** A district with a township beside it; returns the district, which the next rows may leave blank. */
function readPair(row: ListRow, before: ListedRegion | null, city: City): ListedRegion | null {
  const typed = row.text('county')
  let county = before
  if (typed !== '' && typed !== before?.name) {
    const [name, code] = [row.name('county'), row.code('countyCode')]
    if (name === null || code === null) return null
    county = row.tops.get(name) ?? row.add(topKind(row, name, code), name, code, null)
  }
  const township = row.text('township')
  if (township === '' || township === city.name) return county
  if (!county) {
    row.problem('above-unknown', township)
    return null
  }
  const name = row.name('township')
  const code = row.text('townshipCode') ? row.code('townshipCode') : row.code('code')
  if (name !== null && code !== null) row.add('TOWNSHIP', name, code, county.name)
  return county
}

function readSingle(row: ListRow, city: City): void {
  const [name, code] = [row.name('name'), row.code('code')]
  if (name === null || code === null) return
  const isVillage = /^\d{12}$/.test(code)
  if (isVillage || name === city.name || code === city.code || code === `${city.code}00`) {
    row.reading.ignored += 1
    return
  }
  const above = row.text('parent')
  const kind = row.text('kind')
  if (above !== '') {
    const isTop = above === city.name || [city.code, `${city.code}00`].includes(readDivisionCode(above) ?? '')
    row.add(
      isTop ? topKind(row, name, code) : 'TOWNSHIP',
      name,
      code,
      isTop ? null : (readDivisionCode(above) ?? above),
    )
  } else if (/^\d{9}$/.test(code)) row.add('TOWNSHIP', name, code, code.slice(0, 6))
  else if (TOWNSHIP_KIND.test(kind)) row.problem('above-unknown', name)
  else if (/^\d{6}$/.test(code) || ZONE_NAME.test(name) || ZONE_KIND.test(kind) || COUNTY_KIND.test(kind))
    row.add(topKind(row, name, code), name, code, null)
  else row.problem('level-unclear', `${code} ${name}`.trim())
}

/** A zone by what the list says, else by its name when no official code makes it a county. */
function topKind(row: ListRow, name: string, code: string): 'COUNTY' | 'ZONE' {
  const said = row.text('kind')
  if (ZONE_KIND.test(said)) return 'ZONE'
  if (said !== '' && COUNTY_KIND.test(said) && !TOWNSHIP_KIND.test(said)) return 'COUNTY'
  return ZONE_NAME.test(name) && !/^\d{6}$/.test(code) ? 'ZONE' : 'COUNTY'
}
