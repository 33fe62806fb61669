import 'server-only'
import { env } from '@/server/env'

/** The one OpenID provider of this installation, or null: single sign-on is offered only when all three settings are there. */
export function singleSignOn(): { issuer: string; clientId: string; clientSecret: string; name: string } | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = env()
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, name } : null
}
