import { ORAL_QUESTIONS } from '@/domain/exams/oral-check'
import type { CompiledCourse, CompiledQuestion } from '@/server/content/compiled'
import { drawableQuestions } from '@/server/content/drawable-questions'

/** Questions that can be read aloud and answered with one word, of those a paper of this course may hold. */
export function oralBank(course: CompiledCourse): CompiledQuestion[] {
  return drawableQuestions(course).filter(({ kind }) => kind === 'single' || kind === 'truefalse')
}

/** Whether the course has enough of them. */
export function isAskable(course: CompiledCourse): boolean {
  return oralBank(course).length >= ORAL_QUESTIONS
}
