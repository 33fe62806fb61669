import type { AttemptRules, ReviewPolicy } from '@/domain/exams/attempt-rules'
import type { PaperRules } from '@/domain/exams/draw-by-rules'
import type { CompiledCourse } from '@/server/content/compiled'
import { paperRules } from '@/server/content/paper-rules'

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
  /** When keys and reasons are shown; papers drawn before there was a choice have none, which means after a pass. */
  review?: ReviewPolicy
  /** What the paper consists of; none for papers drawn before there were blueprints. */
  paper?: PaperRules
}

/** The blueprint a course's exam has now. */
export function blueprintOf(course: CompiledCourse): Blueprint {
  const { slug, title, exam, audience } = course
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
    review: exam.review ?? 'after-pass',
    paper: paperRules(course),
  }
}
