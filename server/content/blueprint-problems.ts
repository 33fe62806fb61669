import { drawByRules } from '@/domain/exams/draw-by-rules'
import { drawableQuestions } from './drawable-questions'
import type { CourseSource } from './load-course'
import { paperRules } from './paper-rules'
import type { Problem } from './source-file'

/** A certifying bank holds at least this many times the questions of a paper (design.md 7). */
const BANK_FACTOR = 4
/** Papers tried before a blueprint is believed: chance decides which cases are drawn. */
const TRIES = 40

/** Where a bank cannot give the papers its blueprint asks for, and which part of the blueprint is to blame. */
export function blueprintProblems({ course, bank: placed }: CourseSource): Problem[] {
  const { meta, source } = course
  const { exam } = meta
  const at = (key: string, message: string): Problem => ({
    file: source.file,
    line: source.frontmatter.lineOf(['exam', key]) || source.frontmatter.lineOf(['exam']),
    message: `blueprint: ${message}`,
  })
  const written = placed.map(({ question, group }) => ({
    ...question,
    group: group && { id: group.id, part: group.part },
  }))
  const bank = drawableQuestions({ audience: meta.audience, bank: written, exam })
  const needed = exam.draw * BANK_FACTOR
  if (bank.length < needed)
    return [at('draw', `the bank has ${bank.length} questions, ${needed} are needed for papers of ${exam.draw}`)]
  const problems: Problem[] = []
  for (const key of ['mustHave', 'exclude'] as const) {
    for (const id of exam[key] ?? [])
      if (!written.some((question) => question.id === id))
        problems.push(at(key, `there is no question ${id} in the bank`))
  }
  for (const [concept, count] of Object.entries(exam.perConcept ?? {})) {
    const has = bank.filter((question) => question.concept === concept).length
    if (has < count) problems.push(at('perConcept', `${count} questions of ${concept} are wanted, the bank has ${has}`))
  }
  for (const { difficulties, count } of paperRules({ ...meta, bank: written }).bands) {
    const has = bank.filter((question) => difficulties.includes(question.difficulty)).length
    if (has < count)
      problems.push(
        at(
          'perDifficulty',
          `${count} questions of difficulty ${difficulties.join(' or ')} are wanted, the bank has ${has}`,
        ),
      )
  }
  const cases = new Set(bank.flatMap(({ group }) => (group ? [group.id] : []))).size
  if ((exam.cases ?? 0) > cases) problems.push(at('cases', `${exam.cases} cases are wanted, the bank has ${cases}`))
  if (problems.length === 0 && !canKeep({ ...meta, bank: written }, bank))
    problems.push(at('perDifficulty', 'no paper keeps all of it together; loosen a count or add questions'))
  return problems
}

type Written = Parameters<typeof paperRules>[0]

function canKeep(course: Written, bank: Written['bank']): boolean {
  const rules = paperRules(course)
  return Array.from({ length: TRIES }).every((_, seed) => drawByRules(bank, rules, `blueprint/${seed}`).keepsRules)
}
