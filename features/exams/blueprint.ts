import type { AttemptRules } from '@/domain/exams/attempt-rules'
import type { CompiledCourse } from '@/server/content/compiled'

/** The rules of an exam as they stood when the paper was drawn; stored with the attempt. */
export type Blueprint = AttemptRules & {
  title: string
  course: string
  courseTitle: string
  draw: number
  pass: number
  openBook: boolean
  /** Certifying papers ask for a full account; a head's paper is opened by the personal link (design.md 6.2). */
  needsAccount: boolean
}

/** The blueprint a course's exam has now. */
export function blueprintOf({ slug, title, exam, audience }: CompiledCourse): Blueprint {
  return {
    title: exam.title,
    course: slug,
    courseTitle: title,
    draw: exam.draw,
    pass: exam.pass,
    tries: exam.tries,
    waitHours: exam.waitHours,
    limitMinutes: exam.limitMinutes ?? null,
    openBook: exam.openBook,
    needsAccount: !audience.includes('head'),
  }
}
