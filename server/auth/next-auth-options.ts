import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { appOrigin, env } from '@/server/env'
import { ownPath } from '@/server/own-path'
import { isSecureOrigin, loginCookie } from './login-token'
import { singleSignOn } from './single-sign-on'

/** What next-auth calls of ours; it decides nothing itself. Each answers with the secret of a new login. */
export type SignInDoors = {
  byPassword(name: string, password: string): Promise<string | null>
  /** A secret, or the code of the notice to show at the sign-in page. */
  bySingleSignOn(identity: { issuer: string; subject: string }): Promise<{ secret: string } | { notice: string }>
  signedOut(secret: string): Promise<void>
}

const SESSION_SECONDS = 12 * 60 * 60

type Bearer = { id: string; login?: string }

/** Settings of next-auth: JWT strategy whose token carries only the login's secret, cookies named after the scheme of APP_ORIGIN. */
export function nextAuthOptions(doors: SignInDoors): NextAuthOptions {
  // next-auth takes the origin of its callback address from this variable only; ours is APP_ORIGIN, never a request's header.
  // biome-ignore lint/style/noProcessEnv: the one variable another library insists on.
  process.env.NEXTAUTH_URL = appOrigin()
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    useSecureCookies: isSecureOrigin(),
    cookies: { sessionToken: loginCookie(), csrfToken: csrfCookie() },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/account' },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
    providers: providers(doors),
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== 'sso') return true
        const issuer = singleSignOn()?.issuer ?? ''
        const subject = (profile as { sub?: string } | undefined)?.sub ?? ''
        if (!issuer || !subject) return '/sign-in?notice=sso-failed'
        const answer = await doors.bySingleSignOn({ issuer, subject })
        if ('notice' in answer)
          return answer.notice.startsWith('/') ? answer.notice : `/sign-in?notice=${answer.notice}`
        ;(user as Bearer).login = answer.secret
        return true
      },
      jwt({ token, user }) {
        const secret = (user as Bearer | undefined)?.login ?? token.login
        return typeof secret === 'string' ? { login: secret } : {}
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url }) =>
        appOrigin() + ownPath(url.startsWith(`${appOrigin()}/`) ? url.slice(appOrigin().length) : url),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.login === 'string') await doors.signedOut(token.login)
      },
    },
  }
}

/** Name and attributes of next-auth's cookie against forged posts. */
export function csrfCookie() {
  const { options } = loginCookie()
  return { name: isSecureOrigin() ? '__Host-zhixing.csrf' : 'zhixing.csrf', options }
}

function providers(doors: SignInDoors): NextAuthOptions['providers'] {
  const password = CredentialsProvider({
    id: 'password',
    name: 'password',
    credentials: { name: {}, password: { type: 'password' } },
    async authorize(typed) {
      const secret = await doors.byPassword(typed?.name ?? '', typed?.password ?? '')
      return secret ? { id: 'login', login: secret } : null
    },
  })
  const sso = singleSignOn()
  if (!sso) return [password]
  return [
    password,
    {
      id: 'sso',
      name: sso.name,
      type: 'oauth',
      wellKnown: `${sso.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      issuer: sso.issuer,
      clientId: sso.clientId,
      clientSecret: sso.clientSecret,
      authorization: { params: { scope: 'openid' } },
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      client: { token_endpoint_auth_method: 'client_secret_basic' },
      profile: (claims: { sub: string }) => ({ id: claims.sub }),
    },
  ]
}
