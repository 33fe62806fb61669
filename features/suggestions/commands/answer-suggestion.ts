import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { ok, refuse } from '@/server/outcome'
import type { Outcome } from '@/server/outcome'
import { suggestionScope } from '../queries/suggestions-in-scope'

/** Notes how a suggestion was dealt with. Refuses ('not-found') when it is outside the officer's scope or already answered. */
export function answerSuggestion(
  ctx: Context,
  input: { id: string; answer: string },
): Promise<Outcome<null, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const { count } = await tx.suggestion.updateMany({
      where: { AND: [{ id: input.id, answeredAt: null }, suggestionScope(ctx.actor)] },
      data: { answer: input.answer, answeredAt: new Date() },
    })
    if (count === 0) return refuse('not-found')
    await recordAudit(tx, ctx, { kind: 'suggestion.answered', subjectId: input.id })
    return ok(null)
  })
}
