import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import NextAuth from 'next-auth'
import type { NextAuthOptions } from 'next-auth'
import { env } from '@/server/env'
import { csrfCookie } from './next-auth-options'

/**
 * Begins a single sign-on in one step, also without scripts: asks next-auth for the provider's address (with PKCE, state and nonce)
 * as its own sign-in form would. The caller has checked that the request is ours.
 *
 * @returns the address to go to and the Set-Cookie lines that keep the checks; null when the provider does not answer
 */
export async function startSingleSignOn(
  options: NextAuthOptions,
  callbackUrl: string,
): Promise<{ url: string; cookies: string[] } | null> {
  const csrfToken = randomBytes(32).toString('hex')
  const seal = createHash('sha256').update(`${csrfToken}${env().AUTH_SECRET}`).digest('hex')
  const request = {
    method: 'POST',
    query: { nextauth: ['signin', 'sso'] },
    body: { csrfToken, callbackUrl, json: 'true' },
    cookies: { [csrfCookie().name]: `${csrfToken}|${seal}` },
    headers: {},
  }
  const answer = collector()
  await NextAuth(request as never, answer.response as never, options)
  const { url } = answer.body() as { url?: string }
  return url && new URL(url).origin !== new URL(callbackUrl).origin ? { url, cookies: answer.cookies() } : null
}

/** As much of a Node response as next-auth uses. */
function collector() {
  const headers = new Map<string, string | string[]>()
  let body: unknown = {}
  const response = {
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader(name: string, value: string | string[]) {
      headers.set(name.toLowerCase(), value)
      return response
    },
    status: () => response,
    json(value: unknown) {
      body = value
    },
    send(value: unknown) {
      body = value
    },
    end: () => {},
  }
  return { response, body: () => body ?? {}, cookies: () => [headers.get('set-cookie') ?? []].flat() }
}
