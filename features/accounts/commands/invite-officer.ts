import { addDays } from '@/domain/calendar/day'
import type { Role } from '@/domain/permissions/actor'
import { recordAudit } from '@/server/audit/record'
import { regionScope } from '@/server/auth/scope'
import { shanghaiToday } from '@/server/clock'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { ok, refuse } from '@/server/outcome'
import type { Outcome } from '@/server/outcome'
import { mayManageGrant } from './may-manage-grant'
import { officerPerson } from './officer-person'
import type { OfficerPersonRefusal } from './officer-person'
import { createSetupToken } from './setup-token'
import { lockGrants, standing } from './standing-grants'

type Input = {
  name: string
  signInName: string
  regionId: string
  role: Role
  /** For the role AGENCY: whom they work for; the caller has looked at it. */
  agencyId?: string
  /** The last day on which the role counts ('YYYY-MM-DD'); null: until somebody ends it. */
  toOn: string | null
}
type Refusal = OfficerPersonRefusal | 'not-found' | 'yourself' | 'already' | 'past-day'

/**
 * Gives a role over a region in the actor's subtree from today on, up to a last day when one is given. Somebody without a password yet gets a one-time link, shown to
 * the actor once. Refuses a region elsewhere as not found, the actor themself, a
 * last day that has passed, and a role the person has already.
 */
export function inviteOfficer(
  ctx: Context,
  input: Input,
): Promise<Outcome<{ personId: string; setupToken: string | null }, Refusal>> {
  return ctx.transaction(async (tx) => {
    if (input.toOn !== null && input.toOn < shanghaiToday()) return refuse('past-day')
    await lockGrants(tx)
    const region = await tx.region.findFirst({
      where: { AND: [{ id: input.regionId, closedOn: null }, regionScope(ctx.actor)] },
    })
    if (!region || !mayManageGrant(ctx.actor, { role: input.role, regionPath: region.path })) return refuse('not-found')
    const found = await officerPerson(tx, { ...input, source: `管理员邀请 ${shanghaiToday()} ${region.name}` })
    if (!found.ok) return found
    const { personId, loginName } = found.value
    if (personId === ctx.actor.personId) return refuse('yourself')
    const agencyId = input.agencyId ?? null
    if (await hasRole(tx, { personId, regionId: region.id, role: input.role, agencyId })) return refuse('already')
    await tx.officerGrant.create({
      data: {
        id: newId(),
        personId,
        role: input.role,
        regionId: region.id,
        agencyId,
        fromOn: columnOfDay(shanghaiToday()),
        // As every interval, [from, to): the day after the last one.
        toOn: input.toOn === null ? null : columnOfDay(addDays(input.toOn, 1)),
        recordedById: ctx.actor.personId,
      },
    })
    const account = await tx.account.upsert({
      where: { personId },
      create: { personId, loginName },
      update: loginName ? { loginName } : {},
    })
    // Rights changed: the person signs in anew.
    await tx.login.updateMany({
      where: { personId, holdingId: null, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    await recordAudit(tx, ctx, {
      kind: 'officer.granted',
      subjectId: personId,
      regionPath: region.path,
      detail: { role: input.role, ...(input.toOn === null ? {} : { toOn: input.toOn }) },
    })
    return ok({ personId, setupToken: account.passwordHash ? null : (await createSetupToken(tx, personId)).token })
  })
}

async function hasRole(
  tx: Transaction,
  grant: { personId: string; regionId: string; role: Role; agencyId: string | null },
): Promise<boolean> {
  const found = await tx.officerGrant.findFirst({ where: { AND: [grant, standing()] }, select: { id: true } })
  return found !== null
}
