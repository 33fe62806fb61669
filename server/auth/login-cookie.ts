import 'server-only'
import { cookies } from 'next/headers'
import { encode } from 'next-auth/jwt'
import { cache } from 'react'
import { env } from '@/server/env'
import { liveLogin } from './live-login'
import type { LoginRow } from './live-login'
import { loginCookie, loginSecretIn } from './login-token'

export type { LoginRow } from './live-login'

/** No login outlives this; the row's own `endsAt` is what counts. */
const COOKIE_SECONDS = 61 * 24 * 60 * 60

/** Hands the browser a login: the cookie holds an encrypted next-auth token with the login's secret and nothing else. */
export async function setLoginCookie(secret: string, endsAt: Date): Promise<void> {
  const { name, options } = loginCookie()
  const value = await encode({ token: { login: secret }, secret: env().AUTH_SECRET, maxAge: COOKIE_SECONDS })
  const jar = await cookies()
  jar.set(name, value, { ...options, expires: endsAt })
}

/** Takes the login from the browser; the row must be revoked by the caller. */
export async function clearLoginCookie(): Promise<void> {
  const { name, options } = loginCookie()
  const jar = await cookies()
  jar.set(name, '', { ...options, maxAge: 0 })
}

/**
 * The login of this request, or null for anonymous. The row is asked each time, so an ended holding, a disabled account and a
 * revoked login count at the next request. Read once per request.
 */
export const currentLogin = cache(async (): Promise<LoginRow | null> => {
  const jar = await cookies()
  const secret = await loginSecretIn(jar.get(loginCookie().name)?.value)
  return secret ? liveLogin(secret) : null
})
