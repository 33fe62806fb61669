import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import type { ListFrame } from '../queries/list-page'

/** Leaves the trace of an export: what was asked, by whom, for which area; never the rows. */
export function recordExport(ctx: Context, { question, region }: ListFrame): Promise<void> {
  const { rate, rule, on, view } = question
  return ctx.transaction((tx) =>
    recordAudit(tx, ctx, {
      kind: 'list.exported',
      subjectId: region.id,
      regionPath: region.path,
      detail: { rate, rule, on, roster: view.roster, state: view.state, searched: view.search !== '' },
    }),
  )
}
