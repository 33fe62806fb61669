import 'server-only'
import { createHash } from 'node:crypto'
import type { CompiledCourse, CompiledQuestion } from '@/server/content/compiled'
import type { ItemBody } from '@/server/content/learner-paper'

export type StoredItem = { body: ItemBody; sha: Uint8Array<ArrayBuffer> }
const stored = new WeakMap<CompiledQuestion, StoredItem>()

/** A question as it is stored with a paper: with the names of its concept and lesson, as the course may change. */
export function itemBody(course: CompiledCourse, question: CompiledQuestion): ItemBody {
  const concept = course.concepts.find((one) => one.id === question.concept)
  const lesson = course.lessons.find((one) => one.slug === concept?.lesson)
  return {
    ...question,
    course: course.slug,
    conceptTitle: concept?.title ?? question.concept,
    lesson: lesson?.slug ?? '',
    lessonTitle: lesson?.title ?? '',
  }
}

/** A question's stored form and hash, worked out once: the content does not change while the product runs. */
export function storedItem(course: CompiledCourse, question: CompiledQuestion): StoredItem {
  const known = stored.get(question)
  if (known) return known
  const body = itemBody(course, question)
  const item = { body, sha: bodyHash(body) }
  stored.set(question, item)
  return item
}

/** The hash under which a body is stored. */
export function bodyHash(body: ItemBody): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(JSON.stringify(body)).digest())
}

/** The hash under which a question, as it stands in the course now, is stored with papers. */
export function itemHash(course: CompiledCourse, question: CompiledQuestion): Uint8Array<ArrayBuffer> {
  return bodyHash(itemBody(course, question))
}
