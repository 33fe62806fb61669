import { recordAudit } from '@/server/audit/record'
import type { Context, SystemContext } from '@/server/context'

/**
 * Ends one login of a person for good; the cookie that carries it is worth nothing from the next request on. Ending it again, or
 * one of somebody else, changes nothing.
 */
export function closeLogin(ctx: Context | SystemContext, personId: string, loginId: string): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    const { count } = await tx.login.updateMany({
      where: { id: loginId, personId, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count > 0) await recordAudit(tx, ctx, { kind: 'login.closed', subjectId: personId, detail: { logins: count } })
    return count > 0
  })
}
