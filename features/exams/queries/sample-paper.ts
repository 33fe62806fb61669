import 'server-only'
import { drawByRules } from '@/domain/exams/draw-by-rules'
import type { Actor } from '@/domain/permissions/actor'
import { mayEver } from '@/domain/permissions/permission'
import { courseBySlug } from '@/server/content/catalog'
import { drawableQuestions } from '@/server/content/drawable-questions'
import { learnerQuestion, ownOptionIds } from '@/server/content/learner-paper'
import { paperRules } from '@/server/content/paper-rules'
import { itemBody } from '../commands/item-body'
import type { OpenQuestion } from './attempt-page'

/**
 * A paper as it might be drawn for a learner, without keys; nothing is written. The same `seed` gives the same paper, so that a link
 * to it can be passed on. Null without `bank.read` or without such a course.
 */
export function samplePaper(
  actor: Actor,
  slug: string,
  seed: string,
): { title: string; questions: OpenQuestion[] } | null {
  const course = courseBySlug(slug)
  if (!course || !mayEver(actor, 'bank.read')) return null
  const { questions } = drawByRules(drawableQuestions(course), paperRules(course), seed)
  return {
    title: course.exam.title,
    questions: questions.map((question, index) => ({
      ...learnerQuestion(
        index + 1,
        itemBody(course, question),
        ownOptionIds(question).map((id, at) => [question.kind === 'truefalse' ? id : `o${at}`, id]),
      ),
      value: [],
      seq: 0,
      isFlagged: false,
    })),
  }
}
