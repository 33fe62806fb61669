/** What progress needs to know of a course: lessons in order with the id of each lesson's last self-check. */
export type CourseOutline = {
  lessons: readonly { slug: string; lastCheck: string }[]
  hasDigest: boolean
}

/** What one person did in it. */
export type CourseFacts = {
  openedLessons: ReadonlySet<string>
  answeredChecks: ReadonlySet<string>
  hasSeenDigest: boolean
}

export type LessonState = 'open' | 'started' | 'done'

export type CourseProgress = {
  lessons: { slug: string; state: LessonState }[]
  doneLessons: number
  isComplete: boolean
  /** The first lesson not done, where reading goes on; null when all are done. */
  nextLesson: string | null
}

/**
 * A course's progress, derived from facts and never stored. A lesson is done once its last self-check was answered, right
 * or wrong. The course is complete when every lesson is done or, where it has a digest, the digest was seen to the end.
 * Seconds on a page never count (design.md 3).
 */
export function courseProgress(course: CourseOutline, facts: CourseFacts): CourseProgress {
  const lessons = course.lessons.map(({ slug, lastCheck }) => ({ slug, state: lessonState(slug, lastCheck, facts) }))
  const doneLessons = lessons.filter((lesson) => lesson.state === 'done').length
  const hasReadAll = lessons.length > 0 && doneLessons === lessons.length
  return {
    lessons,
    doneLessons,
    isComplete: hasReadAll || (course.hasDigest && facts.hasSeenDigest),
    nextLesson: lessons.find((lesson) => lesson.state !== 'done')?.slug ?? null,
  }
}

function lessonState(slug: string, lastCheck: string, facts: CourseFacts): LessonState {
  if (facts.answeredChecks.has(lastCheck)) return 'done'
  return facts.openedLessons.has(slug) ? 'started' : 'open'
}
