import { type Graduated, type PaperRules, bandsOf } from '@/domain/exams/draw-by-rules'
import type { CourseMeta } from './course-schema'
import { drawableQuestions } from './drawable-questions'

/** From this length on a paper holds a case when the bank has one and the blueprint says nothing. */
const CASE_FROM = 10

/**
 * What a paper of this course consists of: its blueprint, and where that is silent as many of each difficulty as the bank has in
 * proportion, no minimum per concept, nothing that is in every paper, and one case in a paper of ten questions or more.
 */
export function paperRules(course: {
  audience: readonly string[]
  bank: readonly (Graduated & { kind: string })[]
  exam: CourseMeta['exam']
}): PaperRules {
  const { exam } = course
  const bank = drawableQuestions(course)
  const stated = Object.entries(exam.perDifficulty ?? {}).map(([level, count]) => ({
    difficulties: [Number(level)],
    count: count ?? 0,
  }))
  return {
    draw: exam.draw,
    bands: exam.perDifficulty ? stated : bandsOf(bank, exam.draw),
    atLeast: Object.entries(exam.perConcept ?? {}).map(([concept, count]) => ({ concept, count })),
    mustHave: exam.mustHave ?? [],
    cases: exam.cases ?? (exam.draw >= CASE_FROM && bank.some(({ group }) => group) ? 1 : 0),
  }
}
