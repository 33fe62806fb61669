import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { shanghaiToday } from '@/server/clock'
import { db } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'

/** The officer who asked for a run, with the grants they have today: a grant that has ended since opens nothing any more. */
export async function runActor(personId: string): Promise<Actor> {
  const today = columnOfDay(shanghaiToday())
  const rows = await db.officerGrant.findMany({
    where: {
      personId,
      role: 'OFFICER',
      retractedAt: null,
      fromOn: { lte: today },
      OR: [{ toOn: null }, { toOn: { gt: today } }],
      person: { account: { disabledAt: null } },
    },
    select: { role: true, regionId: true, region: { select: { path: true, kind: true } } },
  })
  const grants = rows.map(({ role, regionId, region }) => ({
    role,
    regionId,
    regionPath: region?.path ?? null,
    regionKind: region?.kind ?? null,
  }))
  return { personId, loginId: '', via: 'account', holdingId: null, grants, mfaPending: false }
}
