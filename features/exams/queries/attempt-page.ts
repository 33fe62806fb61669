import 'server-only'
import { reviewRule, type StartRule, startRule } from '@/domain/exams/attempt-rules'
import { type ExamResult, missingOf, questionsOf } from '@/domain/exams/grade'
import { POINT } from '@/domain/exams/score'
import type { Actor } from '@/domain/permissions/actor'
import { type ItemBody, type LearnerQuestion, learnerQuestion, type OptionMap } from '@/server/content/learner-paper'
import { db } from '@/server/db/client'
import type { Blueprint } from '../blueprint'
import { type ReviewedQuestion, reviewed } from '../reviewed-question'

/** A question with what was saved for it. */
export type OpenQuestion = LearnerQuestion & { value: string[]; seq: number; isFlagged: boolean }

export type ConceptScore = { title: string; lesson: string; lessonTitle: string; right: number; total: number }

type Common = { id: string; no: number; examSlug: string; blueprint: Blueprint; startedAt: Date; now: Date }
export type OpenAttempt = Common & {
  state: 'open'
  deadlineAt: Date | null
  questions: OpenQuestion[]
  savedAt: Date | null
}
export type ClosedAttempt = Common & {
  state: 'closed'
  hasExpired: boolean
  submittedAt: Date
  /** Questions' worth that was scored, cut to tenths for people (`questionsOf`); whole questions for attempts before part marks. */
  scored: string
  /** What was missing to pass, rounded up to tenths so that nobody reads 0. */
  missing: string
  hasPassed: boolean
  /** Questions of this paper found to be wrong since, counted as right for everybody. */
  withdrawn: number
  concepts: ConceptScore[]
  /** Null while a further try could profit from it (design.md 7). */
  review: ReviewedQuestion[] | null
  /** Whether another try may be started now, by the rules the paper was drawn with. */
  next: { start: 'may' | 'already-passed' | 'no-tries-left' } | { start: 'wait'; until: Date }
}

type Row = Common & {
  state: 'OPEN' | 'SUBMITTED' | 'EXPIRED'
  deadlineAt: Date | null
  submittedAt: Date | null
  points: number | null
  score: number | null
  passed: boolean | null
  conceptScores: ExamResult['perConcept'] | null
  finished: { closedAt: string; hasPassed: boolean }[]
  items: Item[]
}
type Item = {
  position: number
  body: ItemBody
  map: OptionMap
  right: boolean | null
  value: string[] | null
  seq: number | null
  flagged: boolean | null
  isWithdrawn: boolean
  score: number | null
  savedAt: string | null
}

/**
 * One attempt of the actor's own: the paper without keys while it is open, the result by the review rule afterwards. One query.
 * Null when there is none, or it is somebody else's, or the actor came by a link and the paper needs an account.
 */
export async function attemptPage(actor: Actor, attemptId: string): Promise<OpenAttempt | ClosedAttempt | null> {
  const [row] = await db.$queryRaw<Row[]>`
    /* prepared: attempt-page */
    SELECT a.id, a.no, a.exam_slug AS "examSlug", a.blueprint, a.state::text, a.started_at AS "startedAt",
      a.deadline_at AS "deadlineAt", a.submitted_at AS "submittedAt", a.points, a.score, a.passed,
      a.concept_scores AS "conceptScores", clock_timestamp() AS now,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('closedAt', coalesce(o.submitted_at, o.started_at),
          'hasPassed', coalesce(o.passed, false))), '[]')
        FROM attempt o WHERE o.person_id = a.person_id AND o.exam_slug = a.exam_slug AND o.state <> 'OPEN') AS finished,
      (SELECT jsonb_agg(jsonb_build_object('position', i.position, 'body', v.body, 'map', i.option_map,
          'right', i.is_right, 'score', i.score, 'value', w.value, 'seq', w.seq, 'flagged', w.flagged, 'savedAt', w.saved_at,
          'isWithdrawn', EXISTS (SELECT FROM attempt_regrade g JOIN item_withdrawal d ON d.id = g.withdrawal_id
            WHERE g.attempt_id = a.id AND d.course = v.body ->> 'course' AND d.question_id = v.body ->> 'id')
            OR EXISTS (SELECT FROM item_withdrawal d WHERE d.restored_at IS NULL
            AND d.course = v.body ->> 'course' AND d.question_id = v.body ->> 'id')) ORDER BY i.position)
        FROM attempt_item i JOIN item_version v ON v.sha256 = i.item_sha
        LEFT JOIN answer w ON w.attempt_id = i.attempt_id AND w.position = i.position
        WHERE i.attempt_id = a.id) AS items
    FROM attempt a WHERE a.id = ${attemptId}::uuid AND a.person_id = ${actor.personId}::uuid`
  if (!row || (actor.via === 'link' && row.blueprint.needsAccount)) return null
  return row.state === 'OPEN' ? openAttempt(row) : closedAttempt(row)
}

function common({ id, no, examSlug, blueprint, startedAt, now }: Row): Common {
  return { id, no, examSlug, blueprint, startedAt, now }
}

function openAttempt(row: Row): OpenAttempt {
  const saved = row.items.flatMap((item) => (item.savedAt ? [new Date(item.savedAt).getTime()] : []))
  return {
    ...common(row),
    state: 'open',
    deadlineAt: row.deadlineAt,
    savedAt: saved.length > 0 ? new Date(Math.max(...saved)) : null,
    questions: row.items.map((item) => ({
      ...learnerQuestion(item.position, item.body, item.map),
      value: item.value ?? [],
      seq: item.seq ?? 0,
      isFlagged: item.flagged ?? false,
    })),
  }
}

function closedAttempt(row: Row): ClosedAttempt {
  const finished = row.finished.map((one) => ({ ...one, closedAt: new Date(one.closedAt) }))
  const hasEverPassed = finished.some((one) => one.hasPassed)
  const rule = reviewRule(row.blueprint, hasEverPassed, finished.length)
  return {
    next: nextStart(startRule(row.blueprint, finished, row.now)),
    ...common(row),
    state: 'closed',
    hasExpired: row.state === 'EXPIRED',
    submittedAt: row.submittedAt ?? row.startedAt,
    scored: questionsOf(scoreOfRow(row)),
    missing: missingOf(scoreOfRow(row), row.blueprint.pass),
    withdrawn: row.items.filter(({ isWithdrawn }) => isWithdrawn).length,
    hasPassed: row.passed === true,
    concepts: conceptScores(row),
    review: rule === 'full' ? row.items.map(reviewed) : null,
  }
}

/** The score in 840ths; attempts closed before there were part marks have whole questions. */
function scoreOfRow({ score, points }: Row): number {
  return score ?? (points ?? 0) * POINT
}

function nextStart(rule: StartRule): ClosedAttempt['next'] {
  if (rule.mayStart) return { start: 'may' }
  return rule.refusal === 'wait' ? { start: 'wait', until: rule.until } : { start: rule.refusal }
}

function conceptScores(row: Row): ConceptScore[] {
  const bodies = new Map(row.items.map(({ body }) => [body.concept, body]))
  return (row.conceptScores ?? []).map(({ concept, right, total }) => {
    const body = bodies.get(concept)
    return {
      title: body?.conceptTitle ?? concept,
      lesson: body?.lesson ?? '',
      lessonTitle: body?.lessonTitle ?? '',
      right,
      total,
    }
  })
}
