import 'server-only'
import { decryptColumn, encryptColumn } from './column'
import { keyedHash } from './keys'

/** What the two mobile columns of a person hold for a normalised 11-digit number. */
export function mobileColumns(mobile: string): {
  mobileCipher: Uint8Array<ArrayBuffer>
  mobileHmac: Uint8Array<ArrayBuffer>
} {
  return { mobileCipher: encryptColumn('mobile', mobile), mobileHmac: mobileHmac(mobile) }
}

/** The index value of a normalised mobile: equal numbers, equal bytes. */
export function mobileHmac(mobile: string): Uint8Array<ArrayBuffer> {
  return keyedHash('mobile', mobile)
}

/** The number itself; only for the places that design.md section 3 allows. */
export function revealMobile(cipher: Uint8Array): string {
  return decryptColumn('mobile', cipher)
}
