'use server'

import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { deviceOf } from '@/server/auth/device'
import { setLocaleCookie } from '@/server/auth/locale-cookie'
import { clearLoginCookie, currentLogin, setLoginCookie } from '@/server/auth/login-cookie'
import { openAction, openContext } from '@/server/auth/open-action'
import { ownPath } from '@/server/own-path'
import { closeLogin } from './commands/close-login'
import { completeSetup } from './commands/complete-setup'
import { openByCode, openPersonalLink } from './commands/open-personal-link'
import type { OpenedLink } from './commands/open-personal-link'
import { signInWithPassword } from './commands/sign-in-with-password'
import { openCodeInput, openLinkInput, setupInput, signInInput, signOutInput } from './input'

/** Signing in by mobile or login name and password; replaces whatever login this browser had. */
export const signInAction = openAction({
  input: signInInput,
  keep: ['name'],
  async run(ctx, { name, password, next }) {
    const outcome = await signInWithPassword(ctx, { name, password, device: await device() })
    if (!outcome.ok) return outcome
    await replaceLogin(outcome.value)
    await setLocaleCookie(outcome.value.locale)
    const target = outcome.value.mustChange ? '/account/password?must=1' : ownPath(next)
    redirect(outcome.value.hasTotp ? `/account/totp?next=${encodeURIComponent(target)}` : target)
  },
})

/**
 * Ends the login of this browser; asks for nothing but our own origin, so that it never fails. `next` is where somebody who signs in anew goes on.
 */
export const signOutAction = openAction({
  input: signOutInput,
  async run(ctx, { next }) {
    const login = await currentLogin()
    if (login) await closeLogin(ctx, login.personId, login.id)
    await clearLoginCookie()
    redirect(`/sign-in?notice=signed-out${next === '/' ? '' : `&next=${encodeURIComponent(next)}`}`)
  },
})

/** Opens a personal link: the last four figures of the holder's mobile prove who is there. */
export const openLinkAction = openAction({
  input: openLinkInput,
  async run(ctx, { token, tail }) {
    const outcome = await openPersonalLink(ctx, { token, tail, device: await device() })
    if (!outcome.ok) return outcome
    await enterByLink(outcome.value)
  },
})

/** The same by a typed code from a letter. */
export const openCodeAction = openAction({
  input: openCodeInput,
  keep: ['code'],
  async run(ctx, { code, tail }) {
    const outcome = await openByCode(ctx, { code, tail, device: await device() })
    if (!outcome.ok) return outcome
    await enterByLink(outcome.value)
  },
})

/** Uses a one-time link up; whoever comes second finds nothing. */
export const completeSetupAction = openAction({
  input: setupInput,
  keep: ['name', 'signInName', 'cityName', 'cityCode'],
  async run(ctx, input) {
    const outcome = await completeSetup(ctx, { ...input, device: await device() })
    if (!outcome.ok && outcome.refusal === 'not-found') notFound()
    if (!outcome.ok) return outcome
    await replaceLogin(outcome.value)
    redirect('/account/totp?next=/manage')
  },
})

async function enterByLink(opened: OpenedLink): Promise<never> {
  await replaceLogin(opened)
  redirect(opened.seatKind === 'HEAD' ? '/learn/start' : '/learn')
}

async function replaceLogin(opened: { secret: string; endsAt: Date }): Promise<void> {
  const before = await currentLogin()
  if (before) await closeLogin(await openContext(), before.personId, before.id)
  await setLoginCookie(opened.secret, opened.endsAt)
}

async function device(): Promise<string | null> {
  return deviceOf((await headers()).get('user-agent'))
}
