import 'server-only'
import { pathOf } from '@/domain/regions/tree'
import { recordAudit } from '@/server/audit/record'
import { shanghaiToday } from '@/server/clock'
import type { Context } from '@/server/context'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { type Outcome, ok, refuse } from '@/server/outcome'
import type { AddZone, RegionStateChange } from '../input'
import { areaInScope } from '../queries/import-area'

/** Adds a zone under the city, or a township under a county or zone, with a code of our own that is never used again. */
export function addRegion(
  ctx: Context,
  given: AddZone,
): Promise<Outcome<null, 'not-found' | 'name-taken' | 'wrong-parent'>> {
  return ctx.transaction(async (tx) => {
    const area = await areaInScope(ctx.actor, given.parentId)
    const parent = area && (await tx.region.findUnique({ where: { id: area.id }, include: { children: true } }))
    if (!parent) return refuse('not-found')
    if ((given.kind === 'ZONE') !== (parent.kind === 'CITY') || parent.kind === 'TOWNSHIP' || parent.kind === 'UNKNOWN')
      return refuse('wrong-parent')
    if (
      parent.kind === 'ZONE' &&
      (await tx.entryPlacement.count({ where: { leafId: parent.id, retractedAt: null, toOn: null } })) > 0
    )
      return refuse('wrong-parent')
    if (parent.children.some(({ name, closedOn }) => name === given.name && !closedOn)) return refuse('name-taken')
    const sign = given.kind === 'ZONE' ? 'Z' : 'T'
    const code = `${parent.code}${sign}${String(parent.children.length + 1).padStart(2, '0')}${newId().slice(-4)}`
    const node = {
      id: newId(),
      parentId: parent.id,
      kind: given.kind,
      code,
      name: given.name,
      path: pathOf(parent.path, code),
    }
    await tx.region.create({ data: { ...node, sortOrder: 1000 + parent.children.length } })
    await recordAudit(tx, ctx, {
      kind: 'region.changed',
      subjectId: node.id,
      regionPath: node.path,
      detail: { added: true },
    })
    return ok(null)
  })
}

/**
 * Closes, opens again or renames a zone or township. A node is closed only when no entry stands in it and it has no open
 * children: move the entries first, from a day. Parents never change.
 */
export function changeRegion(
  ctx: Context,
  given: RegionStateChange,
): Promise<Outcome<null, 'not-found' | 'not-empty' | 'name-taken' | 'fixed'>> {
  return ctx.transaction(async (tx) => {
    const region = await tx.region.findUnique({ where: { id: given.regionId } })
    const isMine =
      region &&
      ctx.actor.grants.some(
        ({ role, regionPath }) => role === 'OFFICER' && regionPath !== null && region.path.startsWith(regionPath),
      )
    if (!region || !isMine) return refuse('not-found')
    if (region.kind === 'CITY' || region.kind === 'UNKNOWN') return refuse('fixed')
    if (given.action === 'rename') {
      const name = given.name ?? ''
      if (name.length < 2) return refuse('name-taken')
      await tx.region.update({ where: { id: region.id }, data: { name } })
    } else if (given.action === 'open') await tx.region.update({ where: { id: region.id }, data: { closedOn: null } })
    else {
      const entries = await tx.entryPlacement.count({
        where: { leaf: { path: { startsWith: region.path } }, retractedAt: null, toOn: null },
      })
      const children = await tx.region.count({
        where: { parentId: region.id, closedOn: null, kind: { not: 'UNKNOWN' } },
      })
      if (entries + children > 0) return refuse('not-empty', { entries, children })
      await tx.region.update({ where: { id: region.id }, data: { closedOn: columnOfDay(shanghaiToday()) } })
    }
    await recordAudit(tx, ctx, {
      kind: 'region.changed',
      subjectId: region.id,
      regionPath: region.path,
      detail: { action: given.action },
    })
    return ok(null)
  })
}
