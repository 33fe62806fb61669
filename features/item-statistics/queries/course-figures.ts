import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { mayEver } from '@/domain/permissions/permission'
import { db } from '@/server/db/client'
import type { StoredFigures } from '../stored-figures'

/** The figures of one question and how many wordings of it were counted. */
export type QuestionFigures = { figures: StoredFigures; countedAt: Date; wordings: number }

/**
 * Figures of a course's questions by id: of the wording answered most lately, with how many wordings were counted. Empty without
 * `bank.read`: figures tell which option is right.
 */
export async function courseFigures(actor: Actor, course: string): Promise<Map<string, QuestionFigures>> {
  if (!mayEver(actor, 'bank.read')) return new Map()
  const rows = await db.$queryRaw<{ id: string; figures: StoredFigures; countedAt: Date; wordings: number }[]>`
    SELECT DISTINCT ON (s.question_id) s.question_id AS id, s.figures, s.counted_at AS "countedAt",
      (count(*) OVER (PARTITION BY s.question_id))::int AS wordings
    FROM item_statistic s
    LEFT JOIN LATERAL (SELECT max(t.id::text) AS newest FROM attempt_item i JOIN attempt t ON t.id = i.attempt_id
      WHERE i.item_sha = s.item_sha) latest ON true
    WHERE s.course = ${course} ORDER BY s.question_id, latest.newest DESC NULLS LAST`
  return new Map(rows.map(({ id, ...figures }) => [id, figures]))
}
