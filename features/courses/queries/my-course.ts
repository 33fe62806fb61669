import 'server-only'
import type { CompiledCourse } from '@/server/content/compiled'
import { db } from '@/server/db/client'
import { courseFacts } from './course-facts'

/** What this person did in a course so far, for its pages. */
export function myCourse(personId: string, course: CompiledCourse): ReturnType<typeof courseFacts> {
  return courseFacts(db, personId, course)
}
