import { headers } from 'next/headers'
import { actorOfLogin } from '@/server/auth/actor'
import { deviceOf } from '@/server/auth/device'
import { liveLogin } from '@/server/auth/live-login'
import { currentLogin } from '@/server/auth/login-cookie'
import type { SignInDoors } from '@/server/auth/next-auth-options'
import { openContext } from '@/server/auth/open-action'
import { takeSsoIntent } from '@/server/auth/sso-intent'
import { contextOf } from '@/server/context'
import { closeLogin } from './commands/close-login'
import { acceptInvitationBySso, linkSso, signInWithSso } from './commands/sign-in-with-sso'
import { signInWithPassword } from './commands/sign-in-with-password'

async function device(): Promise<string | null> {
  return deviceOf((await headers()).get('user-agent'))
}

/** What next-auth may do here: the same commands as the forms. */
export const signInDoors: SignInDoors = {
  async byPassword(name, password) {
    if (!name || !password || name.length > 100 || password.length > 512) return null
    const outcome = await signInWithPassword(await openContext(), { name, password, device: await device() })
    return outcome.ok ? outcome.value.secret : null
  },
  async bySingleSignOn(identity) {
    const ctx = await openContext()
    const intent = await takeSsoIntent()
    if (intent && 'setupToken' in intent) {
      const accepted = await acceptInvitationBySso(ctx, intent.setupToken, identity, await device())
      return accepted.ok ? { secret: accepted.value.secret } : { notice: accepted.refusal }
    }
    const login = intent ? await currentLogin() : null
    if (login && login.id === intent?.loginId && !login.holdingId) {
      const actor = await actorOfLogin(login)
      if (actor.mfaPending) return { notice: '/account/totp' }
      const linked = await linkSso(contextOf(actor, ctx.requestId), identity)
      return { notice: linked.ok ? '/account?notice=sso-linked' : '/account?notice=sso-taken' }
    }
    const outcome = await signInWithSso(ctx, identity, await device())
    return outcome.ok ? { secret: outcome.value.secret } : { notice: outcome.refusal }
  },
  async signedOut(secret) {
    const login = await liveLogin(secret)
    if (login) await closeLogin(await openContext(), login.personId, login.id)
  },
}
