import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { courseProgress } from './course-progress'

const slugs = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 1, maxLength: 8 })

describe('progress in a course', () => {
  it('is complete exactly when each lesson’s last self-check was answered, or its digest was seen', () => {
    fc.assert(
      fc.property(slugs, fc.nat(255), fc.boolean(), fc.boolean(), (lessons, bits, hasDigest, hasSeenDigest) => {
        const answered = lessons.filter((_, index) => (bits >> index) & 1)
        const progress = courseProgress(
          { lessons: lessons.map((slug) => ({ slug, lastCheck: `last-${slug}` })), hasDigest },
          { openedLessons: new Set(), answeredChecks: new Set(answered.map((slug) => `last-${slug}`)), hasSeenDigest },
        )
        expect(progress.isComplete).toBe(answered.length === lessons.length || (hasDigest && hasSeenDigest))
        expect(progress.doneLessons).toBe(answered.length)
        expect(progress.nextLesson).toBe(lessons.find((slug) => !answered.includes(slug)) ?? null)
      }),
    )
  })

  it('never falls when one more self-check is answered', () => {
    fc.assert(
      fc.property(slugs, fc.nat(255), fc.nat(7), (lessons, bits, extra) => {
        const course = { lessons: lessons.map((slug) => ({ slug, lastCheck: slug })), hasDigest: false }
        const answered = new Set(lessons.filter((_, index) => (bits >> index) & 1))
        const facts = { openedLessons: new Set<string>(), hasSeenDigest: false }
        const before = courseProgress(course, { ...facts, answeredChecks: answered })
        const more = new Set([...answered, lessons[extra % lessons.length] ?? ''])
        const after = courseProgress(course, { ...facts, answeredChecks: more })
        expect(after.doneLessons).toBeGreaterThanOrEqual(before.doneLessons)
        expect(Number(after.isComplete)).toBeGreaterThanOrEqual(Number(before.isComplete))
      }),
    )
  })

  it('calls a lesson started once it was opened, and a course without lessons is never complete', () => {
    const course = { lessons: [{ slug: 'one', lastCheck: 'c' }], hasDigest: false }
    const facts = { openedLessons: new Set(['one']), answeredChecks: new Set<string>(), hasSeenDigest: true }
    expect(courseProgress(course, facts).lessons).toEqual([{ slug: 'one', state: 'started' }])
    expect(courseProgress({ lessons: [], hasDigest: false }, facts).isComplete).toBe(false)
  })
})
