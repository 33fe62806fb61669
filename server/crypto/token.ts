import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { keyedHash } from './keys'

/** A new 128-bit token in URL-safe base64 (22 characters). */
export function newToken(): string {
  return randomBytes(16).toString('base64url')
}

/** A typed code as stored: upper case, no separators, I and L read as 1, O as 0. */
export function normaliseCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
}

/** What is stored instead of a link token, a code or a setup token. */
export function tokenHmac(
  purpose: 'link' | 'code' | 'setup' | 'recovery' | 'display',
  token: string,
): Uint8Array<ArrayBuffer> {
  return keyedHash(`token:${purpose}`, token)
}

/** What is stored instead of a login's secret: SHA-256, as the secret itself is random. */
export function loginHash(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret).digest())
}
