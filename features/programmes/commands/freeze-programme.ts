import 'server-only'
import type { Day } from '@/domain/calendar/day'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { columnOfDay, dayOfColumn } from '@/server/db/day'
import { ok, type Outcome, refuse } from '@/server/outcome'

/**
 * Settles a programme up to a day (定稿日): once it has passed, what is dated up to it is corrected by the city alone, with a reason (decision 048). It may be moved
 * later, or taken away while it has not passed. Refuses 'day-outside' for a day outside the programme, and for an earlier one once it has passed.
 */
export function freezeProgramme(
  ctx: Context,
  given: { programmeId: string; frozenOn: Day | null; reason: string },
  today: Day,
): Promise<Outcome<null, 'not-found' | 'day-outside'>> {
  return ctx.transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM programme WHERE id = ${given.programmeId}::uuid FOR UPDATE`
    const programme = await tx.programme.findUnique({ where: { id: given.programmeId } })
    if (!programme) return refuse('not-found')
    const { frozenOn } = given
    const [first, end] = [dayOfColumn(programme.fromOn), programme.toOn && dayOfColumn(programme.toOn)]
    if (frozenOn !== null && (frozenOn < first || (end !== null && frozenOn >= end))) return refuse('day-outside')
    const before = programme.frozenOn && dayOfColumn(programme.frozenOn)
    const hasPassed = before !== null && before < today
    if (hasPassed && (frozenOn === null || frozenOn < before)) return refuse('day-outside')
    await tx.programme.update({
      where: { id: programme.id },
      data: { frozenOn: frozenOn === null ? null : columnOfDay(frozenOn) },
    })
    await recordAudit(tx, ctx, {
      kind: 'programme.changed',
      subjectId: programme.id,
      detail: { change: 'frozen', frozenOn, before, reason: given.reason },
    })
    return ok(null)
  })
}
