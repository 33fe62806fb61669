import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { setupGreeting } from '@/features/accounts/queries/setup-greeting'
import { signInDoors } from '@/features/accounts/sign-in-doors'
import { currentActor } from '@/server/auth/actor'
import { nextAuthOptions } from '@/server/auth/next-auth-options'
import { isOwnOrigin } from '@/server/auth/origin'
import { singleSignOn } from '@/server/auth/single-sign-on'
import { rememberSsoIntent } from '@/server/auth/sso-intent'
import { startSingleSignOn } from '@/server/auth/start-single-sign-on'
import { appOrigin } from '@/server/env'
import { handlerForm } from '@/server/handler'
import { ownPath } from '@/server/own-path'

/** Sends somebody to the single sign-on; with `intent=link` to link the identity to the account that is signed in, with `intent=setup` to accept
 * an invitation. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(await headers())) return new Response(null, { status: 403 })
  if (!singleSignOn()) return new Response(null, { status: 404 })
  const form = await handlerForm(request)
  if (form instanceof Response) return form
  if (form.get('intent') === 'link') {
    const actor = await currentActor()
    if (actor?.via !== 'account' || actor.mfaPending) return new Response(null, { status: 404 })
    await rememberSsoIntent({ loginId: actor.loginId })
  }
  if (form.get('intent') === 'setup') {
    const setupToken = String(form.get('token') ?? '')
    if ((await setupGreeting(setupToken))?.kind !== 'invited') return new Response(null, { status: 404 })
    await rememberSsoIntent({ setupToken })
  }
  const started = await startSingleSignOn(nextAuthOptions(signInDoors), appOrigin() + ownPath(form.get('next')))
  if (!started) return Response.redirect(`${appOrigin()}/sign-in?notice=sso-failed`, 303)
  const response = await onwards(started.url)
  for (const cookie of started.cookies) response.headers.append('set-cookie', cookie)
  return response
}

/** A page that leads on by itself: a redirect would be stopped, as our forms may only lead to ourselves (form-action). */
async function onwards(url: string): Promise<Response> {
  const t = await getTranslations('accounts.signIn')
  const address = url.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
  const html = `<!doctype html><html lang="${await getLocale()}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="0;url=${address}"><title>${t('ssoOnwards')}</title><p><a href="${address}">${t('ssoOnwards')}</a></p></html>`
  return new Response(html, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' },
  })
}
