import 'server-only'
import { DEFAULT_SMS_LAYOUT, type SmsLayout } from '@/domain/contacts/sms-layout'
import type { Actor } from '@/domain/permissions/actor'
import { regionScope } from '@/server/auth/scope'
import { db } from '@/server/db/client'
import { smsLayoutSchema } from '../sms-layout-input'

/** Where the layout of a region is kept in `setting`. */
export function smsLayoutKey(regionId: string): string {
  return `sms-layout:${regionId}`
}

export type SmsLayoutInForce = {
  region: { id: string; code: string; name: string; path: string }
  layout: SmsLayout
  /** The region that saved it: this one or the nearest above; null = nobody did, and it is the product's own. */
  savedBy: { id: string; name: string } | null
}

/**
 * The layout of a region in the actor's area: its own, else that of the nearest region above, else the product's. What is stored and
 * can no longer be read is passed over, as if it were not there.
 *
 * @param code the region asked for; left out: the actor's highest
 * @returns null when the actor has no such region
 */
export async function smsLayoutInForce(actor: Actor, code?: string): Promise<SmsLayoutInForce | null> {
  const region = await db.region.findFirst({
    where: { AND: [code ? { code } : {}, regionScope(actor)] },
    orderBy: [{ path: 'asc' }],
    select: { id: true, code: true, name: true, path: true },
  })
  if (!region) return null
  const line = await db.region.findMany({
    where: { path: { in: pathsAbove(region.path) } },
    select: { id: true, name: true, path: true },
  })
  const stored = await db.setting.findMany({ where: { key: { in: line.map(({ id }) => smsLayoutKey(id)) } } })
  const nearestFirst = line.sort((a, b) => b.path.length - a.path.length)
  for (const { id, name } of nearestFirst) {
    const read = smsLayoutSchema.safeParse(stored.find(({ key }) => key === smsLayoutKey(id))?.value)
    if (read.success) return { region, layout: read.data, savedBy: { id, name } }
  }
  return { region, layout: DEFAULT_SMS_LAYOUT, savedBy: null }
}

/** "3302.330203." → "3302.", "3302.330203.". */
function pathsAbove(path: string): string[] {
  return [...path.matchAll(/\./g)].map(({ index }) => path.slice(0, index + 1))
}
