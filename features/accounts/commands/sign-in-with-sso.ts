import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import type { OpenContext } from '@/server/auth/open-action'
import { ok, refuse } from '@/server/outcome'
import type { Outcome } from '@/server/outcome'
import { openLogin } from './open-login'
import type { OpenedLogin } from './open-login'
import { liveSetupToken } from './setup-token'

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

/**
 * An invited officer proves an identity instead of choosing a password: it is linked, the one-time link is used up. Refused when the
 * link is worth nothing any more, or the identity is somebody else's.
 */
export function acceptInvitationBySso(
  ctx: OpenContext,
  setupToken: string,
  identity: Identity,
  device: string | null,
): Promise<Outcome<OpenedLogin, 'sso-failed' | 'sso-taken'>> {
  return ctx.transaction(async (tx) => {
    const row = await liveSetupToken(tx, setupToken)
    if (!row?.personId) return refuse('sso-failed')
    const { personId } = row
    const known = await tx.ssoLink.findUnique({ where: { issuer_subject: identity } })
    if (known && known.personId !== personId) return refuse('sso-taken')
    const { count } = await tx.setupToken.updateMany({
      where: { id: row.id, usedAt: null },
      data: { usedAt: new Date() },
    })
    if (count === 0) return refuse('sso-failed')
    if (!known) await tx.ssoLink.create({ data: { ...identity, personId } })
    await recordAudit(tx, ctx, { kind: 'sso.linked', subjectId: personId, detail: { by: 'invitation' } })
    return ok(await openLogin(tx, { personId, device }))
  })
}
