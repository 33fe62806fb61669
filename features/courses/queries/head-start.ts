import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { contentCatalog } from '@/server/content/catalog'
import type { CompiledCourse } from '@/server/content/compiled'
import { db } from '@/server/db/client'
import { learnHome } from './learn-home'

export type HeadStart = { course: CompiledCourse; enterprise: string; openAttemptId: string | null; hasPassed: boolean }

/**
 * The digest a head should read: of the course their HEAD seat still asks for, else of the one they completed last, else of the first
 * one for heads. Null when the actor holds no HEAD seat, or there is no such course.
 */
export async function headStart(actor: Actor): Promise<HeadStart | null> {
  const { seats, toDos } = await learnHome(actor)
  const seat = seats.find((one) => one.kind === 'HEAD')
  const courses = contentCatalog().courses.filter((course) => course.digest.length > 0)
  const asked = toDos
    .filter(({ kind }) => kind === 'HEAD')
    .map(({ toDo }) => courses.find((course) => [course.slug, course.exam.slug].includes(toDo.alternative.slug)))
  const course = asked.find((one) => one !== undefined) ?? (await lastCompleted(actor, courses)) ?? courses[0]
  if (!seat || !course) return null
  const attempts = await db.attempt.findMany({
    where: { personId: actor.personId, examSlug: course.exam.slug, OR: [{ state: 'OPEN' }, { passed: true }] },
    select: { id: true, state: true, passed: true },
  })
  return {
    course,
    enterprise: seat.enterprise,
    openAttemptId: attempts.find((attempt) => attempt.state === 'OPEN')?.id ?? null,
    hasPassed: attempts.some((attempt) => attempt.passed === true),
  }
}

/** The course that this person completed last, itself or its exam. */
async function lastCompleted(actor: Actor, courses: readonly CompiledCourse[]): Promise<CompiledCourse | undefined> {
  const slugs = courses.flatMap((course) => [course.slug, course.exam.slug])
  const last = await db.completion.findFirst({
    where: { personId: actor.personId, retractedAt: null, slug: { in: slugs } },
    orderBy: [{ happenedOn: 'desc' }, { id: 'desc' }],
    select: { slug: true },
  })
  return courses.find((course) => last && [course.slug, course.exam.slug].includes(last.slug))
}
