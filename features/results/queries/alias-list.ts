import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { maskName } from '@/domain/permissions/mask'
import { seesPersonsInFull } from '@/domain/permissions/reaches'
import { scopePatterns } from '@/server/auth/scope'
import { db } from '@/server/db/client'

/** A remembered spelling: how somebody wrote it, and who is meant. */
export interface ShownAlias {
  id: string
  enterpriseKey: string
  /** '' = about the enterprise alone. */
  personKey: string
  enterprise: string
  person: string | null
  area: string
  recordedAt: Date
}

type Row = ShownAlias & { leafPath: string | null }

const MOST = 500

/** The remembered spellings of the officer's area, newest first; persons masked above the owning level. */
export async function aliasList(actor: Actor): Promise<ShownAlias[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT a.id, a.enterprise_key AS "enterpriseKey", a.person_key AS "personKey", n.name AS enterprise, p.name AS person, r.name AS area,
      a.recorded_at AS "recordedAt",
      (SELECT l.path FROM roster_entry e JOIN entry_placement pl ON pl.entry_id = e.id AND pl.retracted_at IS NULL AND pl.to_on IS NULL
        JOIN region l ON l.id = pl.leaf_id WHERE e.enterprise_id = a.enterprise_id ORDER BY e.recorded_at DESC LIMIT 1) AS "leafPath"
    FROM name_alias a JOIN region r ON r.id = a.region_id
    JOIN enterprise_name n ON n.enterprise_id = a.enterprise_id AND n.retracted_at IS NULL AND n.to_on IS NULL
    LEFT JOIN person p ON p.id = a.person_id
    WHERE a.retracted_at IS NULL AND r.path LIKE ANY (${scopePatterns(actor)})
    ORDER BY a.recorded_at DESC, a.id DESC LIMIT ${MOST}`
  return rows.map(({ leafPath, ...alias }) => {
    const isFull = leafPath !== null && seesPersonsInFull(actor, leafPath)
    return {
      ...alias,
      personKey: alias.personKey && !isFull ? maskName(alias.personKey) : alias.personKey,
      person: alias.person && !isFull ? maskName(alias.person) : alias.person,
    }
  })
}
