import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import NextAuth from 'next-auth'
import { decode } from 'next-auth/jwt'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { liveLogin } from '@/server/auth/live-login'
import { nextAuthOptions } from '@/server/auth/next-auth-options'
import type { SignInDoors } from '@/server/auth/next-auth-options'
import { startSingleSignOn } from '@/server/auth/start-single-sign-on'
import { db } from '@/server/db/client'
import { env, forgetEnv } from '@/server/env'
import { anybody, signedIn } from '@/tests/cast/contexts'
import { smallCounty } from '@/tests/cast/small-county'
import { useDatabase } from '@/tests/support/database'
import { createSetupToken } from './commands/setup-token'
import { acceptInvitationBySso, linkSso, signInWithSso } from './commands/sign-in-with-sso'

// A real OpenID provider on the loopback; its answers can be falsified and signed again with its own key.

useDatabase()

type Claims = Record<string, unknown>
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
let falsify: ((claims: Claims) => Claims) | null = null
let isSignatureBroken = false
let idp: Server
let issuer = ''
let county: Awaited<ReturnType<typeof smallCounty>>
let asked: { issuer: string; subject: string }[] = []

const doors: SignInDoors = {
  byPassword: async () => null,
  async bySingleSignOn(identity) {
    asked.push(identity)
    const outcome = await signInWithSso(anybody(), identity, null)
    return outcome.ok ? { secret: outcome.value.secret } : { notice: outcome.refusal }
  },
  signedOut: async () => {},
}

