import 'server-only'
import { earlierColumns } from '@/domain/fillback/columns'
import { candidatesFor } from '@/domain/matching/candidates'
import type { RosterIndex } from '@/domain/matching/roster-index'
import { shanghaiToday } from '@/server/clock'
import { db } from '@/server/db/client'
import { loadFile } from '@/server/files/stored-file'
import { WorkbookRefused } from '@/server/files/workbook-refusal'
import { loadRosterIndex } from '@/server/matching/load-roster-index'
import { matchOwnRows, requestOf, type RowMatch } from '../match-own-rows'
import { type OwnSheet, readOwnFile } from '../own-file'
import { rowsOutside } from '../queries/outside-area'
import type { OpenRow, Reading, SheetRead } from '../reading'
import { sheetWords } from '../sheet-words'
import { refusalOf } from './refusal-of'

const OPEN_SHOWN = 200
/** Looking for what a row might be costs more than matching it. */
const OPEN_WITH_CANDIDATES = 50
const CANDIDATES = 5

/**
 * Reads an uploaded sheet and matches its rows to the roster: UPLOADED → READ, or REFUSED with the reason. Runs in the worker; after
 * a crash it starts over, and doing it again for one that is read does nothing.
 */
export async function readFillBack(fillBackId: string): Promise<void> {
  const { count } = await db.fillBack.updateMany({
    where: { id: fillBackId, state: { in: ['UPLOADED', 'READING'] } },
    data: { state: 'READING' },
  })
  if (count === 0) return
  const still = { where: { id: fillBackId, state: 'READING' as const } }
  try {
    const reading = await readingOf(fillBackId, (rows) =>
      db.fillBack.updateMany({ ...still, data: { counts: { rowsDone: rows } } }),
    )
    await db.fillBack.updateMany({ ...still, data: { state: 'READ', reading: reading as object } })
  } catch (error) {
    await db.fillBack.updateMany({ ...still, data: { state: 'REFUSED', refusal: { code: refusalOf(error) } } })
  }
}

async function readingOf(fillBackId: string, onRows: (rows: number) => Promise<unknown>): Promise<Reading> {
  const one = await db.fillBack.findUniqueOrThrow({ where: { id: fillBackId } })
  const area = await db.region.findUniqueOrThrow({ where: { id: one.regionId }, select: { path: true } })
  const file = await loadFile(fillBackId)
  if (!file) throw new Error('The file of a fill-back is gone.')
  const sheets = await readOwnFile(file, async (rows) => void (await onRows(rows)))
  if (sheets.every(({ rows }) => rows.length === 0))
    throw new WorkbookRefused(sheets.some(({ summary }) => summary?.kind) ? 'no-rows' : 'no-header')
  const where = { programmeId: one.programmeId, areaPath: area.path, on: shanghaiToday() }
  const index = await loadRosterIndex(db, where)
  const reading: Reading = { sheets: [], open: [] }
  for (const sheet of sheets) {
    const matches = matchOwnRows(index, sheet, {})
    const open = matches.filter((match) => match.entryId === null)
    const isOutside = await rowsOutside(
      where,
      open.map(({ own }) => own),
    )
    reading.sheets.push(sheetRead(sheet, matches, open.filter(({ own }) => isOutside(own)).length))
    for (const match of open.slice(0, OPEN_SHOWN - reading.open.length)) {
      const hasCandidates = reading.open.length < OPEN_WITH_CANDIDATES && sheet.summary?.kind === 'enterprises'
      reading.open.push(openRow(hasCandidates ? index : null, sheet.sheet, match, isOutside(match.own)))
    }
  }
  return reading
}

function sheetRead({ sheet, summary, rows }: OwnSheet, matches: readonly RowMatch[], outside: number): SheetRead {
  const by: SheetRead['by'] = {}
  let open = 0
  for (const match of matches) {
    if (match.entryId === null) open += 1
    else by[match.by] = (by[match.by] ?? 0) + 1
  }
  const columns = (summary?.header?.columns ?? []).map(({ column, letters, header }) =>
    summary?.kind === 'persons' ? `${letters} ${summary.headerTexts.get(column) ?? header}` : `${letters} ${header}`,
  )
  const words = sheetWords()
  const earlier = summary ? (earlierColumns(summary.headerTexts, words.isOurs, 0)?.count ?? 0) : 0
  const kind = summary ? (summary.kind ?? 'none') : 'hidden'
  return { sheet, kind, columns, rows: rows.length, by, open, outside, earlier }
}

function openRow(index: RosterIndex | null, sheet: string, match: RowMatch, isOutside: boolean): OpenRow {
  const { own } = match
  const found = index && !isOutside ? candidatesFor(index, requestOf(own), CANDIDATES) : []
  const entries = [...new Set(found.map(({ entryId }) => entryId))].flatMap(
    (entryId) => index?.byEntryId.get(entryId)?.entry ?? [],
  )
  return {
    sheet,
    row: own.row,
    enterprise: (own.enterprise ?? own.uscc ?? '').slice(0, 60),
    reasons: match.entryId === null ? [...match.reasons] : [],
    isOutside,
    candidates: entries.map(({ entryId, name, place }) => ({ entryId, name, place })),
  }
}
