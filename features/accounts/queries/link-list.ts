import type { Actor } from '@/domain/permissions/actor'
import { maskName } from '@/domain/permissions/mask'
import { regionScope } from '@/server/auth/scope'
import { db } from '@/server/db/client'
import { countHoldings, linkableHoldings } from './linkable-holdings'
import type { HoldingFilter } from './linkable-holdings'

export const LINKS_PER_PAGE = 50

export type LinkView = {
  region?: string | undefined
  kind?: 'HEAD' | 'CLERK' | undefined
  search?: string | undefined
  unopened?: boolean | undefined
  open?: boolean | undefined
}

/** The view's filter, its region resolved within the actor's scope; an unknown region is no filter at all, never a wider one. */
export async function filterOf(actor: Actor, view: LinkView): Promise<Omit<HoldingFilter, 'limit'>> {
  const region = view.region
    ? await db.region.findFirst({ where: { AND: [{ code: view.region }, regionScope(actor)] }, select: { path: true } })
    : null
  return {
    ...(region ? { regionPath: region.path } : {}),
    ...(view.kind ? { kind: view.kind } : {}),
    ...(view.search ? { search: view.search } : {}),
    ...(view.unopened ? { unopened: true } : {}),
    ...(view.open ? { open: true } : {}),
  }
}

/** One page of holdings with the state of their links; names masked where the actor may not read them. */
export async function linkList(actor: Actor, view: LinkView, page: number) {
  const filter = await filterOf(actor, view)
  const [count, sendable] = await Promise.all([
    countHoldings(db, actor, filter),
    countHoldings(db, actor, { ...filter, inFull: true }),
  ])
  const pages = Math.max(1, Math.ceil(count.all / LINKS_PER_PAGE))
  const shown = Math.min(Math.max(1, page), pages)
  const rows = await linkableHoldings(db, actor, {
    ...filter,
    limit: LINKS_PER_PAGE,
    offset: (shown - 1) * LINKS_PER_PAGE,
  })
  return {
    count,
    sendable: sendable.withMobile,
    /** In full view as well, but without a known mobile: no list and no letter can reach them. */
    withoutMobile: sendable.all - sendable.withMobile,
    page: shown,
    pages,
    rows: rows.map(({ mobileCipher: _, ...row }) => ({
      ...row,
      personName: row.inFull ? row.personName : maskName(row.personName),
    })),
  }
}

/** Regions of the actor's scope for the filter: own ones and their children, in their order. */
export async function regionChoices(
  actor: Actor,
): Promise<{ id: string; code: string; name: string; depth: number }[]> {
  const regions = await db.region.findMany({
    where: { AND: [{ closedOn: null }, regionScope(actor)] },
    orderBy: { path: 'asc' },
    select: { id: true, code: true, name: true, path: true },
  })
  const top = Math.min(...regions.map((region) => region.path.split('.').length))
  return regions.map((region) => ({
    id: region.id,
    code: region.code,
    name: region.name,
    depth: region.path.split('.').length - top,
  }))
}
