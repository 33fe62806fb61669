import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { reaches } from '@/domain/permissions/reaches'
import { db } from '@/server/db/client'
import { isId } from '@/server/db/id'
import { templateRegions } from './template-regions'

/** A template that the officer may use, and whether they may change it; null when it is neither theirs nor from above. */
export async function templateInScope(actor: Actor, id: string) {
  const one = isId(id) ? await db.officeTemplate.findUnique({ where: { id } }) : null
  const region = one ? (await templateRegions(actor)).get(one.regionId) : undefined
  return one && region ? { ...one, region, isOwn: reaches(actor, region.path) } : null
}
