import 'server-only'
import { addDays, type Day } from '@/domain/calendar/day'
import type { Actor } from '@/domain/permissions/actor'
import { shanghaiToday } from '@/server/clock'
import { subjectTitles } from '@/server/content/subject-titles'
import { db } from '@/server/db/client'
import { dayOfColumn } from '@/server/db/day'
import { type BatchReading, batchOptions } from '../batch-options'
import type { BatchView } from '../view'
import { type BatchInScope, batchInScope } from './batch-in-scope'
import { batchRows, firstRows, likelyRows } from './batch-rows'
import { searchEntries } from './entry-cards'
import { importedSubjects } from './imported-subjects'

const LOOKED_AT = ['MATCHED', 'WRITING', 'WRITTEN', 'RETRACTING', 'RETRACTED']

/** Everything the page of one batch shows; null when it is not in the officer's area. */
export async function batchPage(actor: Actor, id: string, view: BatchView) {
  const one = await batchInScope(actor, id)
  if (!one) return null
  const programme = await db.programme.findUniqueOrThrow({
    where: { id: one.programmeId },
    select: { name: true, fromOn: true, toOn: true },
  })
  const hasRows = LOOKED_AT.includes(one.state)
  const page = !hasRows
    ? { rows: [], next: null }
    : view.likely
      ? await likelyRows(actor, one, view.after)
      : await batchRows(actor, one, view)
  const isSearching = hasRows && view.row !== undefined && view.search !== ''
  const { programmeId } = one
  const options = batchOptions(one.options)
  const mayConfirm = one.state === 'READ' || (one.state === 'MATCHED' && one.writtenAt === null)
  return {
    id: one.id,
    title: one.title,
    fileName: one.fileName,
    area: one.region.name,
    programme: programme.name,
    days: daysOf(programme),
    source: one.source,
    state: one.state,
    isWritten: one.writtenAt !== null,
    refusal: (one.refusal as { code?: string } | null)?.code ?? null,
    options: { ...options, proposed: options.countsAs ?? options.proposed },
    counts: (one.counts ?? {}) as Record<string, number>,
    rowsDone: one.rowsDone,
    rowsTotal: one.rowsTotal,
    columns: mayConfirm ? await columnsToConfirm(actor, one) : null,
    found: isSearching
      ? await searchEntries(actor, { programmeId, areaPath: one.region.path, search: view.search })
      : [],
    ...page,
  }
}

/** The programme's first day and its last; null while no end is set. */
function daysOf({ fromOn, toOn }: { fromOn: Date; toOn: Date | null }): { first: Day; last: Day | null } {
  return { first: dayOfColumn(fromOn), last: toOn ? addDays(dayOfColumn(toOn), -1) : null }
}

export type BatchShown = NonNullable<Awaited<ReturnType<typeof batchPage>>>

/** The columns as proposed with the first rows, and what imported results count as in this programme now. */
async function columnsToConfirm(actor: Actor, one: BatchInScope) {
  const { sheets, hiddenSheets, isRemembered } = one.reading as unknown as BatchReading
  const titleOf = subjectTitles()
  const subjects = await importedSubjects(one.programmeId, shanghaiToday())
  return {
    isRemembered,
    hiddenSheets,
    sheets: await Promise.all(sheets.map(async (sheet) => ({ ...sheet, first: await firstRows(actor, one, sheet) }))),
    subjects: subjects.map((subject) => ({ ...subject, title: titleOf(subject.subjectKind, subject.slug) })),
  }
}
export type ColumnsToConfirm = Awaited<ReturnType<typeof columnsToConfirm>>
