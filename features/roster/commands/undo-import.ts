import 'server-only'
import { restandMany } from '@/features/standing/commands/restand-many'
import { lockPersonsAndFindEntries } from '@/features/standing/commands/lock-persons'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { type Outcome, ok, refuse } from '@/server/outcome'
import { importOptions } from '../import-options'
import { importInScope } from '../queries/import-in-scope'
import { actsSince } from '../queries/acts-since'
import { lockRosterAlone } from './lock-roster'
import { longTransaction } from './long-transaction'
import { leaveImportJob } from './outbox'

/** Asks the worker to undo a confirmed import, unless somebody has acted on it already. */
export function requestUndo(
  ctx: Context,
  importId: string,
): Promise<Outcome<null, 'not-found' | 'not-confirmed' | 'acted-on'>> {
  return ctx.transaction(async (tx) => {
    const one = await importInScope(ctx.actor, importId, tx)
    if (!one) return refuse('not-found')
    if (one.state !== 'CONFIRMED') return refuse('not-confirmed')
    const acts = await actsSince(tx, importId)
    if (acts > 0) return refuse('acted-on', { acts })
    const { refusal: _old, ...options } = importOptions(one.choices)
    await tx.import.update({
      where: { id: importId },
      data: { choices: { ...options, undoById: ctx.actor.personId } as object },
    })
    await leaveImportJob(tx, 'import.undo', importId)
    return ok(null)
  })
}

/**
 * Takes a confirmed import back in one transaction: what it wrote is retracted, what it closed is open again, numbers it
 * taught are forgotten. Runs in the worker; does nothing but say so when somebody acted meanwhile, and nothing at all
 * when it was undone already.
 */
export async function undoImport(importId: string, requestId: string): Promise<void> {
  await longTransaction(async (tx) => {
    await lockRosterAlone(tx)
    const [locked] = await tx.$queryRaw<
      { state: string }[]
    >`SELECT state::text FROM import WHERE id = ${importId}::uuid FOR UPDATE`
    if (locked?.state !== 'CONFIRMED') return
    const one = await tx.import.findUniqueOrThrow({ where: { id: importId } })
    const { undoById, ...options } = importOptions(one.choices)
    if (!undoById) return
    if ((await actsSince(tx, importId)) > 0) {
      await tx.import.update({
        where: { id: importId },
        data: { choices: { ...options, refusal: 'acted-on' } as object },
      })
      return
    }
    await takeBack(tx, importId, undoById)
    const region = await tx.region.findUniqueOrThrow({ where: { id: one.regionId }, select: { path: true } })
    await tx.import.update({
      where: { id: importId },
      data: { state: 'UNDONE', undoneAt: new Date(), choices: options as object },
    })
    await recordAudit(
      tx,
      { actor: { personId: undoById }, requestId },
      { kind: 'import.undone', subjectId: importId, regionPath: region.path },
    )
  })
}

async function takeBack(tx: Transaction, importId: string, by: string): Promise<void> {
  const persons = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT person_id AS id FROM holding WHERE import_id = ${importId}::uuid AND retracted_at IS NULL
    UNION SELECT h.person_id FROM import_row r, jsonb_array_elements_text(r.plan->'closed'->'holdings') c JOIN holding h ON h.id = c::uuid
    WHERE r.import_id = ${importId}::uuid`
  const others = await lockPersonsAndFindEntries(
    tx,
    persons.map(({ id }) => id),
  )
  const entries = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT (plan->>'entryId')::uuid AS id FROM import_row WHERE import_id = ${importId}::uuid AND plan->>'isWritten' = 'true'`
  await tx.$executeRaw`UPDATE holding SET retracted_at = now(), retracted_by_id = ${by}::uuid WHERE import_id = ${importId}::uuid AND retracted_at IS NULL`
  await tx.$executeRaw`UPDATE seat SET retracted_at = now(), retracted_by_id = ${by}::uuid WHERE import_id = ${importId}::uuid AND retracted_at IS NULL`
  await tx.$executeRaw`UPDATE entry_placement SET retracted_at = now(), retracted_by_id = ${by}::uuid WHERE import_id = ${importId}::uuid AND retracted_at IS NULL`
  await tx.$executeRaw`UPDATE enterprise_name SET retracted_at = now(), retracted_by_id = ${by}::uuid WHERE import_id = ${importId}::uuid AND retracted_at IS NULL`
  await reopen(tx, importId)
  await restandMany(tx, [...entries.map(({ id }) => id), ...others])
}

async function reopen(tx: Transaction, importId: string): Promise<void> {
  await tx.$executeRaw`UPDATE holding h SET to_on = NULL, retracted_at = NULL, retracted_by_id = NULL FROM import_row r, jsonb_array_elements_text(r.plan->'closed'->'holdings') c
    WHERE r.import_id = ${importId}::uuid AND h.id = c::uuid`
  await tx.$executeRaw`UPDATE entry_placement p SET to_on = NULL, retracted_at = NULL, retracted_by_id = NULL FROM import_row r, jsonb_array_elements_text(r.plan->'closed'->'placements') c
    WHERE r.import_id = ${importId}::uuid AND p.id = c::uuid`
  await tx.$executeRaw`UPDATE enterprise_name n SET to_on = NULL, retracted_at = NULL, retracted_by_id = NULL FROM import_row r, jsonb_array_elements_text(r.plan->'closed'->'names') c
    WHERE r.import_id = ${importId}::uuid AND n.id = c::uuid`
  await tx.$executeRaw`UPDATE person p SET mobile_cipher = NULL, mobile_hmac = NULL, mobile_source = NULL
    WHERE p.import_id = ${importId}::uuid OR p.id IN (SELECT c::uuid FROM import_row r, jsonb_array_elements_text(r.plan->'closed'->'mobiles') c
      WHERE r.import_id = ${importId}::uuid)`
}
