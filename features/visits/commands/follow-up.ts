import 'server-only'
import { reaches } from '@/domain/permissions/reaches'
import { recordAudit } from '@/server/audit/record'
import { shanghaiToday } from '@/server/clock'
import type { Context } from '@/server/context'
import { columnOfDay } from '@/server/db/day'
import { ok, type Outcome, refuse } from '@/server/outcome'
import type { FollowUp } from '../input'

/**
 * Notes what was done about a need or a project; the last note says where it stands. The same id again notes nothing and succeeds. Refuses 'not-found' outside the
 * officer's area and for a visit that was taken back or is disputed, 'day-outside' for a day that has not come or a next day before it, 'closed-with-day' when
 * nothing is left to do and a next day was given all the same.
 */
export function followUp(
  ctx: Context,
  said: FollowUp,
): Promise<Outcome<null, 'not-found' | 'day-outside' | 'closed-with-day'>> {
  return ctx.transaction(async (tx) => {
    const [found] = await tx.$queryRaw<{ path: string }[]>`
      SELECT l.path FROM visit_finding f JOIN visit v ON v.id = f.visit_id AND v.retracted_at IS NULL AND v.disputed_at IS NULL
      JOIN standing t ON t.entry_id = v.entry_id JOIN region l ON l.id = t.leaf_id
      WHERE f.id = ${said.findingId}::uuid AND f.retracted_at IS NULL FOR NO KEY UPDATE OF f`
    if (!found || !reaches(ctx.actor, found.path)) return refuse('not-found')
    const isClosed = said.isClosed === 'yes'
    if (isClosed && said.nextOn) return refuse('closed-with-day')
    if (said.doneOn > shanghaiToday() || (said.nextOn && said.nextOn <= said.doneOn)) return refuse('day-outside')
    const { count } = await tx.findingFollowUp.createMany({
      data: {
        id: said.followUpId,
        findingId: said.findingId,
        doneOn: columnOfDay(said.doneOn),
        text: said.text,
        nextOn: said.nextOn ? columnOfDay(said.nextOn) : null,
        isClosed,
        recordedById: ctx.actor.personId,
      },
      skipDuplicates: true,
    })
    if (count === 1)
      await recordAudit(tx, ctx, {
        kind: 'finding.followed-up',
        subjectId: said.findingId,
        regionPath: found.path,
        detail: { isClosed },
      })
    return ok(null)
  })
}
