import 'server-only'
import { courseBySlug } from '@/server/content/catalog'

/** The kinds of seat that a course is for. */
export function seatKindsOf(courseSlug: string): ('HEAD' | 'CLERK')[] {
  const audience = courseBySlug(courseSlug)?.audience ?? []
  return audience.map((one) => (one === 'head' ? 'HEAD' : 'CLERK'))
}
