import { recordAudit } from '@/server/audit/record'
import { giveTryBack, takeTry } from '@/server/auth/limits'
import { equalTexts } from '@/server/auth/link-secrets'
import type { OpenContext } from '@/server/auth/open-action'
import { shanghaiToday } from '@/server/clock'
import { revealMobile } from '@/server/crypto/mobile'
import { normaliseCode, tokenHmac } from '@/server/crypto/token'
import type { Transaction } from '@/server/db/client'
import { ok, refuse } from '@/server/outcome'
import type { Outcome } from '@/server/outcome'
import { openLogin } from './open-login'
import type { OpenedLogin } from './open-login'

const MOST_WRONG = 5

export type OpenedLink = OpenedLogin & { seatKind: 'HEAD' | 'CLERK' }
export type OpenLinkRefusal = 'link-over' | 'wrong-tail' | 'link-locked' | 'wrong-code-or-tail' | 'too-many'

type Found = {
  id: string
  holdingId: string
  personId: string
  mobileCipher: Uint8Array | null
  seatKind: 'HEAD' | 'CLERK'
  wrongTails: number
  isLocked: boolean
  expiresAt: Date
}

/**
 * Opens a login for the one holding a link is bound to, once the last four figures of the holder's mobile were given. Five wrong
 * ones close the link for a day, counted under the row's lock, however many arrive at once and from wherever.
 */
export async function openPersonalLink(
  ctx: OpenContext,
  input: { token: string; tail: string; device: string | null },
): Promise<Outcome<OpenedLink, OpenLinkRefusal>> {
  if ((await takeTry('link-address', ctx.address)) > 0) return refuse('too-many')
  const outcome = await ctx.transaction(async (tx) => {
    const link = await lockedLink(tx, { token: input.token })
    if (!link) return refuse('link-over')
    return proveAndOpen(tx, ctx, link, input, 'token')
  })
  if (outcome.ok) await giveTryBack('link-address', ctx.address)
  return outcome
}

/**
 * The same by a typed code, which is used up. A wrong code and wrong figures get one answer; tries are counted per address and for
 * everybody together, so that guessing from many addresses ends as well. Source: security.md T10.
 */
export async function openByCode(
  ctx: OpenContext,
  input: { code: string; tail: string; device: string | null },
): Promise<Outcome<OpenedLink, OpenLinkRefusal>> {
  if ((await takeTry('code-address', ctx.address)) > 0 || (await takeTry('code-all', 'all')) > 0)
    return refuse('too-many')
  const outcome = await ctx.transaction(async (tx) => {
    const link = await lockedLink(tx, { code: input.code })
    if (!link) {
      await recordAudit(tx, ctx, { kind: 'link.refused', detail: { by: 'code' } })
      return refuse('wrong-code-or-tail')
    }
    const opened = await proveAndOpen(tx, ctx, link, input, 'code')
    return opened.ok || opened.refusal === 'link-locked' ? opened : refuse('wrong-code-or-tail')
  })
  if (outcome.ok) await Promise.all([giveTryBack('code-address', ctx.address), giveTryBack('code-all', 'all')])
  return outcome
}

async function lockedLink(tx: Transaction, by: { token: string } | { code: string }): Promise<Found | null> {
  const tokenHash = 'token' in by ? tokenHmac('link', by.token) : null
  const codeHash = 'code' in by ? tokenHmac('code', normaliseCode(by.code)) : null
  const today = shanghaiToday()
  const [link] = await tx.$queryRaw<Found[]>`
    SELECT l.id, l.holding_id AS "holdingId", h.person_id AS "personId", p.mobile_cipher AS "mobileCipher", s.kind AS "seatKind",
      l.wrong_tails AS "wrongTails", coalesce(l.locked_until > clock_timestamp(), false) AS "isLocked", l.expires_at AS "expiresAt"
    FROM personal_link l
    JOIN holding h ON h.id = l.holding_id AND h.retracted_at IS NULL AND (h.to_on IS NULL OR h.to_on > ${today}::date)
    JOIN seat s ON s.id = h.seat_id AND s.retracted_at IS NULL AND (s.to_on IS NULL OR s.to_on > ${today}::date)
    JOIN person p ON p.id = h.person_id AND p.merged_into_id IS NULL
    LEFT JOIN account a ON a.person_id = p.id
    WHERE (l.token_hmac = ${tokenHash} OR (l.code_hmac = ${codeHash} AND l.code_used_at IS NULL))
      AND l.revoked_at IS NULL AND l.expires_at > clock_timestamp() AND p.mobile_cipher IS NOT NULL AND a.disabled_at IS NULL
    FOR UPDATE OF l`
  return link ?? null
}

async function proveAndOpen(
  tx: Transaction,
  ctx: OpenContext,
  link: Found,
  input: { tail: string; device: string | null },
  by: 'token' | 'code',
): Promise<Outcome<OpenedLink, OpenLinkRefusal>> {
  if (link.isLocked) return refuse('link-locked')
  const mobile = link.mobileCipher ? revealMobile(link.mobileCipher) : ''
  if (!equalTexts(mobile.slice(-4), input.tail)) return countWrong(tx, ctx, link, by)
  const usedUp = by === 'code' ? { codeUsedAt: new Date() } : {}
  await tx.personalLink.update({ where: { id: link.id }, data: { wrongTails: 0, lockedUntil: null, ...usedUp } })
  const { personId, holdingId, expiresAt } = link
  const login = await openLogin(tx, { personId, link: { holdingId, expiresAt }, device: input.device })
  await recordAudit(tx, ctx, { kind: 'link.opened', subjectId: holdingId, detail: { by } })
  return ok({ ...login, seatKind: link.seatKind })
}

async function countWrong(
  tx: Transaction,
  ctx: OpenContext,
  link: Found,
  by: string,
): Promise<Outcome<never, OpenLinkRefusal>> {
  const wrong = link.wrongTails + 1
  const isLast = wrong >= MOST_WRONG
  await tx.$executeRaw`
    UPDATE personal_link SET wrong_tails = ${isLast ? 0 : wrong},
      locked_until = CASE WHEN ${isLast} THEN clock_timestamp() + interval '24 hours' END
    WHERE id = ${link.id}::uuid`
  await recordAudit(tx, ctx, { kind: 'link.refused', subjectId: link.holdingId, detail: { by, wrong } })
  return isLast ? refuse('link-locked') : refuse('wrong-tail', { left: MOST_WRONG - wrong })
}
