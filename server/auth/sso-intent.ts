import 'server-only'
import { cookies } from 'next/headers'
import { decryptColumn, encryptColumn } from '@/server/crypto/column'
import { isSecureOrigin } from './login-token'

const NAME = 'zhixing.sso-intent'
const SECONDS = 10 * 60

/** What an identity is proved for: to be linked to the account of this login, or to accept this invitation. */
export type SsoIntent = { loginId: string } | { setupToken: string }

/** Remembers for ten minutes, in this browser only, what the single sign-on that begins now is for. */
export async function rememberSsoIntent(intent: SsoIntent): Promise<void> {
  const text = JSON.stringify({ ...intent, until: Date.now() + SECONDS * 1000 })
  const value = Buffer.from(encryptColumn('sso-intent', text)).toString('base64url')
  const jar = await cookies()
  jar.set(NAME, value, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/api/auth',
    secure: isSecureOrigin(),
    maxAge: SECONDS,
  })
}

/** What was remembered, once; null when nothing was, too long ago, or the cookie is not ours. */
export async function takeSsoIntent(): Promise<SsoIntent | null> {
  const jar = await cookies()
  const value = jar.get(NAME)?.value
  if (!value) return null
  jar.set(NAME, '', { path: '/api/auth', maxAge: 0 })
  try {
    const { until, ...intent } = JSON.parse(
      decryptColumn('sso-intent', Buffer.from(value, 'base64url')),
    ) as SsoIntent & { until: number }
    return until > Date.now() ? (intent as SsoIntent) : null
  } catch {
    return null // A forged cookie is no intent.
  }
}
