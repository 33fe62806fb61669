import { matchRegion, type RegionIndex } from '@/domain/regions/match-region'
import { containsPath, type RegionNode } from '@/domain/regions/tree'
import type { ParsedRow } from '@/domain/roster/read-row'
import type { Problem } from '@/domain/roster/sheet'
import type { StoredParsed } from './sealed-row'

type Place = Pick<StoredParsed, 'leafId' | 'leafName' | 'isUnknownTownship'>

const NOWHERE: Place = { leafId: null, leafName: '', isUnknownTownship: false }

/**
 * Where a row says its enterprise is, within the area of the import: a county's officer need not write the county. Adds
 * the problem to the row when the place is not understood or lies outside.
 */
export function placeRow(row: ParsedRow, index: RegionIndex, area: RegionNode): Place {
  const isBlank = row.countyText === '' && row.townshipText === ''
  if (isBlank && area.kind !== 'CITY' && area.kind !== 'COUNTY')
    return { leafId: area.id, leafName: area.name, isUnknownTownship: false }
  const county = row.countyText || (area.kind === 'COUNTY' ? area.name : '')
  const match = matchRegion(index, county, row.townshipText)
  if (!match.ok) {
    if (match.problem !== 'missing') row.problems.push(problemOf(row, match))
    return NOWHERE
  }
  const leaf = index.parentOf.get(match.leafId)
  if (!leaf || !containsPath(area.path, leaf.path)) {
    row.problems.push({
      ...base(row),
      code: 'region-outside',
      found: [row.countyText, row.townshipText].join(' ').trim(),
      isWarning: false,
    })
    return NOWHERE
  }
  if (match.isUnknownTownship)
    row.problems.push({ ...base(row), code: 'region-township-unknown', found: row.townshipText, isWarning: true })
  return { leafId: match.leafId, leafName: match.name, isUnknownTownship: match.isUnknownTownship }
}

function base(row: ParsedRow): Pick<Problem, 'sheet' | 'row' | 'column'> {
  return { sheet: row.sheet, row: row.row, column: row.columns.region }
}

function problemOf(
  row: ParsedRow,
  match: {
    problem: 'missing' | 'unknown-county' | 'unknown-township' | 'ambiguous'
    found: string
    suggestion?: string
  },
): Problem {
  const problem: Problem = { ...base(row), code: `region-${match.problem}`, found: match.found, isWarning: false }
  return match.suggestion ? { ...problem, suggestion: match.suggestion } : problem
}