beforeAll(async () => {
  county = await smallCounty()
  idp = createServer((request, response) => provider().callback()(request, response))
  await new Promise<void>((resolve) => idp.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(idp.address() as AddressInfo).port}`
  vi.stubEnv('OIDC_ISSUER', issuer)
  vi.stubEnv('OIDC_CLIENT_ID', 'zhixing')
  vi.stubEnv('OIDC_CLIENT_SECRET', 'a-client-secret')
  forgetEnv()
})
afterAll(() => {
  idp.close()
  vi.unstubAllEnvs()
  forgetEnv()
})
beforeEach(() => {
  falsify = null
  isSignatureBroken = false
  asked = []
})

let made: Provider | undefined
function provider(): Provider {
  if (made) return made
  made = new Provider(issuer, {
    clients: [
      {
        client_id: 'zhixing',
        client_secret: 'a-client-secret',
        redirect_uris: ['http://localhost:3000/api/auth/callback/sso'],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['for-this-test'] },
    pkce: { required: () => true },
    findAccount: async (_ctx: unknown, id: string) => ({ accountId: id, claims: async () => ({ sub: id }) }),
  })
  made.use(async (ctx, next) => {
    await next()
    if (ctx.oidc?.route !== 'token' || !falsify || !ctx.body.id_token) return
    const token = signedAgain(falsify(claimsOf(ctx.body.id_token)))
    ctx.body.id_token = isSignatureBroken ? `${token.slice(0, -8)}AAAAAAAA` : token
  })
  return made
}

function claimsOf(token: string): Claims {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Claims
}

function signedAgain(claims: Claims): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const body = `${part({ alg: 'RS256', kid: 'k1', typ: 'JWT' })}.${part(claims)}`
  const key = createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' }))
  return `${body}.${sign('RSA-SHA256', Buffer.from(body), key).toString('base64url')}`
}

type Jar = Map<string, string>
function keep(jar: Jar, lines: string[]): void {
  for (const line of lines) {
    const [pair = ''] = line.split(';')
    jar.set(pair.slice(0, pair.indexOf('=')), decodeURIComponent(pair.slice(pair.indexOf('=') + 1)))
  }
}

/** A browser at the provider: signs in as `subject`, agrees, and comes back with the callback's address. */
async function throughProvider(start: string, subject: string): Promise<URL> {
  const jar: Jar = new Map()
  let url = new URL(start)
  let form: URLSearchParams | null = null
  for (let step = 0; step < 12; step += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ')
    const answer: Response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form ? { method: 'POST', body: form } : {}),
    })
    keep(jar, answer.headers.getSetCookie())
    form = null
    const to = answer.headers.get('location')
    if (to) {
      url = new URL(to, url)
      if (url.origin === 'http://localhost:3000') return url
      continue
    }
    const page = await answer.text()
    const action = /action="([^"]+)"/.exec(page)?.[1]
    if (!action) throw new Error(`The provider stopped: ${page.slice(0, 300)}`)
    url = new URL(action, url)
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? 'login'
    form = new URLSearchParams({ prompt, login: subject, password: 'any' })
  }
  throw new Error('Too many steps.')
}

/** Our callback as the browser would call it; the answer's place and the cookies it sets. */
async function comeBack(callback: URL, cookies: Jar): Promise<{ location: string; jar: Jar }> {
  const headers = new Map<string, string | string[]>()
  const response = {
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader(name: string, value: string | string[]) {
      headers.set(name.toLowerCase(), value)
      return response
    },
    status: () => response,
    json: () => {},
    send: () => {},
    end: () => {},
  }
  const query = { nextauth: ['callback', 'sso'], ...Object.fromEntries(callback.searchParams) }
  const request = { method: 'GET', query, cookies: Object.fromEntries(cookies), headers: {}, body: {} }
  await NextAuth(request as never, response as never, nextAuthOptions(doors))
  const jar: Jar = new Map()
  keep(jar, [headers.get('set-cookie') ?? []].flat())
  return { location: String(headers.get('location')), jar }
}

async function signIn(subject: string, change: (jar: Jar, callback: URL) => void = () => {}) {
  const started = await startSingleSignOn(nextAuthOptions(doors), 'http://localhost:3000/manage')
  if (!started) throw new Error('not started')
  const jar: Jar = new Map()
  keep(jar, started.cookies)
  const callback = await throughProvider(started.url, subject)
  change(jar, callback)
  return { started, ...(await comeBack(callback, jar)) }
}

const secretIn = async (jar: Jar) => {
  const value = jar.get('zhixing.login')
  return value ? (await decode({ token: value, secret: env().AUTH_SECRET }))?.login : undefined
}

describe('single sign-on', () => {
  it('asks with PKCE S256, state and nonce, and for nothing but the identity', async () => {
    const started = await startSingleSignOn(nextAuthOptions(doors), 'http://localhost:3000/manage')
    const query = new URL(started?.url ?? '').searchParams
    expect(query.get('code_challenge_method')).toBe('S256')
    expect(query.get('state')).toBeTruthy()
    expect(query.get('nonce')).toBeTruthy()
    expect(query.get('scope')).toBe('openid')
    expect(query.get('redirect_uri')).toBe('http://localhost:3000/api/auth/callback/sso')
    expect(started?.cookies.every((line) => /HttpOnly/i.test(line) && /SameSite=Lax/i.test(line))).toBe(true)
  })

  it('refuses an identity that nobody linked, calmly, and opens nothing', async () => {
    const { location, jar } = await signIn('stranger')
    expect(location).toBe('/sign-in?notice=sso-unlinked')
    expect(await secretIn(jar)).toBeUndefined()
    expect(asked).toEqual([{ issuer, subject: 'stranger' }])
  })

  it('signs in whom a signed-in person linked before, by issuer and subject, with the second factor still to come', async () => {
    const ctx = await signedIn(county.cityOfficer.personId)
    expect(await linkSso(ctx, { issuer, subject: 'lin' })).toMatchObject({ ok: true })
    const { location, jar } = await signIn('lin')
    expect(location).toBe('http://localhost:3000/manage')
    const secret = await secretIn(jar)
    expect(await liveLogin(String(secret))).toMatchObject({ personId: county.cityOfficer.personId, mfaAt: null })
    const token = await decode({ token: jar.get('zhixing.login') ?? '', secret: env().AUTH_SECRET })
    expect(Object.keys(token ?? {}).sort()).toEqual(['exp', 'iat', 'jti', 'login'])
  })

  it('does not give an identity to a second person, nor another issuer’s subject to anybody', async () => {
    const ctx = await signedIn(county.countyOfficer.personId)
    expect(await linkSso(ctx, { issuer, subject: 'lin' })).toEqual({ ok: false, refusal: 'sso-taken' })
    expect(await signInWithSso(anybody(), { issuer: 'https://elsewhere.example', subject: 'lin' }, null)).toMatchObject(
      { refusal: 'sso-unlinked' },
    )
  })

  it('lets an invited officer accept with an identity instead of a password, once, and not with somebody else’s', async () => {
    const token = await db.$transaction(async (tx) => (await createSetupToken(tx, county.townOfficer.personId)).token)
    const accept = (subject: string) => acceptInvitationBySso(anybody(), token, { issuer, subject }, null)
    expect(await accept('lin')).toEqual({ ok: false, refusal: 'sso-taken' })
    const answers = await Promise.all([accept('chen'), accept('chen')])
    expect(answers.filter((each) => each.ok)).toHaveLength(1)
    expect((await signIn('chen')).location).toBe('http://localhost:3000/manage')
  })

  it('refuses a disabled account', async () => {
    const where = { where: { personId: county.cityOfficer.personId } }
    await db.account.update({ ...where, data: { disabledAt: new Date() } })
    expect((await signIn('lin')).location).toBe('/sign-in?notice=sso-unlinked')
    await db.account.update({ ...where, data: { disabledAt: null } })
  })

  const now = () => Math.floor(Date.now() / 1000)
  it.each<[string, (claims: Claims) => Claims]>([
    ['for another client', (claims) => ({ ...claims, aud: 'somebody-else' })],
    ['with another nonce', (claims) => ({ ...claims, nonce: 'another' })],
    ['without a nonce', ({ nonce: _, ...claims }) => claims],
    ['of another issuer', (claims) => ({ ...claims, iss: 'https://evil.example' })],
    ['that ran out', (claims) => ({ ...claims, exp: now() - 3600, iat: now() - 7200 })],
    ['without a subject', ({ sub: _, ...claims }) => claims],
  ])('refuses a token %s', async (_, change) => {
    falsify = change
    const { location, jar } = await signIn('lin')
    expect(location).toMatch(/\/(sign-in|api\/auth\/error)\?.*(error|notice)=/)
    expect(await secretIn(jar)).toBeUndefined()
    expect(asked).toEqual([])
  })

  it('refuses a token whose signature is not the provider’s', async () => {
    falsify = (claims) => claims
    expect((await signIn('lin')).location).toBe('http://localhost:3000/manage') // signed again by the provider's key: fine
    asked = []
    isSignatureBroken = true
    const broken = await signIn('lin')
    expect(await secretIn(broken.jar)).toBeUndefined()
    expect(asked).toEqual([])
  })

  it('refuses a browser that comes back with another state', async () => {
    const { jar } = await signIn('lin', (_jar, callback) => callback.searchParams.set('state', 'another'))
    expect(await secretIn(jar)).toBeUndefined()
    expect(asked).toEqual([])
  })

  it.each(['state', 'pkce', 'nonce'])('refuses a browser that comes back without its %s cookie', async (check) => {
    const { jar } = await signIn('lin', (cookies) => {
      for (const name of [...cookies.keys()]) if (name.includes(check)) cookies.delete(name)
    })
    expect(await secretIn(jar)).toBeUndefined()
    expect(asked).toEqual([])
  })
})
