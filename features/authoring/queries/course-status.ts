import 'server-only'
import type { BankHealth } from '@/domain/exams/bank-health'
import type { Actor } from '@/domain/permissions/actor'
import { mayEver } from '@/domain/permissions/permission'
import { shanghaiToday } from '@/server/clock'
import type { CompiledCourse, CompiledQuestion } from '@/server/content/compiled'
import { contentCatalog, courseBySlug } from '@/server/content/catalog'
import { healthOf } from '@/server/content/health-of'
import { drawableQuestions } from '@/server/content/drawable-questions'

/** How one course stands. */
export type CourseStatus = {
  slug: string
  title: string
  audience: readonly ('head' | 'clerk')[]
  version: number
  minutes: number
  lessons: number
  concepts: number
  checks: number
  bank: number
  /** Questions a paper may hold, and how many it holds. */
  drawable: number
  draw: number
  checkedOn: string
  /** Checked more than a year ago. */
  isStale: boolean
}

const MAXIMUM_AGE_DAYS = 365

/** Every course of this installation, by title. Numbers only; for whoever may preview content. */
export function courseStatuses(actor: Actor): CourseStatus[] {
  if (!mayEver(actor, 'content.preview')) return []
  return contentCatalog()
    .courses.map(statusOf)
    .sort((one, other) => one.title.localeCompare(other.title, 'zh-CN'))
}

function statusOf(course: CompiledCourse): CourseStatus {
  const { slug, title, audience, version, minutes, lessons, concepts, checks, bank, exam, checkedOn } = course
  const oldest = new Date(Date.parse(shanghaiToday()) - MAXIMUM_AGE_DAYS * 86_400_000).toISOString().slice(0, 10)
  return {
    ...{ slug, title, audience, version, minutes, checkedOn },
    lessons: lessons.length,
    concepts: concepts.length,
    checks: checks.length,
    bank: bank.length,
    drawable: drawableQuestions(course).length,
    draw: exam.draw,
    isStale: checkedOn < oldest,
  }
}

/** How a concept is covered: how many questions of each difficulty (1 to 3) test it. */
export type ConceptCover = {
  id: string
  title: string
  lesson: string
  lessonTitle: string
  questions: [number, number, number]
}

/** A course's bank: concepts with what tests them, and every question with its key. */
export type Bank = {
  status: CourseStatus
  concepts: ConceptCover[]
  questions: CompiledQuestion[]
  health: BankHealth
}

/** The bank of a course, keys included; null without `bank.read` or without such a course. */
export function bankOf(actor: Actor, slug: string): Bank | null {
  const course = courseBySlug(slug)
  if (!course || !mayEver(actor, 'bank.read')) return null
  const count = (concept: string, difficulty: number) =>
    course.bank.filter((question) => question.concept === concept && question.difficulty === difficulty).length
  return {
    status: statusOf(course),
    concepts: course.concepts.map(({ id, title, lesson }) => ({
      ...{ id, title, lesson },
      lessonTitle: course.lessons.find((one) => one.slug === lesson)?.title ?? lesson,
      questions: [count(id, 1), count(id, 2), count(id, 3)],
    })),
    questions: course.bank,
    health: healthOf(course),
  }
}
