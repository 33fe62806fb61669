import 'server-only'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { dropFile } from '@/server/files/stored-file'
import { type Outcome, ok, refuse } from '@/server/outcome'
import { importInScope } from '../queries/import-in-scope'

/** Gives up an import that was not confirmed: its rows and file go, its line in the history stays. */
export function cancelImport(ctx: Context, importId: string): Promise<Outcome<null, 'not-found' | 'too-late'>> {
  return ctx.transaction(async (tx) => {
    const one = await importInScope(ctx.actor, importId, tx)
    if (!one) return refuse('not-found')
    const { count } = await tx.import.updateMany({
      where: { id: importId, state: { in: ['UPLOADED', 'STAGING', 'STAGED', 'REFUSED'] } },
      data: { state: 'CANCELLED' },
    })
    if (count === 0) return refuse('too-late')
    await tx.importRow.deleteMany({ where: { importId } })
    await dropFile(tx, importId)
    await recordAudit(tx, ctx, { kind: 'import.cancelled', subjectId: importId, regionPath: one.region.path })
    return ok(null)
  })
}
