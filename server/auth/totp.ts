import 'server-only'
import { generateURI, verify } from 'otplib'
import { dataKey, keyedHash } from '@/server/crypto/keys'
import { normaliseCode } from '@/server/crypto/token'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RECOVERY_CODES = 10

/**
 * The secret offered to somebody who is enrolling: derived from the login and the last accepted step, so that it stays the same
 * while they scan and type, and needs no storage before it is confirmed. 160 bits in base32.
 */
export function offeredTotpSecret(loginId: string, lastStep: number | null): string {
  const bits = [...dataKey(`totp-offer:${loginId}:${lastStep ?? ''}`).subarray(0, 20)]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => BASE32[Number.parseInt(five, 2)]).join('')
}

/** The otpauth: address behind the QR code. */
export function totpUri(secret: string, label: string): string {
  return generateURI({ issuer: '知行 Zhixing', label, secret })
}

/**
 * The 30-second step that a typed code belongs to, or null when it is wrong, older than one step, or not after `lastStep` (a code
 * counts once). `at` in seconds since 1970, for tests; by default now.
 */
export async function acceptedTotpStep(
  secret: string,
  code: string,
  lastStep: number | null,
  at?: number,
): Promise<number | null> {
  const result = await verify({
    secret,
    token: code,
    epochTolerance: 30,
    ...(at === undefined ? {} : { epoch: at }),
    ...(lastStep === null ? {} : { afterTimeStep: lastStep }),
  }).catch(() => null)
  return result?.valid && 'timeStep' in result ? result.timeStep : null
}

/** The ten recovery codes of one batch, "ABCDE-FGHJK"; derived, so that they can be shown once more right after enrolling. */
export function recoveryCodes(personId: string, madeAt: Date): string[] {
  return Array.from({ length: RECOVERY_CODES }, (_, index) => {
    const bytes = keyedHash('recovery-code', `${personId}:${madeAt.toISOString()}:${index}`).subarray(0, 10)
    const code = Array.from(bytes, (byte) => CROCKFORD[byte & 31]).join('')
    return `${code.slice(0, 5)}-${code.slice(5)}`
  })
}

/** What is stored of a recovery code, whatever way it was typed; bound to its owner. */
export function recoveryHash(personId: string, code: string): Uint8Array<ArrayBuffer> {
  return keyedHash('token:recovery', `${personId}:${normaliseCode(code)}`)
}
