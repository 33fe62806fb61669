import 'server-only'
import { shanghaiDayOf } from '@/domain/calendar/day'
import type { EntryPlan } from '@/domain/roster/import-plan'
import { lockPersonsAndFindEntries } from '@/features/standing/commands/lock-persons'
import { restandMany } from '@/features/standing/commands/restand-many'
import { recordAudit } from '@/server/audit/record'
import { databaseNow } from '@/server/clock'
import { db, type Transaction } from '@/server/db/client'
import { dayOfColumn } from '@/server/db/day'
import { choiceFor, importOptions } from '../import-options'
import { PlanWrites } from '../plan-writes'
import { planDigest, planStaged, type StagedPlan } from '../queries/plan-staged'
import type { Closed, StoredPlan } from '../stored-plan'
import { lockRosterAlone } from './lock-roster'
import { longTransaction } from './long-transaction'
import type { WrittenRows } from './save-plan'
import { replan } from './stage-import'
import { type ClosedFact, endPlacements, type FactSource, writeFacts } from './write-facts'

/**
 * Writes the good rows of a confirmed import in one transaction under the roster lock, restanding last.
 *
 * Runs in the worker; again for an import that is no longer CONFIRMING it does nothing. When the roster changed since the
 * dry run, or everything was wanted and something is not good, nothing is written: the import is STAGED again with a new
 * plan and the reason in `choices.refusal`.
 */
export async function applyImport(importId: string, requestId: string): Promise<void> {
  await longTransaction(async (tx) => {
    await lockRosterAlone(tx)
    const [one] = await tx.$queryRaw<
      { state: string }[]
    >`SELECT state::text FROM import WHERE id = ${importId}::uuid FOR UPDATE`
    if (one?.state !== 'CONFIRMING') return
    await applyLocked(tx, importId, requestId)
  })
}

async function applyLocked(tx: Transaction, importId: string, requestId: string): Promise<void> {
  const one = await tx.import.findUniqueOrThrow({ where: { id: importId } })
  const area = await tx.region.findUniqueOrThrow({ where: { id: one.regionId }, select: { path: true, name: true } })
  const options = importOptions(one.choices)
  const staged = await planStaged(tx, { importId, programmeId: one.programmeId, areaPath: area.path, options })
  const changed = await hasChanged(tx, importId, staged)
  staged.plans = [] // The answers are planned next; two plans of a large roster at once would need twice the memory.
  const decided = staged.decide((position) => choiceFor(options, position))
  const refusal = changed
    ? 'roster-changed'
    : options.mode === 'all' && !isAllGood(staged, decided)
      ? 'not-all-good'
      : null
  if (refusal) {
    await tx.import.update({ where: { id: importId }, data: { choices: { ...options, refusal } as object } })
    await replan(tx, importId)
    return
  }
  const effectiveOn = dayOfColumn(one.effectiveOn ?? one.createdAt)
  const source: FactSource = {
    programmeId: one.programmeId,
    importId,
    recordedById: one.createdById,
    effectiveOn,
    // The day on which the number was obtained, not the one from which the roster holds.
    mobileSource: `名册导入 ${shanghaiDayOf(await databaseNow(tx))} ${area.name}`,
  }
  const written = await writeDecided(tx, staged, decided, source)
  const counts = { ...(one.counts as object), ...writtenRows(staged, decided) }
  await tx.import.update({ where: { id: importId }, data: { state: 'CONFIRMED', confirmedAt: new Date(), counts } })
  const actor = { personId: one.createdById }
  await recordAudit(
    tx,
    { actor, requestId },
    { kind: 'import.confirmed', subjectId: importId, regionPath: area.path, detail: { entries: written } },
  )
}

/** Whether the facts moved under the dry run, so that it no longer says what would be written. */
async function hasChanged(tx: Transaction, importId: string, staged: StagedPlan): Promise<boolean> {
  const stored = await tx.$queryRaw<{ position: number; digest: string | null; leaves: string | null }[]>`
    SELECT position, plan->>'digest' AS digest, plan->>'leaves' AS leaves FROM import_row
    WHERE import_id = ${importId}::uuid AND (plan ? 'digest' OR plan ? 'leaves')`
  const now = new Map(staged.plans.map((plan) => [plan.positions[0], planDigest(plan)]))
  const planned = stored.filter(({ digest }) => digest !== null)
  const left = stored.flatMap(({ leaves }) => leaves ?? []).sort()
  const isSame = planned.length === now.size && planned.every(({ position, digest }) => now.get(position) === digest)
  const leftNow = staged.left.map(({ entryId }) => entryId).sort()
  return !isSame || left.join() !== leftNow.join()
}

function isAllGood(staged: StagedPlan, decided: readonly EntryPlan[]): boolean {
  const isGood = ({ verdict }: EntryPlan) => verdict !== 'CONFLICT' && verdict !== 'INVALID'
  const good = new Set(decided.filter(isGood).flatMap(({ positions }) => positions))
  return staged.rows.every(({ position }) => good.has(position))
}

