import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { db } from '@/server/db/client'

/** Slugs of the courses that the actor has completed, by any record in force. */
export async function myCompletedCourses(actor: Actor): Promise<Set<string>> {
  const rows = await db.completion.findMany({
    where: { personId: actor.personId, subjectKind: 'COURSE', retractedAt: null },
    select: { slug: true },
  })
  return new Set(rows.map(({ slug }) => slug))
}
