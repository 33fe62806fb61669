import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { nameBigrams } from '@/domain/roster/name-search'
import { askerPatterns } from '@/server/auth/scope'
import { shanghaiToday } from '@/server/clock'
import { courseByExam } from '@/server/content/catalog'
import { Prisma, type Transaction } from '@/server/db/client'
import { isAskable } from '../oral-bank'

/** An exam that may be asked by word of mouth for a seat. */
export type OralExam = { slug: string; title: string; minVersion: number; validDays: number | null }

/** Somebody who holds a head's seat in the actor's area, with the exams that may be asked. The name is not masked yet. */
export type AskableHead = {
  holdingId: string
  personId: string
  personName: string
  entryId: string
  enterprise: string
  leafPath: string
  leafName: string
  countyName: string | null
  /** The actor holds a seat in the same enterprise today. */
  isOwnEnterprise: boolean
  exams: OralExam[]
}

type Asked = { slug: string; minVersion: number; validDays: number | null }
type Row = Omit<AskableHead, 'exams'> & { asked: Asked[] }

export const MOST_HEADS = 20

/**
 * Holders of head seats in the actor's area whose programme asks for awareness by an exam and takes evidence given in person.
 *
 * Only AWARENESS: knowing can be shown in three answers; what a clerk is able to do is shown by doing it. At most 20, by the
 * enterprise's pinyin.
 */
export async function askableHeads(
  tx: Pick<Transaction, '$queryRaw'>,
  actor: Actor,
  wanted: { search: string } | { holdingId: string } | { entryId: string },
): Promise<AskableHead[]> {
  const today = Prisma.sql`${shanghaiToday()}::date`
  const rows = await tx.$queryRaw<Row[]>`
    SELECT h.id AS "holdingId", p.id AS "personId", p.name AS "personName", e.id AS "entryId", n.name AS enterprise,
      r.path AS "leafPath", r.name AS "leafName", c.name AS "countyName", asked.list AS asked,
      EXISTS (SELECT FROM holding o JOIN seat os ON os.id = o.seat_id AND os.retracted_at IS NULL
        JOIN roster_entry oe ON oe.id = os.entry_id
        WHERE o.person_id = ${actor.personId}::uuid AND oe.enterprise_id = e.enterprise_id AND ${inForce('o', today)}) AS "isOwnEnterprise"
    FROM holding h
    JOIN person p ON p.id = h.person_id AND p.merged_into_id IS NULL
    JOIN seat s ON s.id = h.seat_id AND s.kind = 'HEAD' AND ${inForce('s', today)}
    JOIN roster_entry e ON e.id = s.entry_id
    JOIN programme g ON g.id = e.programme_id AND g.from_on <= ${today} AND (g.to_on IS NULL OR g.to_on > ${today})
    JOIN entry_placement t ON t.entry_id = e.id AND ${inForce('t', today)}
    JOIN region r ON r.id = t.leaf_id AND r.path LIKE ANY (${askerPatterns(actor)})
    LEFT JOIN region c ON c.id = r.parent_id AND c.kind <> 'CITY'
    JOIN enterprise_name n ON n.enterprise_id = e.enterprise_id AND ${inForce('n', today)}
    CROSS JOIN LATERAL (
      SELECT json_agg(json_build_object('slug', a.slug, 'minVersion', a.min_version, 'validDays', a.valid_days)) AS list
      FROM requirement q JOIN requirement_alternative a ON a.requirement_id = q.id
      WHERE q.programme_id = e.programme_id AND q.seat_kind = 'HEAD' AND q.rate = 'AWARENESS' AND ${inForce('q', today)}
        AND a.subject_kind = 'EXAM' AND 'IN_PERSON' = ANY (a.evidence)) asked
    WHERE ${inForce('h', today)} AND asked.list IS NOT NULL AND ${condition(wanted)}
    ORDER BY n.pinyin_key COLLATE "C", h.id LIMIT ${MOST_HEADS}`
  return rows.map(({ asked, ...row }) => ({ ...row, exams: offered(asked) }))
}

function condition(wanted: { search: string } | { holdingId: string } | { entryId: string }): Prisma.Sql {
  if ('holdingId' in wanted) return Prisma.sql`h.id = ${wanted.holdingId}::uuid`
  if ('entryId' in wanted) return Prisma.sql`e.id = ${wanted.entryId}::uuid`
  const bigrams = nameBigrams(wanted.search)
  // Of brackets and blanks alone nothing is left to look for.
  return bigrams.length > 0 ? Prisma.sql`n.bigrams @> ${bigrams}::text[]` : Prisma.sql`false`
}

/** A fact that stands on that day. */
function inForce(alias: 'h' | 'o' | 's' | 't' | 'n' | 'q', today: Prisma.Sql): Prisma.Sql {
  const of = Prisma.raw(alias)
  return Prisma.sql`(${of}.retracted_at IS NULL AND ${of}.from_on <= ${today} AND (${of}.to_on IS NULL OR ${of}.to_on > ${today}))`
}

/** Those that exist here in a version that counts and can be read aloud, each once. */
function offered(asked: readonly Asked[]): OralExam[] {
  const bySlug = new Map<string, OralExam>()
  for (const one of asked) {
    const course = courseByExam(one.slug)
    if (!course || course.version < one.minVersion || !isAskable(course)) continue
    bySlug.set(one.slug, { ...one, title: `${course.title} · ${course.exam.title}` })
  }
  return [...bySlug.values()]
}