/** Whether confirming writes something for the plan. */
function isWriting({ verdict, changes }: EntryPlan): boolean {
  return (verdict === 'NEW' || verdict === 'CHANGED') && changes.length > 0
}

/** What becomes of the rows of the sheet: each is written, says what the roster says, or stays unwritten. */
function writtenRows(staged: StagedPlan, decided: readonly EntryPlan[]): WrittenRows {
  const rowsOf = (plans: readonly EntryPlan[]) => plans.reduce((rows, { positions }) => rows + positions.length, 0)
  const written = rowsOf(decided.filter(isWriting))
  const same = rowsOf(decided.filter(({ verdict }) => verdict === 'UNCHANGED'))
  return { written, same, unwritten: staged.rows.length - written - same }
}

const BATCH = 2000

/** Locks whom the plans touch, then writes them batch by batch, so that memory does not grow with the roster; restands last. */
async function writeDecided(
  tx: Transaction,
  staged: StagedPlan,
  decided: readonly EntryPlan[],
  source: FactSource,
): Promise<number> {
  const plans = decided.filter(isWriting)
  const others = await lockTouched(tx, plans)
  const newByMobile = new Map<string, string>()
  const entryIds: string[] = []
  for (let start = 0; start < plans.length; start += BATCH) {
    const writes = new PlanWrites(newByMobile)
    for (const plan of plans.slice(start, start + BATCH)) writes.add(plan, staged.current.get(plan.uscc))
    const closed = await writeFacts(tx, writes, source)
    await rememberClosed(tx, source.importId ?? '', writes, closed)
    for (const id of writes.entryIds) entryIds.push(id)
  }
  const leaving = staged.left.map(({ entryId }) => entryId)
  await rememberLeft(tx, source.importId ?? '', await endPlacements(tx, leaving, source))
  await restandMany(tx, [...entryIds, ...leaving, ...others])
  return entryIds.length + leaving.length
}

/** Locks the persons known before whose holdings or mobile change; returns the entries they hold seats in. */
async function lockTouched(tx: Transaction, plans: readonly EntryPlan[]): Promise<string[]> {
  const persons = new Set<string>()
  const ended: string[] = []
  for (const change of plans.flatMap(({ changes }) => changes)) {
    if (change.kind === 'mobile') persons.add(change.personId)
    if ((change.kind === 'seat' || change.kind === 'hold') && change.person && 'personId' in change.person)
      persons.add(change.person.personId)
    if (change.kind === 'hold' && change.replaces) ended.push(change.replaces)
  }
  const replaced = await tx.$queryRaw<
    { id: string }[]
  >`SELECT person_id AS id FROM holding WHERE id = ANY(${ended}::uuid[])`
  return lockPersonsAndFindEntries(tx, [...persons, ...replaced.map(({ id }) => id)])
}

/** Stores with each row what it wrote and closed, so that the undo can open it again. */
async function rememberClosed(
  tx: Transaction,
  importId: string,
  writes: PlanWrites,
  closed: readonly ClosedFact[],
): Promise<void> {
  const byOwner = new Map<string, ClosedFact[]>()
  for (const fact of closed) byOwner.set(fact.ownerId, [...(byOwner.get(fact.ownerId) ?? []), fact])
  const names = closed.filter(({ kind }) => kind === 'name').map(({ id }) => id)
  const rows = [...writes.byPosition].map(([position, { entryId, mobiles }]) => {
    const own = byOwner.get(entryId) ?? []
    const of = (kind: ClosedFact['kind']) => own.filter((fact) => fact.kind === kind).map(({ id }) => id)
    const kept: Closed = { names: [], placements: of('placement'), holdings: of('holding'), mobiles }
    return { position, written: { entryId, isWritten: true, closed: kept } satisfies StoredPlan }
  })
  const [first] = rows
  if (first) first.written.closed.names = names
  await tx.$executeRaw`
    UPDATE import_row r SET plan = coalesce(r.plan, '{}') || x.written
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x(position int, written jsonb)
    WHERE r.import_id = ${importId}::uuid AND r.position = x.position`
}

/** The same for entries that left: the placement that ended. */
async function rememberLeft(tx: Transaction, importId: string, closed: readonly ClosedFact[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE import_row r SET plan = r.plan || jsonb_build_object('isWritten', true, 'entryId', p.entry_id,
      'closed', jsonb_build_object('names', '[]'::jsonb, 'holdings', '[]'::jsonb, 'mobiles', '[]'::jsonb, 'placements', jsonb_build_array(p.id)))
    FROM entry_placement p
    WHERE r.import_id = ${importId}::uuid AND r.verdict = 'LEFT' AND p.entry_id = (r.plan->>'leaves')::uuid
      AND p.id = ANY(${closed.map(({ id }) => id)}::uuid[])`
}

/** Runs `applyImport`, and gives the import back to the officer when it breaks, so that nothing hangs. */
export async function applyImportSafely(importId: string, requestId: string): Promise<void> {
  try {
    await applyImport(importId, requestId)
  } catch (error) {
    await db.import.updateMany({ where: { id: importId, state: 'CONFIRMING' }, data: { state: 'STAGED' } })
    throw error
  }
}
