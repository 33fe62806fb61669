import 'server-only'
import { cookies } from 'next/headers'
import { decryptColumn, encryptColumn } from '@/server/crypto/column'
import { isSecureOrigin } from './login-cookie'

const NAME = 'zhixing.sso-intent'
const SECONDS = 10 * 60

type Intent = { loginId: string; until: number }

/** Remembers for ten minutes that this login asked to link the identity it is about to prove. */
export async function rememberLinkIntent(loginId: string): Promise<void> {
  const intent: Intent = { loginId, until: Date.now() + SECONDS * 1000 }
  const value = Buffer.from(encryptColumn('sso-intent', JSON.stringify(intent))).toString('base64url')
  const jar = await cookies()
  jar.set(NAME, value, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/api/auth',
    secure: isSecureOrigin(),
    maxAge: SECONDS,
  })
}

/** The login that asked to be linked, once; null when none did, too long ago, or the cookie is not ours. */
export async function takeLinkIntent(): Promise<string | null> {
  const jar = await cookies()
  const value = jar.get(NAME)?.value
  if (!value) return null
  jar.set(NAME, '', { path: '/api/auth', maxAge: 0 })
  try {
    const intent = JSON.parse(decryptColumn('sso-intent', Buffer.from(value, 'base64url'))) as Intent
    return intent.until > Date.now() ? intent.loginId : null
  } catch {
    return null // A forged cookie is no intent.
  }
}
