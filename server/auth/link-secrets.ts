import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import { keyedHash } from '@/server/crypto/keys'
import { normaliseCode, tokenHmac } from '@/server/crypto/token'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The 128-bit token of a personal link, derived from the row's id and HMAC_KEY, so that an officer can be shown the same link
 * again while the table holds nothing but hashes.
 */
export function linkToken(linkId: string): string {
  return Buffer.from(keyedHash('link-token', linkId).subarray(0, 16)).toString('base64url')
}

/** The typed code of the same link: 12 Crockford characters, shown as "XXXX-XXXX-XXXX". */
export function linkCode(linkId: string): string {
  const bytes = keyedHash('link-code', linkId).subarray(0, 12)
  const code = Array.from(bytes, (byte) => CROCKFORD[byte & 31]).join('')
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
}

/** What is stored of both. */
export function linkHashes(linkId: string): { tokenHmac: Uint8Array<ArrayBuffer>; codeHmac: Uint8Array<ArrayBuffer> } {
  return {
    tokenHmac: tokenHmac('link', linkToken(linkId)),
    codeHmac: tokenHmac('code', normaliseCode(linkCode(linkId))),
  }
}

/** Whether two short texts are equal, in the same time whatever they are. */
export function equalTexts(a: string, b: string): boolean {
  return timingSafeEqual(keyedHash('equal', a), keyedHash('equal', b))
}
