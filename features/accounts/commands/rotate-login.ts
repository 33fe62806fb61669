import { loginHash, newToken } from '@/server/crypto/token'
import type { Transaction } from '@/server/db/client'

/**
 * Gives a login a new secret after it gained strength (second factor, new password), so that a stolen older cookie is worth
 * nothing. Source: security.md, ASVS 7.2.4.
 */
export async function rotateLogin(
  tx: Transaction,
  loginId: string,
  isConfirmed: boolean,
): Promise<{ secret: string; endsAt: Date }> {
  const secret = newToken() + newToken()
  const [row] = await tx.$queryRaw<{ endsAt: Date }[]>`
    UPDATE login SET token_hash = ${loginHash(secret)}, mfa_at = CASE WHEN ${isConfirmed} THEN clock_timestamp() ELSE mfa_at END
    WHERE id = ${loginId}::uuid AND revoked_at IS NULL RETURNING ends_at AS "endsAt"`
  if (!row) throw new Error('The login ended meanwhile.')
  return { secret, endsAt: row.endsAt }
}
