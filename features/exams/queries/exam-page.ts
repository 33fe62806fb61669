import 'server-only'
import { startRule } from '@/domain/exams/attempt-rules'
import { questionsOf } from '@/domain/exams/grade'
import { POINT } from '@/domain/exams/score'
import type { Actor } from '@/domain/permissions/actor'
import { mayEver } from '@/domain/permissions/permission'
import { courseByExam } from '@/server/content/catalog'
import { db } from '@/server/db/client'
import { type Blueprint, blueprintOf } from '../blueprint'

/** An exam before it is started: its rules, the tries so far, and whether one may start now. */
export type ExamPage = {
  slug: string
  blueprint: Blueprint
  openAttemptId: string | null
  tries: { id: string; no: number; submittedAt: Date; scored: string; hasPassed: boolean }[]
  start: 'may' | 'needs-account' | 'already-passed' | 'no-tries-left' | 'wait'
  waitUntil: Date | null
}

/** The exam of that slug for this actor; null when there is none. */
export async function examPage(actor: Actor, slug: string): Promise<ExamPage | null> {
  const course = courseByExam(slug)
  if (!course) return null
  const blueprint = blueprintOf(course)
  const rows = await db.attempt.findMany({
    where: { personId: actor.personId, examSlug: slug },
    orderBy: { no: 'desc' },
    select: {
      id: true,
      no: true,
      state: true,
      submittedAt: true,
      startedAt: true,
      points: true,
      score: true,
      passed: true,
    },
  })
  const closed = rows.filter((row) => row.state !== 'OPEN')
  const finished = closed.map((row) => ({ closedAt: row.submittedAt ?? row.startedAt, hasPassed: row.passed === true }))
  const rule = startRule(blueprint, finished, new Date())
  const needed = blueprint.needsAccount ? 'attempt.certifying' : 'attempt.open-book'
  return {
    slug,
    blueprint,
    openAttemptId: rows.find((row) => row.state === 'OPEN')?.id ?? null,
    tries: closed.map((row) => ({
      id: row.id,
      no: row.no,
      submittedAt: row.submittedAt ?? row.startedAt,
      scored: questionsOf(row.score ?? (row.points ?? 0) * POINT),
      hasPassed: row.passed === true,
    })),
    start: mayEver(actor, needed) ? (rule.mayStart ? 'may' : rule.refusal) : 'needs-account',
    waitUntil: !rule.mayStart && rule.refusal === 'wait' ? rule.until : null,
  }
}
