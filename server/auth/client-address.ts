import 'server-only'
import { env } from '@/server/env'

/**
 * The address a request came from, for limits only; it is never stored in clear. Behind `TRUSTED_PROXY_HOPS` proxies it is the
 * entry that the outermost of them wrote; without a proxy it is what our own web server saw, and forwarded headers are ignored.
 * "unknown" is one address like any other, so a missing header never lifts a limit. Source: security.md, ASVS 4.1.3.
 */
export function clientAddress(headers: { get(name: string): string | null }): string {
  const seen = headers.get('x-remote-address') ?? 'unknown'
  const hops = env().TRUSTED_PROXY_HOPS
  if (hops === 0) return seen
  const chain = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  return chain.at(-hops) || seen
}
