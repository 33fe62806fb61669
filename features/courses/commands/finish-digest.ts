import 'server-only'
import { courseBySlug } from '@/server/content/catalog'
import type { Context } from '@/server/context'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { DIGEST } from '../queries/course-facts'
import { completeCourseIfDone, lockReader } from './complete-course'

/** Notes that the actor saw a course's digest to its end, which completes the course. Again: nothing changes. */
export function finishDigest(ctx: Context, courseSlug: string): Promise<Outcome<null, 'not-found'>> {
  const course = courseBySlug(courseSlug)
  if (!course || course.digest.length === 0) return Promise.resolve(refuse('not-found'))
  return ctx.transaction(async (tx) => {
    await lockReader(tx, ctx.actor.personId)
    const key = { personId: ctx.actor.personId, course: course.slug, lesson: DIGEST, checkId: DIGEST }
    await tx.selfCheckAnswer.createMany({
      data: [{ ...key, contentVersion: course.version, value: [], isRight: true }],
      skipDuplicates: true,
    })
    await completeCourseIfDone(tx, ctx, course)
    return ok(null)
  })
}
