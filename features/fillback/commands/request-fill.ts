import 'server-only'
import { columnsOf, columnKey } from '@/domain/fillback/columns'
import { shanghaiToday } from '@/server/clock'
import type { Context } from '@/server/context'
import { dayOfColumn } from '@/server/db/day'
import { type Outcome, ok, refuse } from '@/server/outcome'
import type { ChooseEntry, RequestFill } from '../input'
import { fillBackInScope } from '../queries/fill-back-area'
import { choiceKey, fillOptions, type Reading } from '../reading'
import { leaveFillBackJob } from './outbox'

/** Asks the worker to fill a sheet that was read; one that is filled already is filled anew from the original. */
export function requestFill(
  ctx: Context,
  input: RequestFill,
): Promise<Outcome<null, 'not-found' | 'not-read-yet' | 'no-columns' | 'day-outside'>> {
  return ctx.transaction(async (tx) => {
    const one = await fillBackInScope(ctx.actor, input.fillBackId, tx)
    if (!one) return refuse('not-found')
    const columns = columnsOf(input.columns).map(columnKey)
    if (columns.length === 0) return refuse('no-columns')
    const today = shanghaiToday()
    const on = input.on && input.on !== today ? input.on : null
    const { fromOn } = await tx.programme.findUniqueOrThrow({ where: { id: one.programmeId } })
    if (on && (on > today || on < dayOfColumn(fromOn))) return refuse('day-outside')
    const options = { ...fillOptions(one.options), columns, on, unmatched: input.unmatched }
    const { count } = await tx.fillBack.updateMany({
      where: { id: one.id, state: { in: ['READ', 'FILLED'] } },
      data: { state: 'FILLING', options: options as object, filledAt: null },
    })
    if (count === 0) return refuse('not-read-yet')
    await leaveFillBackJob(tx, 'fill-back.fill', one.id)
    return ok(null)
  })
}

/** Keeps the officer's choice for one row, for this sheet alone; only what was offered for the row can be chosen. */
export function chooseEntry(ctx: Context, input: ChooseEntry): Promise<Outcome<null, 'not-found' | 'not-read-yet'>> {
  return ctx.transaction(async (tx) => {
    const one = await fillBackInScope(ctx.actor, input.fillBackId, tx)
    const open = (one?.reading as Reading | null)?.open.find(
      ({ sheet, row }) => sheet === input.sheet && row === input.row,
    )
    const isOffered = !input.entryId || open?.candidates.some(({ entryId }) => entryId === input.entryId)
    if (!one || !open || !isOffered) return refuse('not-found')
    const options = fillOptions(one.options)
    const { [choiceKey(input.sheet, input.row)]: _old, ...others } = options.chosen
    const chosen = input.entryId ? { ...others, [choiceKey(input.sheet, input.row)]: input.entryId } : others
    const { count } = await tx.fillBack.updateMany({
      where: { id: one.id, state: { in: ['READ', 'FILLED'] } },
      data: { options: { ...options, chosen } as object },
    })
    return count === 0 ? refuse('not-read-yet') : ok(null)
  })
}
