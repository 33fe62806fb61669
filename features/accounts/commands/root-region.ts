import { readCityCode, readRegionName } from '@/domain/regions/place-code'
import { pathOf } from '@/domain/regions/tree'
import { recordAudit } from '@/server/audit/record'
import type { OpenContext } from '@/server/auth/open-action'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'

export type RootRegionRefusal = 'bad-city-name' | 'bad-city-code'

/** The city of this installation, or null when it has none yet and the first officer is to name it. */
export function openCity(tx: Pick<Transaction, 'region'>) {
  return tx.region.findFirst({
    where: { kind: 'CITY', parentId: null, closedOn: null },
    select: { id: true, path: true },
  })
}

/** The city the first officer is to have: the one that is there, else one with the name and code they typed. */
export async function rootRegion(
  tx: Transaction,
  ctx: OpenContext,
  typed: { cityName: string; cityCode: string },
): Promise<Outcome<{ id: string; path: string }, RootRegionRefusal>> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('regions'))`
  const city = await openCity(tx)
  if (city) return ok(city)
  const [name, code] = [readRegionName(typed.cityName), readCityCode(typed.cityCode)]
  if (name === null) return refuse('bad-city-name')
  if (code === null) return refuse('bad-city-code')
  const region = { id: newId(), kind: 'CITY' as const, code, name, path: pathOf('', code) }
  await tx.region.create({ data: region })
  await recordAudit(tx, ctx, {
    kind: 'region.changed',
    subjectId: region.id,
    regionPath: region.path,
    detail: { added: true, by: 'setup' },
  })
  return ok({ id: region.id, path: region.path })
}
