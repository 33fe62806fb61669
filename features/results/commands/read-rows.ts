import 'server-only'
import type { ResultCells, ResultReading } from '@/domain/results/result-row'
import { ResultSheetParser } from '@/domain/results/result-sheet-parser'
import type { SheetRow } from '@/domain/roster/sheet'
import { inTransaction } from '@/server/context'
import type { RowTaker, SheetInfo } from '@/server/files/read-workbook'
import { WorkbookRefused } from '@/server/files/workbook-refusal'
import { sealRow, withoutFound } from '../sealed-row'

export const MAX_DATA_ROWS = 100_000
const CHUNK = 1000
const MAX_SHEETS = 50

/** Thrown out of a job when the officer gave the batch up meanwhile. */
export class BatchStopped extends Error {
  override name = 'BatchStopped'
}

/** Understands rows as they come and stores them, sealed, a thousand at a time. */
export class ReadRows implements RowTaker {
  /** Of every sheet with a header. */
  readonly sheets: ResultReading[] = []
  readonly hiddenSheets: string[] = []
  count = 0
  private parser: ResultSheetParser | null = null
  private waiting: ResultCells[] = []

  constructor(private readonly batchId: string) {}

  startSheet({ name, isHidden, merges }: SheetInfo): boolean {
    if (isHidden) this.hiddenSheets.push(name)
    if (isHidden || this.sheets.length >= MAX_SHEETS) return false
    this.parser = new ResultSheetParser(name, merges)
    return true
  }

  async rows(rows: SheetRow[]): Promise<void> {
    for (const row of rows) {
      this.waiting.push(...(this.parser?.push(row) ?? []))
      if (this.waiting.length >= CHUNK) await this.flush()
    }
  }

  async endSheet(): Promise<void> {
    if (!this.parser) return
    this.waiting.push(...this.parser.finish())
    const summary = this.parser.summary()
    if (summary && summary.columns.length > 0) this.sheets.push(summary)
    this.parser = null
  }

  /** Rows that were understood elsewhere. */
  async take(rows: readonly ResultCells[]): Promise<void> {
    for (let start = 0; start < rows.length; start += CHUNK) {
      this.waiting.push(...rows.slice(start, start + CHUNK))
      await this.flush()
    }
  }

  async flush(): Promise<void> {
    const rows = this.waiting.splice(0).map(({ sheet, row, cells, problems }, i) => ({
      position: this.count + i,
      sheet,
      row,
      sealed: Buffer.from(sealRow({ cells, problems, entry: null })).toString('base64'),
      problems: withoutFound(problems),
    }))
    const rowsDone = this.count + rows.length
    if (rowsDone > MAX_DATA_ROWS) throw new WorkbookRefused('too-many-rows')
    await inTransaction(async (tx) => {
      const where = { id: this.batchId, state: 'READING' as const }
      const { count } = await tx.resultBatch.updateMany({ where, data: { rowsDone } })
      if (count === 0) throw new BatchStopped()
      await tx.$executeRaw`
        INSERT INTO result_row (batch_id, position, sheet, row, sealed, reasons, problems)
        SELECT ${this.batchId}::uuid, x.position, x.sheet, x.row, decode(x.sealed, 'base64'), '{}', x.problems
        FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x(position int, sheet text, row int, sealed text, problems jsonb)`
    })
    this.count = rowsDone
  }
}
