import 'server-only'
import { appOrigin, isOriginConfigured } from '@/server/env'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether a state-changing request comes from our own pages. A missing or "null" Origin is refused; forwarded headers are
 * never believed. Without APP_ORIGIN (a trial on one machine) a loopback origin that equals the Host header is ours, too.
 * Source: security.md 0.2, T14.
 */
export function isOwnOrigin(headers: { get(name: string): string | null }): boolean {
  const origin = headers.get('origin')
  if (!origin || origin === 'null') return false
  if (origin === appOrigin()) return true
  if (isOriginConfigured() || !URL.canParse(origin)) return false
  const { hostname, host } = new URL(origin)
  return LOOPBACK.has(hostname) && host === headers.get('host')
}
