import { inTransaction } from '@/server/context'
import { createSetupToken, hasCityOfficer } from './setup-token'

/**
 * The one-time token that creates the first city officer, for the console of the machine only; null as soon as there is one. Each
 * call makes the earlier tokens worthless. Source: security.md T36.
 */
export function createFirstOfficerToken(): Promise<string | null> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('first-officer'))`
    if (await hasCityOfficer(tx)) return null
    return (await createSetupToken(tx, null)).token
  })
}
