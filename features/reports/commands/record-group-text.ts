import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import type { GroupPage } from '../queries/group-figures'

/** Leaves the trace of a picture that was made for a work group: of which area and programme. */
export function recordGroupText(ctx: Context, { region, programme }: GroupPage): Promise<void> {
  return ctx.transaction((tx) =>
    recordAudit(tx, ctx, {
      kind: 'group-text.made',
      subjectId: region.id,
      regionPath: region.path,
      detail: { programmeId: programme?.id ?? null },
    }),
  )
}
