import type { Day } from '@/domain/calendar/day'
import { nameBigrams } from '@/domain/roster/name-search'
import { makeUscc } from '@/domain/roster/uscc'
import { pinyinKey } from '@/features/roster/pinyin-key'
import { columnOfDay } from '@/server/db/day'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'

/** An enterprise of the cast: on the roster with one HEAD and two CLERK seats, all vacant, placed at one leaf. */
export async function writeEnterprise(
  tx: Transaction,
  wanted: { programmeId: string; fromOn: Day; serial: number; name: string; leafId: string; isKey: boolean },
) {
  const { programmeId, serial, name, leafId, isKey } = wanted
  const fromOn = columnOfDay(wanted.fromOn)
  const [enterpriseId, entryId] = [newId(), newId()]
  await tx.enterprise.create({ data: { id: enterpriseId, uscc: makeUscc('330212', serial) } })
  await tx.enterpriseName.create({
    data: { id: newId(), enterpriseId, fromOn, name, pinyinKey: pinyinKey(name), bigrams: nameBigrams(name) },
  })
  await tx.rosterEntry.create({ data: { id: entryId, programmeId, enterpriseId } })
  await tx.entryPlacement.create({ data: { id: newId(), entryId, leafId, isKey, fromOn } })
  const seats = (['HEAD', 'CLERK', 'CLERK'] as const).map((kind) => ({
    id: newId(),
    holdingId: newId(),
    kind,
    isTaken: false,
  }))
  await tx.seat.createMany({ data: seats.map(({ id, kind }) => ({ id, entryId, kind, fromOn })) })
  return { entryId, enterpriseId, seats, fromOn }
}
