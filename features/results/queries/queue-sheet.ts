import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/domain/permissions/actor'
import type { CellValue, SheetToWrite } from '@/server/files/write-workbook'
import { type BatchInScope, batchInScope } from './batch-in-scope'
import { batchRows, type ShownRow } from './batch-rows'

/** The rows of a batch that still wait, as a sheet to take along; null when the batch is not in the officer's area. */
export async function queueSheet(
  actor: Actor,
  batchId: string,
): Promise<{ batchId: string; regionPath: string; fileName: string; sheet: SheetToWrite } | null> {
  const batch = await batchInScope(actor, batchId)
  if (!batch) return null
  const t = await getTranslations('results')
  const texts = ['sheet', 'enterprise', 'uscc', 'person', 'mobile', 'day', 'why', 'candidates'] as const
  const header = (name: string) => t(`sheet.${name}`)
  const wide: Record<string, number> = { enterprise: 32, uscc: 22, why: 36, candidates: 48 }
  const column = (name: (typeof texts)[number]) => ({
    header: header(name),
    format: 'text' as const,
    width: wide[name] ?? 14,
  })
  const columns = [
    column('sheet'),
    { header: header('row'), format: 'number' as const, width: 8 },
    ...(['enterprise', 'uscc', 'person', 'mobile', 'day'] as const).map(column),
    { header: header('score'), format: 'number' as const, width: 8 },
    column('why'),
    column('candidates'),
  ]
  const rows = waiting(actor, batch, (row) => cellsOf(row, t))
  const fileName = `${batch.title || 'batch'} ${t('sheet.file')}.xlsx`
  const about = { batchId: batch.id, regionPath: batch.region.path }
  return { ...about, fileName, sheet: { name: t('sheet.file'), columns, rows } }
}

async function* waiting(
  actor: Actor,
  batch: BatchInScope,
  cells: (row: ShownRow) => CellValue[],
): AsyncGenerator<CellValue[]> {
  for (let after: number | undefined; ; ) {
    const { rows, next } = await batchRows(actor, batch, { state: 'QUEUED', after })
    for (const row of rows) yield cells(row)
    if (next === null) return
    after = next
  }
}

function cellsOf(row: ShownRow, t: Awaited<ReturnType<typeof getTranslations<'results'>>>): CellValue[] {
  const candidates = row.candidates.map(({ card }) => `${card.name}（${card.place}）`).join('；')
  const why = row.reasons.map((reason) => t(`reason.${reason}`)).join('；')
  const { sheet, enterprise, uscc, person, mobile, happenedOn, score } = row
  return [sheet, row.row, enterprise, uscc, person, mobile, happenedOn, score, why, candidates]
}
