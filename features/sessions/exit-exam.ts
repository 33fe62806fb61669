import 'server-only'
import { courseBySlug } from '@/server/content/catalog'
import type { SessionRow } from './queries/session-in-scope'

/** The exam of a session's course, when those who were there are asked to sit it before they go; else null. */
export function exitExam(
  session: Pick<SessionRow, 'hasExitExam' | 'courseSlug'>,
): { slug: string; title: string } | null {
  const exam = session.hasExitExam ? courseBySlug(session.courseSlug)?.exam : undefined
  return exam ? { slug: exam.slug, title: exam.title } : null
}
