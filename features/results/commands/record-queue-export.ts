import 'server-only'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'

/** Notes that what waits in a batch left the house as a workbook. */
export function recordQueueExport(ctx: Context, batch: { batchId: string; regionPath: string }): Promise<void> {
  const { batchId, regionPath } = batch
  return ctx.transaction((tx) =>
    recordAudit(tx, ctx, { kind: 'list.exported', subjectId: batchId, regionPath, detail: { list: 'results-queue' } }),
  )
}
