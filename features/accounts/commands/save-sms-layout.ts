import { type SmsLayout, smsLayoutProblems } from '@/domain/contacts/sms-layout'
import { recordAudit } from '@/server/audit/record'
import { regionScope } from '@/server/auth/scope'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { smsLayoutKey } from '../queries/sms-layout'

/**
 * Saves how a region in the officer's area wants its list for the SMS platform; regions beneath without one of their own follow.
 * Refuses a region elsewhere ('not-found') and a layout that cannot be used ('not-usable'; `smsLayoutProblems` says why).
 */
export function saveSmsLayout(
  ctx: Context,
  { region: code, layout }: { region: string; layout: SmsLayout },
): Promise<Outcome<null, 'not-found' | 'not-usable'>> {
  return ctx.transaction(async (tx) => {
    const region = await regionOf(tx, ctx, code)
    if (!region) return refuse('not-found')
    if (smsLayoutProblems(layout).length > 0) return refuse('not-usable')
    const [key, value] = [smsLayoutKey(region.id), layout as object]
    await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
    await recordAudit(tx, ctx, {
      kind: 'sms-layout.changed',
      subjectId: region.id,
      regionPath: region.path,
      detail: { columns: layout.columns.length, format: layout.format },
    })
    return ok(null)
  })
}

/** Drops a region's own layout, so that it follows the one above again. Refuses a region elsewhere; nothing to drop is no error. */
export function dropSmsLayout(ctx: Context, code: string): Promise<Outcome<null, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const region = await regionOf(tx, ctx, code)
    if (!region) return refuse('not-found')
    const { count } = await tx.setting.deleteMany({ where: { key: smsLayoutKey(region.id) } })
    if (count > 0) {
      const change = { kind: 'sms-layout.changed', subjectId: region.id, regionPath: region.path } as const
      await recordAudit(tx, ctx, { ...change, detail: { columns: 0, format: 'none' } })
    }
    return ok(null)
  })
}

function regionOf(tx: Transaction, { actor }: Context, code: string) {
  return tx.region.findFirst({
    where: { AND: [{ code }, regionScope(actor)] },
    select: { id: true, path: true },
  })
}
