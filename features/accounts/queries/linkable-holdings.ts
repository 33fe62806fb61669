import type { Actor } from '@/domain/permissions/actor'
import { officerPaths, seesPersonsInFull } from '@/domain/permissions/reaches'
import { scopePatterns } from '@/server/auth/scope'
import { shanghaiToday } from '@/server/clock'
import { Prisma } from '@/server/db/client'
import type { Transaction } from '@/server/db/client'

export type LinkableHolding = {
  holdingId: string
  personId: string
  personName: string
  mobileCipher: Uint8Array | null
  hasMobile: boolean
  hasPassword: boolean
  seatKind: 'HEAD' | 'CLERK'
  post: string | null
  enterprise: string
  programme: string
  mobileSource: string | null
  leafPath: string
  leafName: string
  /** Whether the actor may read the person's name and mobile in full: the entry's own level and its parent. */
  inFull: boolean
  /** Codes of what the seat's holder still lacks; null while it is not counted. */
  missing: string[] | null
  issuedAt: Date | null
  openedAt: Date | null
}

export type HoldingFilter = {
  holdingIds?: readonly string[]
  regionPath?: string
  kind?: 'HEAD' | 'CLERK'
  /** Two characters or more of the enterprise's name. */
  search?: string
  unopened?: boolean
  /** Only those who still have something to do. */
  open?: boolean
  /** Only those whose persons the actor may read in full. */
  inFull?: boolean
  withMobile?: boolean
  limit: number
  offset?: number
}

/**
 * Live holdings of live seats in the actor's scope, in the order of the enterprises' pinyin. An actor without scope gets none.
 */
export async function linkableHoldings(
  tx: Pick<Transaction, '$queryRaw'>,
  actor: Actor,
  filter: HoldingFilter,
): Promise<LinkableHolding[]> {
  const rows = await tx.$queryRaw<Omit<LinkableHolding, 'hasMobile' | 'inFull'>[]>`
    SELECT h.id AS "holdingId", p.id AS "personId", p.name AS "personName", p.mobile_cipher AS "mobileCipher", p.mobile_source AS "mobileSource",
      g.name AS programme, s.kind AS "seatKind", s.post,
      n.name AS enterprise, r.path AS "leafPath", r.name AS "leafName",
      coalesce(a.password_hash IS NOT NULL, false) AS "hasPassword",
      (SELECT ss.missing FROM seat_standing ss WHERE ss.holding_id = h.id AND ss.seat_id = s.id) AS missing,
      (SELECT max(l.created_at) FROM personal_link l WHERE l.holding_id = h.id) AS "issuedAt",
      (SELECT min(l.created_at) FROM login l WHERE l.holding_id = h.id) AS "openedAt"
    ${fromHoldings(actor, filter)}
    ORDER BY n.pinyin_key, h.id LIMIT ${filter.limit} OFFSET ${filter.offset ?? 0}`
  return rows.map((row) => ({
    ...row,
    hasMobile: row.mobileCipher !== null,
    inFull: seesPersonsInFull(actor, row.leafPath),
  }))
}

/** How many there are, and how many of them have a mobile. */
export async function countHoldings(
  tx: Pick<Transaction, '$queryRaw'>,
  actor: Actor,
  filter: Omit<HoldingFilter, 'limit'>,
): Promise<{ all: number; withMobile: number }> {
  const [row] = await tx.$queryRaw<{ all: number; withMobile: number }[]>`
    SELECT count(*)::int AS "all", count(p.mobile_cipher)::int AS "withMobile" ${fromHoldings(actor, filter)}`
  return row ?? { all: 0, withMobile: 0 }
}

function fromHoldings(actor: Actor, filter: Omit<HoldingFilter, 'limit'>): Prisma.Sql {
  const today = Prisma.sql`${shanghaiToday()}::date`
  const conditions = [
    Prisma.sql`r.path LIKE ANY (${scopePatterns(actor)})`,
    ...(filter.holdingIds ? [Prisma.sql`h.id = ANY (${[...filter.holdingIds]}::uuid[])`] : []),
    ...(filter.regionPath ? [Prisma.sql`starts_with(r.path, ${filter.regionPath})`] : []),
    ...(filter.kind ? [Prisma.sql`s.kind = ${filter.kind}::seat_kind`] : []),
    ...(filter.search ? [Prisma.sql`n.name LIKE ${`%${filter.search.replace(/[\\%_]/g, '\\$&')}%`}`] : []),
    ...(filter.unopened ? [Prisma.sql`NOT EXISTS (SELECT FROM login l WHERE l.person_id = p.id)`] : []),
    ...(filter.open
      ? [
          Prisma.sql`NOT EXISTS (SELECT FROM seat_standing d WHERE d.holding_id = h.id AND d.seat_id = s.id AND d.missing = '{}')`,
        ]
      : []),
    ...(filter.withMobile ? [Prisma.sql`p.mobile_cipher IS NOT NULL`] : []),
    ...(filter.inFull ? [inFullOf(officerPaths(actor))] : []),
  ]
  return Prisma.sql`
    FROM holding h
    JOIN person p ON p.id = h.person_id AND p.merged_into_id IS NULL
    LEFT JOIN account a ON a.person_id = p.id
    JOIN seat s ON s.id = h.seat_id AND s.retracted_at IS NULL AND (s.to_on IS NULL OR s.to_on > ${today})
    JOIN roster_entry e ON e.id = s.entry_id
    JOIN programme g ON g.id = e.programme_id AND (g.to_on IS NULL OR g.to_on > ${today})
    JOIN entry_placement t ON t.entry_id = e.id AND t.retracted_at IS NULL AND t.from_on <= ${today} AND (t.to_on IS NULL OR t.to_on > ${today})
    JOIN region r ON r.id = t.leaf_id
    JOIN enterprise_name n ON n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL AND n.from_on <= ${today} AND (n.to_on IS NULL OR n.to_on > ${today})
    WHERE h.retracted_at IS NULL AND (h.to_on IS NULL OR h.to_on > ${today}) AND ${Prisma.join(conditions, ' AND ')}`
}

/** `seesPersonsInFull` as SQL: the entry's leaf is the officer's own region or a child of it. */
function inFullOf(paths: readonly string[]): Prisma.Sql {
  return Prisma.sql`(r.path = ANY (${paths}) OR regexp_replace(r.path, '[^.]+[.]$', '') = ANY (${paths}))`
}
