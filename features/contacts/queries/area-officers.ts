import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { reaches } from '@/domain/permissions/reaches'
import { shanghaiToday } from '@/server/clock'
import { pool, type Transaction } from '@/server/db/client'

/** Paths of the subtrees in which a person is an officer today; empty for anybody else. */
export async function officerPathsOf(tx: Transaction, personId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ path: string }[]>`
    SELECT r.path FROM officer_grant g JOIN region r ON r.id = g.region_id WHERE g.person_id = ${personId}::uuid AND g.role = 'OFFICER'
      AND g.retracted_at IS NULL AND g.from_on <= ${shanghaiToday()}::date AND (g.to_on IS NULL OR g.to_on > ${shanghaiToday()}::date)`
  return rows.map(({ path }) => path)
}

export type AreaOfficer = { personId: string; name: string; place: string; path: string; isSelf: boolean }

/** Officers who may look after enterprises of the actor's area: those within it, and the actor themselves. By region and name. */
export async function areaOfficers(actor: Actor): Promise<AreaOfficer[]> {
  const { rows } = await pool.query<AreaOfficer>(
    `SELECT DISTINCT p.id AS "personId", p.name, r.name AS place, r.path, p.id = $2 AS "isSelf", p.pinyin_key
     FROM officer_grant g JOIN region r ON r.id = g.region_id JOIN person p ON p.id = g.person_id
     LEFT JOIN account a ON a.person_id = p.id
     WHERE g.role = 'OFFICER' AND g.retracted_at IS NULL AND g.from_on <= $1::date AND (g.to_on IS NULL OR g.to_on > $1::date)
       AND a.disabled_at IS NULL
     ORDER BY r.path, p.pinyin_key, p.id`,
    [shanghaiToday(), actor.personId],
  )
  return rows
    .filter(({ path, isSelf }) => isSelf || reaches(actor, path))
    .map(({ personId, name, place, path, isSelf }) => ({ personId, name, place, path, isSelf }))
}
