import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { maskName } from '@/domain/permissions/mask'
import { decidesRoster, reaches, seesPersonsInFull } from '@/domain/permissions/reaches'
import type { ProposalKind, ProposalState } from '@/domain/roster/proposal'
import { readPatterns } from '@/server/auth/scope'
import { shanghaiToday } from '@/server/clock'
import { pool } from '@/server/db/client'

/** One proposed or recorded change of the roster, with what this officer may do about it. */
export type ProposalLine = {
  proposalId: string
  entryId: string
  enterprise: string
  place: string
  kind: ProposalKind
  fromOn: string
  toPlace: string | null
  newName: string | null
  reason: string
  proposedBy: string | null
  proposedOn: string
  state: ProposalState
  answer: string | null
  decidedBy: string | null
  decidedOn: string | null
  mayDecide: boolean
  mayWithdraw: boolean
}

const AT_MOST = 100

type Row = Omit<ProposalLine, 'mayDecide' | 'mayWithdraw'> & {
  leafPath: string
  toPath: string | null
  proposedById: string
}

/** Changes in the officer's scope: of one entry, or of a programme the open ones first and then the decided ones, newest first, at most a hundred. */
export async function proposals(
  actor: Actor,
  asked: { programmeId: string } | { entryId: string },
): Promise<ProposalLine[]> {
  const [column, value] = 'entryId' in asked ? ['e.id', asked.entryId] : ['e.programme_id', asked.programmeId]
  const { rows } = await pool.query<Row>(
    `SELECT o.id AS "proposalId", e.id AS "entryId", n.name AS enterprise, l.name AS place, l.path AS "leafPath", o.kind,
       o.from_on::text AS "fromOn", d.name AS "toPlace", d.path AS "toPath", o.new_name AS "newName", o.reason,
       p.name AS "proposedBy", o.proposed_by_id AS "proposedById",
       to_char(o.recorded_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "proposedOn", coalesce(o.decision::text, 'OPEN') AS state,
       o.answer, q.name AS "decidedBy", to_char(o.decided_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "decidedOn"
     FROM roster_proposal o JOIN roster_entry e ON e.id = o.entry_id
     JOIN LATERAL (SELECT leaf_id FROM entry_placement x WHERE x.entry_id = e.id AND x.retracted_at IS NULL
       ORDER BY x.to_on IS NULL DESC, x.from_on DESC LIMIT 1) x ON true
     JOIN region l ON l.id = x.leaf_id LEFT JOIN region d ON d.id = o.to_leaf_id
     LEFT JOIN person p ON p.id = o.proposed_by_id LEFT JOIN person q ON q.id = o.decided_by_id
     LEFT JOIN LATERAL (SELECT name FROM enterprise_name n WHERE n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL
       ORDER BY (n.from_on <= $3::date AND (n.to_on IS NULL OR n.to_on > $3::date)) DESC, n.from_on DESC LIMIT 1) n ON true
     WHERE ${column} = $1 AND l.path LIKE ANY ($2::text[])
     ORDER BY o.decision IS NOT NULL, o.recorded_at DESC, o.id LIMIT ${AT_MOST}`,
    [value, readPatterns(actor), shanghaiToday()],
  )
  return rows.map(({ leafPath, toPath, proposedById, ...row }) => {
    const isOpen = row.state === 'OPEN'
    const isOwn = proposedById === actor.personId
    const shown = (name: string | null) => (name && !seesPersonsInFull(actor, leafPath) ? maskName(name) : name)
    return {
      ...row,
      proposedBy: shown(row.proposedBy),
      decidedBy: shown(row.decidedBy),
      mayDecide: isOpen && !isOwn && decidesRoster(actor, leafPath) && (!toPath || reaches(actor, toPath)),
      mayWithdraw: isOpen && isOwn,
    }
  })
}
