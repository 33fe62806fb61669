import { addDays } from '@/domain/calendar/day'
import type { Actor } from '@/domain/permissions/actor'
import { maskMobile } from '@/domain/permissions/mask'
import { regionScope } from '@/server/auth/scope'
import { shanghaiToday } from '@/server/clock'
import { revealMobile } from '@/server/crypto/mobile'
import { db } from '@/server/db/client'
import { columnOfDay, dayOfColumn } from '@/server/db/day'
import { mayManageGrant } from '../commands/may-manage-grant'

export type OfficerState = 'active' | 'invited' | 'disabled' | 'ended'

/** Grants in the actor's subtree, those in force first, then by region; with what the actor may do to each. */
export async function officerList(actor: Actor) {
  const grants = await db.officerGrant.findMany({
    where: { retractedAt: null, region: regionScope(actor) },
    include: {
      region: { select: { name: true, path: true } },
      person: {
        select: {
          name: true,
          mobileCipher: true,
          account: { select: { loginName: true, passwordHash: true, disabledAt: true, totpCipher: true } },
        },
      },
    },
    take: 2_000,
  })
  const today = columnOfDay(shanghaiToday())
  return grants
    .map(({ person, region, ...grant }) => {
      const isEnded = grant.toOn !== null && grant.toOn <= today
      return {
        grantId: grant.id,
        personId: grant.personId,
        name: person.name,
        signIn: person.account?.loginName ?? (person.mobileCipher ? maskMobile(revealMobile(person.mobileCipher)) : ''),
        role: grant.role,
        region: region?.name ?? '',
        path: region?.path ?? '',
        fromOn: dayOfColumn(grant.fromOn),
        /** The last day on which the role counts or counted. */
        lastOn: grant.toOn ? addDays(dayOfColumn(grant.toOn), -1) : null,
        endedOn: isEnded && grant.toOn ? dayOfColumn(grant.toOn) : null,
        state: stateOf(isEnded, person.account),
        hasTotp: Boolean(person.account?.totpCipher),
        isSelf: grant.personId === actor.personId,
        mayManage: !isEnded && mayManageGrant(actor, { role: grant.role, regionPath: region?.path ?? null }),
      }
    })
    .sort((a, b) => Number(a.state === 'ended') - Number(b.state === 'ended') || (a.path < b.path ? -1 : 1))
}

function stateOf(
  isEnded: boolean,
  account: { passwordHash: string | null; disabledAt: Date | null } | null,
): OfficerState {
  if (isEnded) return 'ended'
  if (account?.disabledAt) return 'disabled'
  return account?.passwordHash ? 'active' : 'invited'
}

/** Regions for which the actor may name officers, in the order of the tree. */
export async function grantableRegions(actor: Actor): Promise<{ id: string; name: string; depth: number }[]> {
  const regions = await db.region.findMany({
    where: { AND: [{ closedOn: null, kind: { not: 'UNKNOWN' } }, regionScope(actor)] },
    orderBy: { path: 'asc' },
    select: { id: true, name: true, path: true },
  })
  const grantable = regions.filter((region) => mayManageGrant(actor, { role: 'OFFICER', regionPath: region.path }))
  const top = Math.min(...grantable.map((region) => region.path.split('.').length))
  return grantable.map(({ id, name, path }) => ({ id, name, depth: path.split('.').length - top }))
}
