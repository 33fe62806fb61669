import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { ok, refuse } from '@/server/outcome'
import type { Outcome } from '@/server/outcome'
import { mayManageGrant } from './may-manage-grant'
import { createSetupToken } from './setup-token'
import { standing } from './standing-grants'

/**
 * A new one-time link for an officer whose invitation ran out or whose password is lost; shown to the actor once. The password and
 * the second factor stay as they are until the link is used; the actor never chooses a password for somebody else.
 */
export function renewInvitation(
  ctx: Context,
  grantId: string,
): Promise<Outcome<{ setupToken: string }, 'not-found' | 'is-learner'>> {
  return ctx.transaction(async (tx) => {
    const grant = await tx.officerGrant.findFirst({
      where: { AND: [{ id: grantId }, standing()] },
      include: {
        region: { select: { path: true } },
        person: {
          select: {
            grants: { where: standing(), include: { region: { select: { path: true } } } },
            holdings: { where: { retractedAt: null }, take: 1, select: { id: true } },
            account: { select: { passwordHash: true } },
          },
        },
      },
    })
    // Somebody who also holds a role above the actor is out of reach: the link would be a key to that role.
    const isReached = grant?.person.grants.every((each) =>
      mayManageGrant(ctx.actor, { role: each.role, regionPath: each.region?.path ?? null }),
    )
    if (!grant || !isReached || grant.personId === ctx.actor.personId) return refuse('not-found')
    // The link would also open what the person learns with: their own matter.
    if (grant.person.account?.passwordHash && grant.person.holdings.length > 0) return refuse('is-learner')
    const { token } = await createSetupToken(tx, grant.personId)
    await recordAudit(tx, ctx, {
      kind: 'account.password-set',
      subjectId: grant.personId,
      detail: { by: 'link-renewed' },
    })
    return ok({ setupToken: token })
  })
}
