import type { Day } from '@/domain/calendar/day'
import type { Grant } from '@/domain/permissions/actor'
import { personPinyinKey } from '@/features/roster/pinyin-key'
import { contextOf } from '@/server/context'
import { mobileColumns } from '@/server/crypto/mobile'
import { columnOfDay } from '@/server/db/day'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { actorOf } from './actor-of'
import type { Character } from './character'
import type { CastRegion } from './write-regions'

/** A person with a mobile that ends in their number ("…0001") and an account without a password. */
export async function writePerson(
  tx: Transaction,
  no: number,
  name: string,
  grants: readonly Grant[],
): Promise<Character> {
  const personId = newId()
  const mobile = `1990000${String(no).padStart(4, '0')}`
  await tx.person.create({
    data: { id: personId, name, pinyinKey: personPinyinKey(name), ...mobileColumns(mobile), mobileSource: '测试' },
  })
  await tx.account.create({ data: { personId, loginName: `cast-${String(no).padStart(2, '0')}` } })
  const actor = actorOf(personId, grants)
  return { personId, name, mobile, actor, ctx: contextOf(actor, 'test') }
}

/** An officer of a region's subtree since `fromOn`. */
export async function writeOfficer(
  tx: Transaction,
  no: number,
  name: string,
  region: CastRegion,
  fromOn: Day,
): Promise<Character> {
  const grant: Grant = { role: 'OFFICER', regionId: region.id, regionPath: region.path, regionKind: region.kind }
  const officer = await writePerson(tx, no, name, [grant])
  const data = { id: newId(), personId: officer.personId, role: 'OFFICER' as const, regionId: region.id }
  await tx.officerGrant.create({ data: { ...data, fromOn: columnOfDay(fromOn) } })
  return officer
}
