import 'server-only'
import { type Day, shanghaiDayOf } from '@/domain/calendar/day'
import type { Evidence, SubjectKind } from '@/domain/rates/entry-facts'
import { recordAudit } from '@/server/audit/record'
import type { Writer } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { lockPersonsAndFindEntries } from './lock-persons'
import { restandMany } from './restand-many'

/** What happened; at least one of `happenedAt` and `happenedOn` is told, and a told day wins. */
export interface CompletionInput {
  readonly personId: string
  readonly subjectKind: SubjectKind
  readonly slug: string
  readonly contentVersion: number
  readonly happenedAt?: Date | null
  readonly happenedOn?: Day
  readonly evidence: Evidence
  /** What makes it one fact however often it is reported: "attempt:<id>", "lab-run:<id>". */
  readonly sourceKey: string
  readonly importId?: string
}

export interface RecordedCompletion {
  readonly id: string
  readonly sourceKey: string
  /** False when the same source had been recorded before: then nothing was written. */
  readonly isNew: boolean
}

/**
 * Records that a person completed something, and everything that follows in the same transaction: the outbox row for its consequences
 * (kind 'completion.recorded'), the audit event, and the standings of every entry where the person holds, held or will hold a seat.
 *
 * Make it the last step of the transaction. The same `sourceKey` again returns the stored completion (a retracted one too).
 */
export async function recordCompletion(
  tx: Transaction,
  ctx: Writer,
  completion: CompletionInput,
): Promise<RecordedCompletion> {
  const [recorded] = await recordCompletions(tx, ctx, [completion])
  if (!recorded) throw new Error('A completion was neither written nor found.')
  return recorded
}

/**
 * Records many completions of any persons with one restand; use it where one transaction completes several things. Else as
 * `recordCompletion`.
 *
 * @returns one answer per different `sourceKey`, in no particular order
 */
export async function recordCompletions(
  tx: Transaction,
  ctx: Writer,
  completions: readonly CompletionInput[],
): Promise<RecordedCompletion[]> {
  const entryIds = await lockPersonsAndFindEntries(
    tx,
    completions.map((one) => one.personId),
  )
  const written = await insertFacts(tx, ctx, completions)
  for (const { id, sourceKey, isNew } of written) {
    if (isNew) await recordAudit(tx, ctx, { kind: 'completion.recorded', subjectId: id, detail: { sourceKey } })
  }
  if (written.some((one) => one.isNew)) await restandMany(tx, entryIds)
  return written
}

async function insertFacts(
  tx: Transaction,
  ctx: Writer,
  completions: readonly CompletionInput[],
): Promise<RecordedCompletion[]> {
  const rows = completions.map((one) => ({
    id: newId(),
    outbox_id: newId(),
    person_id: one.personId,
    subject_kind: one.subjectKind,
    slug: one.slug,
    content_version: one.contentVersion,
    happened_on: dayOf(one),
    happened_at: one.happenedAt?.toISOString() ?? null,
    evidence: one.evidence,
    source_key: one.sourceKey,
    recorded_by_id: ctx.actor?.personId ?? null,
    import_id: one.importId ?? null,
  }))
  const fresh = await tx.$queryRaw<{ id: string; sourceKey: string }[]>`
    /* prepared: record-completions */
    WITH fact AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS fact(id uuid, outbox_id uuid, person_id uuid,
        subject_kind subject_kind, slug text, content_version int, happened_on date, happened_at timestamptz,
        evidence evidence_class, source_key text, recorded_by_id uuid, import_id uuid)),
    written AS (
      INSERT INTO completion (id, person_id, subject_kind, slug, content_version, happened_on, happened_at, evidence,
        source_key, recorded_by_id, import_id)
      SELECT id, person_id, subject_kind, slug, content_version, happened_on, happened_at, evidence, source_key,
        recorded_by_id, import_id
      FROM fact ORDER BY source_key ON CONFLICT (source_key) DO NOTHING
      RETURNING id, source_key, person_id),
    posted AS (
      INSERT INTO outbox (id, kind, key, payload)
      SELECT fact.outbox_id, 'completion.recorded', 'completion.recorded:' || written.id,
        json_build_object('completionId', written.id, 'personId', written.person_id)
      FROM written JOIN fact USING (id))
    SELECT id, source_key AS "sourceKey" FROM written`
  if (fresh.length === rows.length) return fresh.map((one) => ({ ...one, isNew: true }))
  return withStored(tx, completions, new Set(fresh.map((one) => one.id)))
}

async function withStored(
  tx: Transaction,
  completions: readonly CompletionInput[],
  fresh: ReadonlySet<string>,
): Promise<RecordedCompletion[]> {
  const sourceKey = { in: completions.map((one) => one.sourceKey) }
  const stored = await tx.completion.findMany({ where: { sourceKey }, select: { id: true, sourceKey: true } })
  return stored.map((one) => ({ ...one, isNew: fresh.has(one.id) }))
}

function dayOf({ happenedOn, happenedAt, sourceKey }: CompletionInput): Day {
  if (happenedOn) return happenedOn
  if (!happenedAt) throw new Error(`Completion ${sourceKey} says neither when nor on which day it happened.`)
  return shanghaiDayOf(happenedAt)
}
