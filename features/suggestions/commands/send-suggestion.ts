import type { z } from 'zod'
import type { Actor } from '@/domain/permissions/actor'
import { recordAudit } from '@/server/audit/record'
import { inTransaction } from '@/server/context'
import { newId } from '@/server/db/id'
import { ok, refuse } from '@/server/outcome'
import type { Outcome } from '@/server/outcome'
import type { sendSuggestionInput } from '../input'

const PER_HOUR = 60

/**
 * Keeps one suggestion. A signed-in sender's goes to the officers of the place where their first seat is; anonymous ones to the root.
 * Refuses ('too-many') when the whole installation got sixty from the same sender, or anonymously, within an hour.
 */
export function sendSuggestion(
  actor: Actor | null,
  requestId: string,
  input: z.output<typeof sendSuggestionInput>,
): Promise<Outcome<null, 'too-many'>> {
  return inTransaction(async (tx) => {
    const personId = actor?.personId ?? null
    const lately = await tx.suggestion.count({
      where: { personId, createdAt: { gt: new Date(Date.now() - 3_600_000) } },
    })
    if (lately >= PER_HOUR) return refuse('too-many')
    const [place] = personId
      ? await tx.$queryRaw<{ path: string }[]>`
          SELECT r.path FROM seat_standing s JOIN standing e ON e.entry_id = s.entry_id JOIN region r ON r.id = e.leaf_id
          WHERE s.holder_id = ${personId}::uuid ORDER BY s.seat_id LIMIT 1`
      : []
    const id = newId()
    const { from, text, contact } = input
    await tx.suggestion.create({ data: { id, personId, page: from, text, contact, regionPath: place?.path ?? null } })
    await recordAudit(
      tx,
      { actor, requestId },
      { kind: 'suggestion.sent', subjectId: id, regionPath: place?.path ?? null },
    )
    return ok(null)
  })
}
