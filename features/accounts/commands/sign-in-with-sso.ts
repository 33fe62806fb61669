import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import type { OpenContext } from '@/server/auth/open-action'
import { ok, refuse } from '@/server/outcome'
import type { Outcome } from '@/server/outcome'
import { openLogin } from './open-login'
import type { OpenedLogin } from './open-login'

type Identity = { issuer: string; subject: string }

/**
 * Signs in whoever this identity was linked to before. Nobody is ever found by mobile, mail or name: an identity without a link is
 * refused. A second factor is still asked for.
 */
export function signInWithSso(
  ctx: OpenContext,
  identity: Identity,
  device: string | null,
): Promise<Outcome<OpenedLogin, 'sso-unlinked'>> {
  return ctx.transaction(async (tx) => {
    const link = await tx.ssoLink.findUnique({ where: { issuer_subject: identity } })
    const person = link
      ? await tx.person.findFirst({
          where: { id: link.personId, mergedIntoId: null, OR: [{ account: null }, { account: { disabledAt: null } }] },
          select: { id: true },
        })
      : null
    if (!person) {
      await recordAudit(tx, ctx, { kind: 'login.refused', subjectId: link?.personId ?? null, detail: { by: 'sso' } })
      return refuse('sso-unlinked')
    }
    await recordAudit(tx, ctx, { kind: 'login.opened', subjectId: person.id, detail: { by: 'sso' } })
    return ok(await openLogin(tx, { personId: person.id, device }))
  })
}

/** Links an identity to the signed-in actor. Refuses one that belongs to somebody else; linking one's own again changes nothing. */
export function linkSso(ctx: Context, identity: Identity): Promise<Outcome<null, 'sso-taken'>> {
  return ctx.transaction(async (tx) => {
    const { personId } = ctx.actor
    await tx.ssoLink.createMany({ data: [{ ...identity, personId }], skipDuplicates: true })
    const link = await tx.ssoLink.findUniqueOrThrow({ where: { issuer_subject: identity } })
    if (link.personId !== personId) return refuse('sso-taken')
    await tx.account.upsert({ where: { personId }, create: { personId }, update: {} })
    await recordAudit(tx, ctx, { kind: 'sso.linked', subjectId: personId })
    return ok(null)
  })
}
