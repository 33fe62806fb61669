import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import type { PeriodListFrame } from '../queries/period-list'

/** Leaves the trace of an export: what was asked, by whom, for which area and period; never the rows. */
export function recordPeriodListExport(ctx: Context, { question, region }: PeriodListFrame): Promise<void> {
  const { rate, rule, period, view } = question
  return ctx.transaction((tx) =>
    recordAudit(tx, ctx, {
      kind: 'list.exported',
      subjectId: region.id,
      regionPath: region.path,
      detail: { rate, rule, periodId: period.id, roster: view.roster, state: view.state },
    }),
  )
}
