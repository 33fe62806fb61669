import 'server-only'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { dataKey } from './keys'

// Layout: 1 byte algorithm (1 = AES-256-GCM), 12 bytes nonce, 16 bytes tag, cipher text.
const ALGORITHM = 1

/**
 * Encrypts a text for storage in one column. The purpose ("mobile", "totp") is bound in: a cipher text does not open elsewhere.
 */
export function encryptColumn(purpose: string, text: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', dataKey(purpose), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return new Uint8Array(Buffer.concat([Buffer.from([ALGORITHM]), nonce, cipher.getAuthTag(), body]))
}

/**
 * The text that `encryptColumn` was given.
 * @throws Error when the bytes were changed, the key or the purpose differs.
 */
export function decryptColumn(purpose: string, bytes: Uint8Array): string {
  const all = Buffer.from(bytes)
  if (all[0] !== ALGORITHM) throw new Error('Unknown column cipher.')
  const decipher = createDecipheriv('aes-256-gcm', dataKey(purpose), all.subarray(1, 13))
  decipher.setAuthTag(all.subarray(13, 29))
  return Buffer.concat([decipher.update(all.subarray(29)), decipher.final()]).toString('utf8')
}
