import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'

/** Keeps the actor's language in the account. */
export function setLocale(ctx: Context, locale: 'zh' | 'en'): Promise<void> {
  return ctx.transaction(async (tx) => {
    const { personId } = ctx.actor
    await tx.account.upsert({ where: { personId }, create: { personId, locale }, update: { locale } })
    await recordAudit(tx, ctx, { kind: 'account.locale-set', subjectId: personId, detail: { locale } })
  })
}
