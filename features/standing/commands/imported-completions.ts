import 'server-only'
import type { Day } from '@/domain/calendar/day'
import type { SubjectKind } from '@/domain/rates/entry-facts'
import { recordAudit } from '@/server/audit/record'
import type { Context, SystemContext } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { lockPersonsAndFindEntries } from './lock-persons'
import { restandMany } from './restand-many'

/** What another system or a sheet says that a person completed. */
export interface ImportedCompletion {
  readonly personId: string
  readonly subjectKind: SubjectKind
  readonly slug: string
  readonly contentVersion: number
  readonly happenedOn: Day
  /** What makes it one fact: never used again, also not after it was retracted. */
  readonly sourceKey: string
}

type Writer = Pick<Context | SystemContext, 'actor' | 'requestId'>

/**
 * Records what an import reports, as completions of evidence IMPORTED: set by set, with one audit event for all and one restand at the
 * end. No outbox row is left, as imported evidence earns no certificate. Make it the last step of the transaction.
 *
 * @param from who may be meant (they are locked first, in order) and the completions in pieces, each asked for once the one before it
 *   stands: so a hundred thousand never lie in memory together, and what a piece is made of is read under the locks
 * @returns how many were written
 */
export async function recordImportedCompletions(
  tx: Transaction,
  ctx: Writer,
  from: { importId: string; personIds: readonly string[]; pieces: AsyncIterable<readonly ImportedCompletion[]> },
): Promise<number> {
  const entryIds = await lockPersonsAndFindEntries(tx, from.personIds)
  let written = 0
  for await (const piece of from.pieces) written += await insertPiece(tx, ctx, from.importId, piece)
  if (written === 0) return 0
  const detail = { completions: written, evidence: 'IMPORTED' }
  await recordAudit(tx, ctx, { kind: 'completion.recorded', subjectId: from.importId, detail })
  await restandMany(tx, entryIds)
  return written
}

async function insertPiece(
  tx: Transaction,
  ctx: Writer,
  importId: string,
  piece: readonly ImportedCompletion[],
): Promise<number> {
  if (piece.length === 0) return 0
  const rows = piece.map((one) => ({
    id: newId(),
    person_id: one.personId,
    subject_kind: one.subjectKind,
    slug: one.slug,
    content_version: one.contentVersion,
    happened_on: one.happenedOn,
    source_key: one.sourceKey,
  }))
  return tx.$executeRaw`
    INSERT INTO completion (id, person_id, subject_kind, slug, content_version, happened_on, evidence, source_key, recorded_by_id, import_id)
    SELECT id, person_id, subject_kind, slug, content_version, happened_on, 'IMPORTED', source_key,
      ${ctx.actor?.personId ?? null}::uuid, ${importId}::uuid
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS fact(id uuid, person_id uuid, subject_kind subject_kind, slug text,
      content_version int, happened_on date, source_key text)`
}

/**
 * Takes imported completions back: they stay stored, and from now on count on no day. One audit event, one restand; make it the last step
 * of the transaction.
 *
 * @param what `importId`: for the trail. `personIds`: whose they are (locked first). `sources`: beginnings of the source keys meant.
 *   Those retracted before, and those of other evidence, are left alone.
 * @returns how many were taken back
 */
export async function retractImportedCompletions(
  tx: Transaction,
  ctx: Writer,
  what: { importId: string; personIds: readonly string[]; sources: readonly string[] },
): Promise<number> {
  const entryIds = await lockPersonsAndFindEntries(tx, what.personIds)
  const persons = JSON.stringify([...new Set(what.personIds)])
  const retracted = await tx.$executeRaw`
    UPDATE completion c SET retracted_at = clock_timestamp(), retracted_by_id = ${ctx.actor?.personId ?? null}::uuid
    FROM json_array_elements_text(${persons}::json) AS person(id)
    WHERE c.person_id = person.id::uuid AND c.evidence = 'IMPORTED' AND c.retracted_at IS NULL
      AND EXISTS (SELECT FROM unnest(${[...what.sources]}::text[]) AS source WHERE starts_with(c.source_key, source))`
  if (retracted === 0) return 0
  const detail = { completions: retracted, evidence: 'IMPORTED' }
  await recordAudit(tx, ctx, { kind: 'completion.retracted', subjectId: what.importId, detail })
  await restandMany(tx, entryIds)
  return retracted
}
