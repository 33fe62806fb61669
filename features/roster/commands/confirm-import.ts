import 'server-only'
import type { Context } from '@/server/context'
import { dayOfColumn } from '@/server/db/day'
import { type Outcome, ok, refuse } from '@/server/outcome'
import { isSettled } from '@/server/programmes/frozen'
import { importOptions } from '../import-options'
import type { ConfirmImport, RowChoice } from '../input'
import { importInScope } from '../queries/import-in-scope'
import type { ImportCounts } from './save-plan'
import { leaveImportJob } from './outbox'

/** From this share on, the number of entries that leave has to be typed in. */
export const LEFT_TYPED_FROM = 0.05

/**
 * Confirms a staged import: the worker then writes it in one transaction. When more than 5 % of the area's entries would
 * leave, the officer must have typed how many.
 */
export function confirmImport(
  ctx: Context,
  input: ConfirmImport,
): Promise<Outcome<null, 'not-found' | 'not-staged' | 'left-typed' | 'frozen'>> {
  return ctx.transaction(async (tx) => {
    const one = await importInScope(ctx.actor, input.importId, tx)
    if (!one) return refuse('not-found')
    const counts = one.counts as ImportCounts | null
    if (one.state !== 'STAGED' || !counts) return refuse('not-staged')
    if (one.effectiveOn && (await isSettled(tx, one.programmeId, dayOfColumn(one.effectiveOn)))) return refuse('frozen')
    if (mustTypeLeft(counts) && input.leftTyped !== counts.LEFT) return refuse('left-typed', { left: counts.LEFT })
    const { refusal: _old, ...options } = importOptions(one.choices)
    const bulk = Object.fromEntries(
      Object.entries({ name: input.name, head: input.head, clerk: input.clerk }).filter(([, value]) => value),
    )
    const { count } = await tx.import.updateMany({
      where: { id: one.id, state: 'STAGED' },
      data: { state: 'CONFIRMING', choices: { ...options, mode: input.mode, bulk } as object },
    })
    if (count === 0) return refuse('not-staged')
    await leaveImportJob(tx, 'import.confirm', one.id)
    return ok(null)
  })
}

/** Whether so many entries would leave that their number has to be typed. */
export function mustTypeLeft(counts: ImportCounts): boolean {
  return counts.LEFT > 0 && counts.LEFT > counts.areaEntries * LEFT_TYPED_FROM
}

/** Keeps the officer's answer for one enterprise of a staged import. */
export function chooseForRow(ctx: Context, input: RowChoice): Promise<Outcome<null, 'not-found' | 'not-staged'>> {
  return ctx.transaction(async (tx) => {
    const one = await importInScope(ctx.actor, input.importId, tx)
    if (!one) return refuse('not-found')
    const { importId: _id, position, ...answers } = input
    const choice = Object.fromEntries(Object.entries(answers).filter(([, value]) => value))
    const count = await tx.$executeRaw`
      UPDATE import SET choices = jsonb_set(jsonb_set(coalesce(choices, '{}'), '{rows}', coalesce(choices->'rows', '{}')),
        ARRAY['rows', ${String(position)}], ${JSON.stringify(choice)}::jsonb)
      WHERE id = ${one.id}::uuid AND state = 'STAGED'`
    return count === 0 ? refuse('not-staged') : ok(null)
  })
}
