/** What may change on a roster: 剔除 · 停产 · 迁移 · 更名. */
export const PROPOSAL_KINDS = ['CLOSED_DOWN', 'MOVE', 'RENAME', 'REMOVE'] as const
export type ProposalKind = (typeof PROPOSAL_KINDS)[number]

/** Where a proposal stands: open until somebody above decides or whoever made it withdraws it. */
export const PROPOSAL_STATES = ['OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** Whether an accepted change takes the enterprise off the roster: its seats count no more from that day. */
export function leavesRoster(kind: ProposalKind): boolean {
  return kind === 'REMOVE' || kind === 'CLOSED_DOWN'
}
