import 'server-only'
import type { OwnRow } from '@/domain/fillback/own-sheet'
import type { MatchRequest } from '@/domain/matching/match'
import { matchEnterprise } from '@/domain/matching/match-enterprise'
import { matchRow } from '@/domain/matching/match-row'
import type { RosterIndex } from '@/domain/matching/roster-index'
import { mobileKeyOf } from '@/server/matching/mobile-key'
import type { OwnSheet } from './own-file'
import { choiceKey, type FilledBy } from './reading'

/** A row with its entry (in a sheet of persons with the person), or with the reasons why it has none. */
export type RowMatch =
  | { own: OwnRow; entryId: string; personId: string | null; by: FilledBy }
  | { own: OwnRow; entryId: null; reasons: readonly string[] }

/**
 * Whom each row of a sheet is about. Only what the rules call matched, or the officer chose for this sheet, is taken.
 *
 * @param chosen entries by `choiceKey`; one that is not in the index is no choice
 */
export function matchOwnRows(index: RosterIndex, sheet: OwnSheet, chosen: Record<string, string>): RowMatch[] {
  const isPersons = sheet.summary?.kind === 'persons'
  return sheet.rows.map((own): RowMatch => {
    const choice = chosen[choiceKey(sheet.sheet, own.row)]
    if (!isPersons && choice && index.byEntryId.has(choice))
      return { own, entryId: choice, personId: null, by: 'decided' }
    if (isPersons) {
      const match = matchRow(index, requestOf(own))
      if (match.kind === 'queued') return { own, entryId: null, reasons: match.reasons }
      return { own, entryId: match.entryId, personId: match.personId, by: match.by }
    }
    const match = matchEnterprise(index, own)
    if (match.kind === 'queued') return { own, entryId: null, reasons: match.reasons }
    return { own, entryId: match.entryId, personId: null, by: match.by }
  })
}

/** A row as the rules of matching ask for it. */
export function requestOf(own: OwnRow): MatchRequest {
  const mobileKey = own.mobile ? mobileKeyOf(own.mobile) : null
  return { uscc: own.uscc, enterprise: own.enterprise, person: own.person, mobileKey }
}
