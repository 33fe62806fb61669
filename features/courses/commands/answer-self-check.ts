import 'server-only'
import { isRight } from '@/domain/exams/score'
import { courseBySlug } from '@/server/content/catalog'
import type { CompiledCourse, CompiledQuestion } from '@/server/content/compiled'
import type { Context } from '@/server/context'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { completeCourseIfDone, lockReader } from './complete-course'

export type SelfCheckDone = {
  question: CompiledQuestion
  isRight: boolean
  isLessonDone: boolean
  isCourseComplete: boolean
}

/**
 * Takes an answer to a self-check inside a lesson, right or wrong; answering again replaces it. The last answer that was still
 * open completes the course, in the same transaction.
 */
export function answerSelfCheck(
  ctx: Context,
  answer: { course: string; lesson: string; check: string; value: string[] },
): Promise<Outcome<SelfCheckDone, 'not-found' | 'empty'>> {
  const course = courseBySlug(answer.course)
  const question = course && checkOf(course, answer.lesson, answer.check)
  if (!course || !question) return Promise.resolve(refuse('not-found'))
  if (answer.value.length === 0) return Promise.resolve(refuse('empty'))
  const right = isRight(question.key, answer.value)

  return ctx.transaction(async (tx) => {
    await lockReader(tx, ctx.actor.personId)
    const key = { personId: ctx.actor.personId, course: course.slug, lesson: answer.lesson, checkId: question.id }
    const said = { value: answer.value, isRight: right, contentVersion: course.version, answeredAt: new Date() }
    await tx.selfCheckAnswer.upsert({
      where: { personId_course_lesson_checkId: key },
      create: { ...key, ...said },
      update: said,
      select: { checkId: true },
    })
    const isCourseComplete = await completeCourseIfDone(tx, ctx, course)
    const lesson = course.lessons.find((one) => one.slug === answer.lesson)
    return ok({ question, isRight: right, isLessonDone: lesson?.selfChecks.at(-1) === question.id, isCourseComplete })
  })
}

function checkOf(course: CompiledCourse, lessonSlug: string, check: string): CompiledQuestion | undefined {
  const lesson = course.lessons.find((one) => one.slug === lessonSlug)
  return lesson?.selfChecks.includes(check) ? course.checks.find((one) => one.id === check) : undefined
}
