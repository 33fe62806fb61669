import 'server-only'
import { inTransaction } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { restandMany } from './restand-many'

const chunkSize = 1_000

/**
 * Locks the programme row; the first step of a transaction that changes its rules or requirements from a coming day on. It waits for
 * transactions that are adding entries, so that `requestRestand` misses none of them.
 */
export async function lockProgramme(tx: Transaction, programmeId: string): Promise<void> {
  await tx.$queryRaw`SELECT id::text FROM programme WHERE id = ${programmeId}::uuid FOR UPDATE`
}

/**
 * Asks the worker to restand every entry of a programme after a change of rules or requirements that starts on a coming day. Call it as
 * the last step of the transaction that wrote the change, instead of `restandMany`; nobody's state changes before that day.
 *
 * @param reason a code that the page which shows the progress understands
 * @returns the id of the `restand_run` row, which holds the progress
 */
export async function requestRestand(tx: Transaction, programmeId: string, reason: string): Promise<string> {
  const id = newId()
  const total = await tx.rosterEntry.count({ where: { programmeId } })
  await tx.restandRun.create({ data: { id, programmeId, reason, total } })
  return id
}

/**
 * Works off all unfinished runs, oldest first, in chunks of 1,000 entries, each its own transaction together with the run's progress:
 * killed at any moment, the next call goes on where the last commit stood. Two workers do not do the same chunk.
 *
 * @returns how many entries were restanded now
 */
export async function restandProgrammes(): Promise<number> {
  let done = 0
  for (;;) {
    const count = await inTransaction(restandNextChunk)
    if (count === null) return done
    done += count
  }
}

async function restandNextChunk(tx: Transaction): Promise<number | null> {
  const [run] = await tx.$queryRaw<{ id: string; programmeId: string; cursorId: string | null }[]>`
    SELECT id, programme_id AS "programmeId", cursor_id AS "cursorId" FROM restand_run
    WHERE finished_at IS NULL ORDER BY started_at, id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`
  if (!run) return null
  const entries = await tx.rosterEntry.findMany({
    where: { programmeId: run.programmeId, ...(run.cursorId ? { id: { gt: run.cursorId } } : {}) },
    orderBy: { id: 'asc' },
    take: chunkSize,
    select: { id: true },
  })
  const last = entries.at(-1)
  await tx.restandRun.update({
    where: { id: run.id },
    data: last ? { done: { increment: entries.length }, cursorId: last.id } : { finishedAt: new Date() },
  })
  await restandMany(
    tx,
    entries.map((entry) => entry.id),
  )
  return entries.length
}
