import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { askerPatterns, scopePatterns } from '@/server/auth/scope'
import { shanghaiToday } from '@/server/clock'
import { Prisma } from '@/server/db/client'

/**
 * Where-clause over oral_check `k` and the region `r` in which its entry stands today: officers reach every check of their area,
 * lecturers those they asked themselves.
 */
export function isInReach(actor: Actor): Prisma.Sql {
  return Prisma.sql`(r.path LIKE ANY (${scopePatterns(actor)})
    OR (k.asked_by_id = ${actor.personId}::uuid AND r.path LIKE ANY (${askerPatterns(actor)})))`
}

/** The joins that `isInReach` reads, from oral_check `k`. */
export function fromChecks(): Prisma.Sql {
  const today = Prisma.sql`${shanghaiToday()}::date`
  return Prisma.sql`
    FROM oral_check k
    JOIN roster_entry e ON e.id = k.entry_id
    JOIN entry_placement t ON t.entry_id = e.id AND t.retracted_at IS NULL AND t.from_on <= ${today}
      AND (t.to_on IS NULL OR t.to_on > ${today})
    JOIN region r ON r.id = t.leaf_id
    JOIN enterprise_name n ON n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL AND n.from_on <= ${today}
      AND (n.to_on IS NULL OR n.to_on > ${today})
    JOIN person p ON p.id = k.person_id
    JOIN person asker ON asker.id = k.asked_by_id`
}
