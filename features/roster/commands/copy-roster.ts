import 'server-only'
import { lockPersonsAndFindEntries } from '@/features/standing/commands/lock-persons'
import { restandMany } from '@/features/standing/commands/restand-many'
import type { SystemContext } from '@/server/context'
import { newId } from '@/server/db/id'

export type RosterCopy = { fromId: string; toId: string; by: string }

const CHUNK = 500

type Row = {
  enterpriseId: string
  leafId: string
  isKey: boolean
  seats: { kind: string; post: string | null; personId: string | null; delegation: string | null }[]
}

/**
 * Copies a roster as it stands now into a new programme, from that one's first day: enterprises with place and key flag, seats with who holds them. In pieces of
 * 500 enterprises, each its own transaction; one that is in the new programme already is left alone, so that it may be stopped and go on.
 *
 * @returns how many were copied now
 */
export async function copyRoster(ctx: SystemContext, { fromId, toId, by }: RosterCopy): Promise<number> {
  let copied = 0
  for (;;) {
    const count = await ctx.transaction(async (tx) => {
      const rows = await tx.$queryRaw<Row[]>`
        SELECT e.enterprise_id AS "enterpriseId", p.leaf_id AS "leafId", p.is_key AS "isKey",
          (SELECT coalesce(json_agg(json_build_object('kind', s.kind, 'post', s.post, 'personId', h.person_id, 'delegation', h.delegation)
              ORDER BY s.kind, s.id), '[]')
            FROM seat s LEFT JOIN holding h ON h.seat_id = s.id AND h.to_on IS NULL AND h.retracted_at IS NULL
            WHERE s.entry_id = e.id AND s.retracted_at IS NULL AND s.to_on IS NULL) AS seats
        FROM roster_entry e JOIN entry_placement p ON p.entry_id = e.id AND p.retracted_at IS NULL AND p.to_on IS NULL
        JOIN region l ON l.id = p.leaf_id AND l.closed_on IS NULL
        WHERE e.programme_id = ${fromId}::uuid
          AND NOT EXISTS (SELECT FROM roster_entry o WHERE o.programme_id = ${toId}::uuid AND o.enterprise_id = e.enterprise_id)
        ORDER BY e.id LIMIT ${CHUNK}`
      if (rows.length === 0) return 0
      const { fromOn } = await tx.programme.findUniqueOrThrow({ where: { id: toId } })
      const own = { fromOn, recordedById: by }
      const entries = rows.map((row) => ({ ...row, id: newId() }))
      const seats = entries.flatMap(({ id, seats: held }) =>
        held.map((seat) => ({ ...seat, id: newId(), entryId: id })),
      )
      await tx.rosterEntry.createMany({
        data: entries.map(({ id, enterpriseId }) => ({ id, programmeId: toId, enterpriseId, recordedById: by })),
      })
      await tx.entryPlacement.createMany({
        data: entries.map(({ id, leafId, isKey }) => ({ id: newId(), entryId: id, leafId, isKey, ...own })),
      })
      await tx.seat.createMany({
        data: seats.map(({ id, entryId, kind, post }) => ({
          id,
          entryId,
          kind: kind as 'HEAD' | 'CLERK',
          post,
          ...own,
        })),
      })
      await tx.holding.createMany({
        data: seats.flatMap(({ id, personId, delegation }) =>
          personId
            ? [{ id: newId(), seatId: id, personId, delegation: delegation as 'DELEGATED_HEAD' | null, ...own }]
            : [],
        ),
      })
      // Their completions may be written at this moment; other entries of theirs stay as they are.
      await lockPersonsAndFindEntries(
        tx,
        seats.flatMap(({ personId }) => (personId ? [personId] : [])),
      )
      await restandMany(
        tx,
        entries.map(({ id }) => id),
      )
      return rows.length
    })
    copied += count
    if (count === 0) return copied
  }
}
