import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { readerPaths } from '@/domain/permissions/reaches'
import { readPatterns } from '@/server/auth/scope'
import { pool } from '@/server/db/client'

export type AuditOfficer = { personId: string; name: string; place: string; isOnlyHere: boolean }

/** What of the trail somebody may read. */
export type AuditReach = {
  /** The root's: every event, also those of no region. */
  isWhole: boolean
  /** Subtrees as paths. */
  paths: string[]
  /** Those who hold or held a role within the subtrees, by region and name: they are named in full. */
  officers: AuditOfficer[]
  /** Whose events of no region are shown, too: the reader's own, and those of officers who hold no role elsewhere. */
  followed: string[]
}

const OFFICERS = `
  SELECT DISTINCT ON (r.path, p.pinyin_key, p.id) p.id AS "personId", p.name, r.name AS place,
    NOT EXISTS (SELECT FROM officer_grant o LEFT JOIN region q ON q.id = o.region_id
      WHERE o.person_id = p.id AND o.retracted_at IS NULL AND (q.path IS NULL OR NOT q.path LIKE ANY ($1::text[]))) AS "isOnlyHere"
  FROM officer_grant g JOIN region r ON r.id = g.region_id JOIN person p ON p.id = g.person_id
  WHERE g.retracted_at IS NULL AND r.path LIKE ANY ($1::text[])
  ORDER BY r.path, p.pinyin_key, p.id`

/** The reach of an actor; empty for somebody who may read no trail. */
export async function auditReach(actor: Actor): Promise<AuditReach> {
  const paths = readerPaths(actor)
  const isWhole = paths.some((path) => path.indexOf('.') === path.length - 1)
  const { rows } = await pool.query<AuditOfficer>(OFFICERS, [readPatterns(actor)])
  const followed = rows.filter(({ isOnlyHere }) => isOnlyHere).map(({ personId }) => personId)
  return { isWhole, paths, officers: rows, followed: [...new Set([...followed, actor.personId])] }
}
