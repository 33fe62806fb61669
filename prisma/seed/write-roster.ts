import { startOfDay } from '@/domain/calendar/day'
import { nameBigrams } from '@/domain/roster/name-search'
import { personPinyinKey, pinyinKey } from '@/features/roster/pinyin-key'
import type { Prisma } from '@/generated/prisma/client'
import { mobileColumns } from '@/server/crypto/mobile'
import { columnOfDay } from '@/server/db/day'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import type { InventedPerson } from './invent-people'
import type { InventedEntry, InventedRoster } from './invent-roster'
import { insertRows } from './insert-rows'

type Owner = { programmeId: string; recordedById: string }

/** Writes people, enterprises, entries, placements, seats and holdings, recorded on the day they took effect. */
export async function writeRoster(tx: Transaction, owner: Owner, roster: InventedRoster): Promise<void> {
  await writePeople(tx, roster.people, '演示名册（虚构号码）')
  const { entries } = roster
  await insertRows(
    tx,
    'enterprise',
    entries.map(({ enterpriseId, uscc, fromOn }) => ({ id: enterpriseId, uscc, recordedAt: startOfDay(fromOn) })),
  )
  await insertRows<Prisma.EnterpriseNameCreateManyInput>(
    tx,
    'enterprise_name',
    entries.map((entry) => nameRow(entry, owner)),
  )
  await insertRows<Prisma.RosterEntryCreateManyInput>(
    tx,
    'roster_entry',
    entries.map(({ id, enterpriseId, fromOn }) => ({ id, enterpriseId, ...owner, recordedAt: startOfDay(fromOn) })),
  )
  await insertRows<Prisma.EntryPlacementCreateManyInput>(
    tx,
    'entry_placement',
    entries.flatMap((entry) => placementRows(entry, owner)),
  )
  await insertRows<Prisma.SeatCreateManyInput>(
    tx,
    'seat',
    entries.flatMap(({ id: entryId, seats }) =>
      seats.map(({ id, kind, post, fromOn }) => ({ id, entryId, kind, post, ...recorded(fromOn, null, owner) })),
    ),
  )
  await insertRows<Prisma.HoldingCreateManyInput>(
    tx,
    'holding',
    entries.flatMap(({ seats }) =>
      seats.flatMap(({ id: seatId, holdings }) =>
        holdings.map(({ id, personId, delegation, fromOn, toOn }) => ({
          id,
          seatId,
          personId,
          delegation,
          ...recorded(fromOn, toOn, owner),
        })),
      ),
    ),
  )
}

/** Writes invented people with their mobiles, encrypted as everywhere. */
export async function writePeople(
  tx: Transaction,
  people: readonly InventedPerson[],
  mobileSource: string,
): Promise<void> {
  const rows = people.map(({ id, name, mobile }) => ({
    id,
    name,
    pinyinKey: personPinyinKey(name),
    ...mobileColumns(mobile),
    mobileSource,
  }))
  await insertRows<Prisma.PersonCreateManyInput>(tx, 'person', rows)
}

function nameRow({ enterpriseId, name, industry, fromOn }: InventedEntry, owner: Owner) {
  const sorting = { pinyinKey: pinyinKey(name), bigrams: nameBigrams(name) }
  return { id: newId(), enterpriseId, name, industry, ...sorting, ...recorded(fromOn, null, owner) }
}

function placementRows(entry: InventedEntry, owner: Owner) {
  return entry.placements.map(({ id, leaf, isKey, reason, fromOn, toOn }) => ({
    id,
    entryId: entry.id,
    leafId: leaf.id,
    isKey,
    reason,
    ...recorded(fromOn, toOn, owner),
  }))
}

function recorded(fromOn: string, toOn: string | null, { recordedById }: Owner) {
  return {
    fromOn: columnOfDay(fromOn),
    toOn: toOn === null ? null : columnOfDay(toOn),
    recordedAt: startOfDay(fromOn),
    recordedById,
  }
}
