import type { Context } from '@/server/context'
import { db } from '@/server/db/client'
import { refuse } from '@/server/outcome'
import { inviteOfficer } from './invite-officer'

/**
 * Lets somebody work for an agency that the actor's area commissioned: they get an account as officers do, with a one-time link when they have no password. Refuses
 * 'not-found' for an agency of another area, else as `inviteOfficer`.
 */
export async function inviteMember(
  ctx: Context,
  said: { agencyId: string; name: string; signInName: string },
): ReturnType<typeof inviteOfficer> {
  const agency = await db.agency.findUnique({ where: { id: said.agencyId }, select: { id: true, regionId: true } })
  if (!agency) return refuse('not-found')
  const { name, signInName } = said
  return inviteOfficer(ctx, {
    name,
    signInName,
    regionId: agency.regionId,
    role: 'AGENCY',
    agencyId: agency.id,
    toOn: null,
  })
}
