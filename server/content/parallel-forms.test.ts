import { describe, expect, it } from 'vitest'
import { drawByRules } from '@/domain/exams/draw-by-rules'
import { randomFrom } from '@/domain/exams/random'
import catalog from '@/generated/content/catalog.json'
import type { CompiledCourse } from './compiled'
import { drawableQuestions } from './drawable-questions'
import { paperRules } from './paper-rules'

const PAPERS = 2000
/** What decision 029 states: at most one pair of papers in twenty differs by more than this in the share it is expected to bring. */
const TOLERANCE = 0.15
/** How the levels and questions of one level might really differ; what matters is only that chance deals them out. */
const SHARE_RIGHT: Record<number, number> = { 1: 0.85, 2: 0.7, 3: 0.5 }
const SPREAD_WITHIN_LEVEL = 0.1

const courses = catalog.courses as unknown as CompiledCourse[]

describe.each(courses.map((course) => [course.slug, course] as const))('papers of %s', (slug, course) => {
  const bank = drawableQuestions(course)
  const rules = paperRules(course)
  const papers = Array.from({ length: PAPERS }, (_, seed) => drawByRules(bank, rules, `${slug}/${seed}`))

  it('all keep the blueprint: as many questions of each band of difficulty as every other', () => {
    expect(papers.every(({ keepsRules }) => keepsRules)).toBe(true)
    const bands = papers.map(({ questions }) =>
      rules.bands.map(({ difficulties }) => questions.filter((one) => difficulties.includes(one.difficulty)).length),
    )
    expect(new Set(bands.map(String)).size).toBe(1)
  })

  it('are as hard as one another within the stated tolerance, whatever their questions are really like', () => {
    const random = randomFrom(`true shares of ${slug}`)
    const trueShare = new Map(
      bank.map(({ id, difficulty }) => [id, (SHARE_RIGHT[difficulty] ?? 0) + (random() * 2 - 1) * SPREAD_WITHIN_LEVEL]),
    )
    const expected = papers.map(
      ({ questions }) => questions.reduce((sum, { id }) => sum + (trueShare.get(id) ?? 0), 0) / questions.length,
    )
    const apart = expected.slice(1).map((share, index) => Math.abs(share - (expected[index] ?? 0)))
    expect(apart.filter((difference) => difference > TOLERANCE).length / apart.length).toBeLessThanOrEqual(0.05)
  })

  it('reach every question that may be drawn', () => {
    const seen = new Set(papers.flatMap(({ questions }) => questions.map(({ id }) => id)))
    expect(bank.filter(({ id }) => !seen.has(id)).map(({ id }) => id)).toEqual([])
  })
})
