import 'server-only'
import { cookies } from 'next/headers'
import { isSecureOrigin } from './login-token'

/** Copies the account's language into this browser; "zh" or "en", anything else is left alone. */
export async function setLocaleCookie(locale: string | null): Promise<void> {
  if (locale !== 'zh' && locale !== 'en') return
  const jar = await cookies()
  jar.set('locale', locale, { path: '/', sameSite: 'lax', secure: isSecureOrigin(), maxAge: 365 * 24 * 60 * 60 })
}
