import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { secret } from './installation'

// The product's own formats, written a second time: a test that shared its code could not notice that stored values changed.

/** HMAC-SHA-256 of a text for one purpose under HMAC_KEY (server/crypto/keys.ts). */
export function keyedHash(purpose: string, text: string): Buffer {
  return createHmac('sha256', Buffer.from(secret('HMAC_KEY'), 'base64'))
    .update(`${purpose}\0${text}`)
    .digest()
}

/** Token and stored hash of a personal link (server/auth/link-secrets.ts). */
export function linkToken(linkId: string): { token: string; hmac: Buffer } {
  const token = keyedHash('link-token', linkId).subarray(0, 16).toString('base64url')
  return { token, hmac: keyedHash('token:link', token) }
}

/** The mobile in a person's encrypted column (server/crypto/column.ts). */
export function decryptMobile(bytes: Buffer): string {
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(secret('DATA_KEY'), 'base64'), '', 'zhixing:mobile', 32))
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 13))
  decipher.setAuthTag(bytes.subarray(13, 29))
  return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]).toString('utf8')
}

/** A chunk of a stored file (server/files/stored-file.ts): base64, encrypted. */
export function encryptFile(bytes: string): Buffer {
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(secret('DATA_KEY'), 'base64'), '', 'zhixing:file', 32))
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const body = Buffer.concat([cipher.update(Buffer.from(bytes).toString('base64')), cipher.final()])
  return Buffer.concat([Buffer.from([1]), nonce, cipher.getAuthTag(), body])
}

/** A new login's secret and what is stored of it. */
export function newLoginSecret(): { secret: string; hash: Buffer } {
  const value = randomBytes(32).toString('base64url')
  return { secret: value, hash: createHash('sha256').update(value).digest() }
}
