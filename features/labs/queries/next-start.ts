import type { Actor } from '@/domain/permissions/actor'
import { waitsUntil } from '@/domain/labs/start-rule'
import { databaseNow } from '@/server/clock'
import type { CompiledLab } from '@/server/content/compiled'
import { db as database, type Transaction } from '@/server/db/client'

/** From when this person may start the next certifying run of a lab; null when now. */
export async function nextStart(
  db: Pick<Transaction, 'labRun'>,
  personId: string,
  lab: Pick<CompiledLab, 'slug' | 'waitHours'>,
  now: Date,
): Promise<Date | null> {
  const runs = await db.labRun.findMany({
    where: { personId, labSlug: lab.slug, mode: 'CERTIFYING', state: 'SUBMITTED', submittedAt: { not: null } },
    orderBy: { submittedAt: 'desc' },
    take: 1,
    select: { submittedAt: true, passed: true },
  })
  const past = runs.flatMap(({ submittedAt, passed }) =>
    submittedAt ? [{ submittedAt, passed: passed === true }] : [],
  )
  return waitsUntil(past, lab.waitHours, now)
}

/** From when the actor may start the next certifying run of a lab; null when now. */
export async function myNextStart(actor: Actor, lab: Pick<CompiledLab, 'slug' | 'waitHours'>): Promise<Date | null> {
  return nextStart(database, actor.personId, lab, await databaseNow(database))
}
