import { newToken, tokenHmac } from '@/server/crypto/token'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { standing } from './standing-grants'

const FIRST_OFFICER_HOURS = 24
const INVITATION_HOURS = 7 * 24

/** A new one-time link for a first password; earlier unused ones of the same person or kind are worth nothing from now on. */
export async function createSetupToken(
  tx: Transaction,
  personId: string | null,
): Promise<{ token: string; expiresAt: Date }> {
  const kind = personId ? 'INVITED_OFFICER' : 'FIRST_OFFICER'
  await tx.setupToken.updateMany({ where: { kind, personId, usedAt: null }, data: { usedAt: new Date() } })
  const token = newToken()
  const hours = personId ? INVITATION_HOURS : FIRST_OFFICER_HOURS
  const expiresAt = new Date(Date.now() + hours * 3_600_000)
  await tx.setupToken.create({ data: { id: newId(), tokenHmac: tokenHmac('setup', token), kind, personId, expiresAt } })
  return { token, expiresAt }
}

/** The unused, unexpired token row, or null. Of a first officer's also null as soon as there is a city officer. */
export async function liveSetupToken(tx: Pick<Transaction, 'setupToken' | 'officerGrant'>, token: string) {
  const row = await tx.setupToken.findUnique({ where: { tokenHmac: tokenHmac('setup', token) } })
  if (!row || row.usedAt || row.expiresAt <= new Date()) return null
  if (row.kind === 'FIRST_OFFICER' && (await hasCityOfficer(tx))) return null
  return row
}

/** Whether anybody was ever made officer of the city and the grant still stands. */
export async function hasCityOfficer(tx: Pick<Transaction, 'officerGrant'>): Promise<boolean> {
  const grant = await tx.officerGrant.findFirst({
    where: { AND: [{ role: 'OFFICER', region: { kind: 'CITY' } }, standing()] },
    select: { id: true },
  })
  return grant !== null
}
