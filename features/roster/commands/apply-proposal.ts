import 'server-only'
import { leavesRoster, type ProposalKind } from '@/domain/roster/proposal'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { dayOfColumn } from '@/server/db/day'
import type { Outcome } from '@/server/outcome'
import type { EntryInScope } from '../queries/entry-in-scope'
import { placeFrom, renameFrom } from './place-from'

/** Does what an accepted proposal says, from its day on. The caller holds `lockEntry`, has asked who may, and restands the entry. */
export function applyProposal(
  tx: Transaction,
  ctx: Context,
  entry: Pick<EntryInScope, 'id' | 'programmeId' | 'programmeFromOn'>,
  change: { kind: ProposalKind; fromOn: Date; toLeafId: string | null; newName: string | null; reason: string },
): Promise<Outcome<null, 'day-outside' | 'unchanged' | 'frozen'>> {
  const fromOn = dayOfColumn(change.fromOn)
  if (change.kind === 'RENAME') return renameFrom(tx, ctx, entry.id, { name: change.newName ?? '', fromOn })
  const leafId = leavesRoster(change.kind) ? undefined : (change.toLeafId ?? undefined)
  return placeFrom(tx, ctx, entry, { leafId, isKey: 'as-it-was', fromOn, reason: change.reason })
}
