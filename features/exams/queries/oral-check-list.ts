import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { maskName } from '@/domain/permissions/mask'
import { asksByFullName } from '@/domain/permissions/reaches'
import { courseByExam } from '@/server/content/catalog'
import { db, Prisma } from '@/server/db/client'
import { isId } from '@/server/db/id'
import { fromChecks, isInReach } from './check-in-reach'

/** One check as a line of a list; the name is masked above the entry's leaf and its parent. */
export type OralCheckLine = {
  id: string
  enterprise: string
  personName: string
  exam: string
  channel: 'ON_SITE' | 'PHONE'
  state: 'OPEN' | 'SUBMITTED' | 'ABANDONED'
  startedAt: Date
  right: number | null
  passed: boolean | null
  isRetracted: boolean
  askedBy: string
  isMine: boolean
}

type Row = Omit<OralCheckLine, 'exam'> & { examSlug: string; leafPath: string }

const PAGE = 30

/**
 * Checks that the actor reaches, newest first: an officer's whole area, a lecturer's own.
 *
 * @param wanted those of one entry, or the page after the id `before`
 * @returns at most 30; `older` is the id to go on from, null at the end
 */
export async function oralChecks(
  actor: Actor,
  wanted: { entryId?: string; before?: string } = {},
): Promise<{ checks: OralCheckLine[]; older: string | null }> {
  const { entryId, before } = wanted
  const rows = await db.$queryRaw<Row[]>`
    SELECT k.id, n.name AS enterprise, p.name AS "personName", k.exam_slug AS "examSlug", k.channel, k.state, k.started_at AS "startedAt",
      k."right", k.passed, k.retracted_at IS NOT NULL AS "isRetracted", asker.name AS "askedBy",
      k.asked_by_id = ${actor.personId}::uuid AS "isMine", r.path AS "leafPath"
    ${fromChecks()}
    WHERE ${isInReach(actor)}
      ${entryId && isId(entryId) ? Prisma.sql`AND k.entry_id = ${entryId}::uuid` : Prisma.empty}
      ${before && isId(before) ? Prisma.sql`AND k.id < ${before}::uuid` : Prisma.empty}
    ORDER BY k.id DESC LIMIT ${PAGE + 1}`
  const page = rows.slice(0, PAGE)
  return { checks: page.map((row) => shown(actor, row)), older: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null }
}

function shown(actor: Actor, { examSlug, leafPath, personName, ...row }: Row): OralCheckLine {
  const course = courseByExam(examSlug)
  return {
    ...row,
    exam: course ? course.title : examSlug,
    personName: asksByFullName(actor, leafPath) ? personName : maskName(personName),
  }
}
