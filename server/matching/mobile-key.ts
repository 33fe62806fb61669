import 'server-only'
import { mobileHmac } from '@/server/crypto/mobile'

/** What the rules of matching know of a normalised 11-digit mobile: equal numbers, equal keys; nobody gets back from it. */
export function mobileKeyOf(mobile: string): string {
  return Buffer.from(mobileHmac(mobile)).toString('hex')
}
