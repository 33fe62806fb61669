import 'server-only'
import { readCityCode, readRegionName } from '@/domain/regions/place-code'
import { pathOf } from '@/domain/regions/tree'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { type Outcome, ok, refuse } from '@/server/outcome'
import type { NameCity } from '../region-list-input'

/**
 * Corrects the name and code of the city as long as nothing stands beneath it: afterwards every code and path is built on it.
 * The trail keeps the path under which earlier events were recorded.
 */
export function nameCity(
  ctx: Context,
  typed: NameCity,
): Promise<Outcome<null, 'not-found' | 'fixed' | 'bad-city-name' | 'bad-city-code'>> {
  const [name, code] = [readRegionName(typed.name), readCityCode(typed.code)]
  return ctx.transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('regions'))`
    const city = await tx.region.findFirst({
      where: { kind: 'CITY', parentId: null, closedOn: null },
      include: { _count: { select: { children: true, placements: true } } },
    })
    if (!city) return refuse('not-found')
    if (name === null) return refuse('bad-city-name')
    if (code === null) return refuse('bad-city-code')
    if (city._count.children + city._count.placements > 0) return refuse('fixed')
    const path = pathOf('', code)
    await tx.region.update({ where: { id: city.id }, data: { name, code, path } })
    await recordAudit(tx, ctx, {
      kind: 'region.changed',
      subjectId: city.id,
      regionPath: path,
      detail: { action: 'city' },
    })
    return ok(null)
  })
}
