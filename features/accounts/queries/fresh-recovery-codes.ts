import { recoveryCodes } from '@/server/auth/totp'
import { db } from '@/server/db/client'

const SHOWN_MINUTES = 10

/** The actor's recovery codes during the ten minutes after they were made, else null: afterwards nobody can read them again. */
export async function freshRecoveryCodes(personId: string): Promise<string[] | null> {
  const row = await db.recoveryCode.findFirst({ where: { personId }, select: { recordedAt: true } })
  if (!row || Date.now() - row.recordedAt.getTime() > SHOWN_MINUTES * 60_000) return null
  return recoveryCodes(personId, row.recordedAt)
}
