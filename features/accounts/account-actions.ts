'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { deviceOf } from '@/server/auth/device'
import { setLocaleCookie } from '@/server/auth/locale-cookie'
import { setLoginCookie } from '@/server/auth/login-cookie'
import { ownPath } from '@/server/own-path'
import { changePassword } from './commands/change-password'
import { claimAccount } from './commands/claim-account'
import { closeLogin } from './commands/close-login'
import { confirmByRecoveryCode, confirmTotp } from './commands/confirm-totp'
import { enrolTotp } from './commands/enrol-totp'
import { removeTotp } from './commands/remove-totp'
import { setLocale } from './commands/set-locale'
import { confirmed } from './confirmed'
import {
  localeInput,
  loginInput,
  passwordChangeInput,
  passwordClaimInput,
  recoveryCodeInput,
  totpCodeInput,
  totpRemoveInput,
} from './input'

/** The code of the authenticator after the password: this login counts from now on. */
export const confirmTotpAction = formAction({
  permission: 'account.manage',
  input: totpCodeInput,
  async run(ctx, { code, next }) {
    const outcome = await confirmTotp(ctx, code)
    if (!outcome.ok) return outcome
    await setLoginCookie(outcome.value.secret, outcome.value.endsAt)
    redirect(ownPath(next))
  },
})

/** A recovery code in place of the authenticator. */
export const recoveryCodeAction = formAction({
  permission: 'account.manage',
  input: recoveryCodeInput,
  async run(ctx, { code, next }) {
    const outcome = await confirmByRecoveryCode(ctx, code)
    if (!outcome.ok) return outcome
    await setLoginCookie(outcome.value.secret, outcome.value.endsAt)
    redirect(ownPath(next))
  },
})

/** Switches the second factor on; the recovery codes are on the next page. */
export const enrolTotpAction = formAction({
  permission: 'account.manage',
  input: totpCodeInput,
  async run(ctx, { code, next }) {
    const outcome = await enrolTotp(ctx, code)
    if (!outcome.ok) return outcome
    await setLoginCookie(outcome.value.secret, outcome.value.endsAt)
    redirect(`/account/totp/codes?next=${encodeURIComponent(ownPath(next))}`)
  },
})

/** Switches the second factor off; not for officers of the city. */
export const removeTotpAction = formAction({
  permission: 'account.manage',
  input: totpRemoveInput,
  async run(ctx, { password }) {
    confirmed(ctx.actor)
    const outcome = await removeTotp(ctx, password)
    if (!outcome.ok) return outcome
    redirect('/account?notice=totp-off')
  },
})

/** A new password for the present one. */
export const changePasswordAction = formAction({
  permission: 'account.manage',
  input: passwordChangeInput,
  async run(ctx, input) {
    confirmed(ctx.actor)
    const outcome = await changePassword(ctx, input)
    if (!outcome.ok) return outcome
    await setLoginCookie(outcome.value.secret, outcome.value.endsAt)
    redirect('/account?notice=password-set')
  },
})

/** A clerk who came by personal link sets a first password. */
export const claimAccountAction = formAction({
  permission: 'account.claim',
  input: passwordClaimInput,
  async run(ctx, { password }) {
    const outcome = await claimAccount(ctx, { password, device: deviceOf((await headers()).get('user-agent')) })
    if (!outcome.ok) return outcome
    await setLoginCookie(outcome.value.secret, outcome.value.endsAt)
    redirect('/account?notice=account-made')
  },
})

/** The language of the account, also for this browser. */
export const setLocaleAction = formAction({
  permission: 'account.manage',
  input: localeInput,
  async run(ctx, { locale }) {
    confirmed(ctx.actor)
    await setLocale(ctx, locale)
    await setLocaleCookie(locale)
    redirect('/account?notice=locale-set')
  },
})

/** Ends one other login of the same person. */
export const closeLoginAction = formAction({
  permission: 'account.manage',
  input: loginInput,
  async run(ctx, { loginId }) {
    confirmed(ctx.actor)
    const isClosed = await closeLogin(ctx, ctx.actor.personId, loginId)
    if (!isClosed) return { refusal: 'not-found' }
    redirect('/account/logins?notice=closed')
  },
})
