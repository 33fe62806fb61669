import type { SubjectKind } from '@/domain/rates/entry-facts'
import { courseByExam, courseBySlug, labBySlug } from '@/server/content/catalog'
import type { RequirementChange } from './commands/change-requirements'
import type { ChangeRequirement } from './input'
import { alternative } from './template'

/**
 * What a form asks for, as a requirement; null when it only ends one. Labs carry how often; validity is the form's. 'bad-subject' for one that this
 * installation does not have, and where seat or rate is missing.
 */
export function asksOf({
  seatKind,
  rate,
  anyOf,
  times,
  validDays,
}: ChangeRequirement): RequirementChange['asks'] | 'bad-subject' {
  if (anyOf.length === 0) return null
  if (!seatKind || !rate) return 'bad-subject'
  const subjects = anyOf.map((text) => text.split(':') as [SubjectKind, string])
  if (!subjects.every(([kind, slug]) => isKnown(kind, slug))) return 'bad-subject'
  return {
    seatKind,
    rate,
    anyOf: subjects.map(([kind, slug]) => ({
      ...alternative(rate, kind, slug),
      ...(kind === 'LAB' && times ? { times } : {}),
      ...(validDays ? { validDays } : {}),
    })),
  }
}

function isKnown(kind: SubjectKind, slug: string): boolean {
  if (kind === 'LAB') return labBySlug(slug) !== undefined
  return kind === 'EXAM' ? courseByExam(slug) !== undefined : courseBySlug(slug) !== undefined
}
