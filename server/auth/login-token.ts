import 'server-only'
import { decode } from 'next-auth/jwt'
import { appOrigin, env } from '@/server/env'

/** Whether cookies are Secure and carry a prefix: follows the scheme of APP_ORIGIN. Source: design.md 8.9. */
export function isSecureOrigin(): boolean {
  return appOrigin().startsWith('https://')
}

/** Name and attributes of the next-auth session cookie; the name binds it to this host when served over https. */
export function loginCookie() {
  const secure = isSecureOrigin()
  return {
    name: secure ? '__Host-zhixing.login' : 'zhixing.login',
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure },
  }
}

/**
 * What genuine cookies of this process's last visitors say: a token never changes its meaning, and opening one derives a key anew each time.
 * Whether the login in it is still good is asked of its row at every request.
 */
const opened = new Map<string, string>()
const OPENED_AT_MOST = 5_000

/** The login's secret in a cookie value, or null when it is missing, forged or of another key. */
export async function loginSecretIn(value: string | undefined): Promise<string | null> {
  if (!value) return null
  const known = opened.get(value)
  if (known !== undefined) return known
  try {
    const token = await decode({ token: value, secret: env().AUTH_SECRET })
    if (typeof token?.login !== 'string') return null
    if (opened.size >= OPENED_AT_MOST) opened.clear()
    opened.set(value, token.login)
    return token.login
  } catch {
    return null // Whatever is wrong with the token, its bearer is anonymous.
  }
}
