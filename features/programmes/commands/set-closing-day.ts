import 'server-only'
import { type Day, shanghaiDayOf } from '@/domain/calendar/day'
import { closingDays } from '@/domain/periods/closing-day'
import { recordAudit } from '@/server/audit/record'
import { databaseNow } from '@/server/clock'
import type { Context, SystemContext } from '@/server/context'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'

/** When a programme's periods close and until when both training rules stand side by side. */
export interface ClosingDay {
  readonly programmeId: string
  /** Day of the month, 1 to 28; null = no periods are closed. */
  readonly closingDay: number | null
  /** Null = as long as the programme runs. */
  readonly bothRulesUntilOn: Day | null
}

/**
 * Sets the closing day of a programme. Frozen periods stay as they are; the worker opens the first period or moves the end of the open one to
 * a coming closing day.
 */
export function setClosingDay(
  ctx: Context | SystemContext,
  { programmeId, closingDay, bothRulesUntilOn }: ClosingDay,
): Promise<Outcome<null, 'not-found' | 'bad-closing-day'>> {
  return ctx.transaction(async (tx) => {
    if (closingDay !== null && (closingDay < closingDays.first || closingDay > closingDays.last))
      return refuse('bad-closing-day')
    const { count } = await tx.programme.updateMany({
      where: { id: programmeId },
      data: { closingDay, bothRulesUntilOn: bothRulesUntilOn === null ? null : columnOfDay(bothRulesUntilOn) },
    })
    if (count === 0) return refuse('not-found')
    const id = newId()
    const on = shanghaiDayOf(await databaseNow(tx))
    await tx.outbox.create({
      data: { id, kind: 'closing-day.set', key: `closing-day.set:${programmeId}:${id}`, payload: { programmeId, on } },
    })
    await recordAudit(tx, ctx, {
      kind: 'programme.changed',
      subjectId: programmeId,
      detail: { change: 'closing-day', closingDay, bothRulesUntilOn },
    })
    return ok(null)
  })
}
