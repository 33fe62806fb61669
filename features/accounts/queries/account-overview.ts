import type { Actor } from '@/domain/permissions/actor'
import { maskMobile } from '@/domain/permissions/mask'
import { revealMobile } from '@/server/crypto/mobile'
import { db } from '@/server/db/client'

/** What the account page shows of the actor themself. */
export async function accountOverview(actor: Actor) {
  const person = await db.person.findUniqueOrThrow({
    where: { id: actor.personId },
    select: { name: true, mobileCipher: true, mobileSource: true, account: true },
  })
  const ssoLinks = await db.ssoLink.count({ where: { personId: actor.personId } })
  return {
    name: person.name,
    signInName: person.account?.loginName ?? null,
    mobile: person.mobileCipher ? maskMobile(revealMobile(person.mobileCipher)) : null,
    mobileSource: person.mobileSource,
    hasPassword: Boolean(person.account?.passwordHash),
    hasTotp: Boolean(person.account?.totpCipher),
    totpLastStep: person.account?.totpLastStep ?? null,
    locale: person.account?.locale ?? null,
    isSsoLinked: ssoLinks > 0,
  }
}

/** The actor's live logins, this one first. */
export async function ownLogins(actor: Actor) {
  const now = new Date()
  const logins = await db.login.findMany({
    where: { personId: actor.personId, revokedAt: null, endsAt: { gt: now }, idleUntil: { gt: now } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, device: true, createdAt: true, endsAt: true, holdingId: true },
  })
  return logins
    .map((login) => ({ ...login, isThis: login.id === actor.loginId, isLink: login.holdingId !== null }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis))
}
