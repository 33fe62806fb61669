import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { maskMobile, maskName } from '@/domain/permissions/mask'
import { decidesRoster, reaches, seesPersonsInFull } from '@/domain/permissions/reaches'
import { revealMobile } from '@/server/crypto/mobile'
import { db } from '@/server/db/client'
import { dayOfColumn } from '@/server/db/day'
import { isId } from '@/server/db/id'
import { entryToRead } from './entry-in-scope'

export interface ShownHolding {
  holdingId: string
  name: string
  mobile: string | null
  mobileSource: string | null
  fromOn: string
  toOn: string | null
  delegation: 'DELEGATED_HEAD' | 'BOOKKEEPING_AGENCY' | null
}

export interface ShownSeat {
  seatId: string
  kind: 'HEAD' | 'CLERK'
  post: string | null
  fromOn: string
  toOn: string | null
  holder: ShownHolding | null
  past: ShownHolding[]
}

export interface ShownPlacement {
  id: string
  place: string
  leafId: string
  isKey: boolean
  fromOn: string
  toOn: string | null
  reason: string | null
}

const STANDS = { retractedAt: null } as const

/** All of one entry of the reader's area, its present and its past; null when it is not theirs. Persons masked above the owning level. */
export async function entryPage(actor: Actor, entryId: string) {
  const scope = isId(entryId) ? await entryToRead(db, actor, entryId) : null
  if (!scope) return null
  const entry = await db.rosterEntry.findUniqueOrThrow({
    where: { id: entryId },
    include: {
      programme: { select: { name: true, fromOn: true } },
      enterprise: { include: { names: { where: STANDS, orderBy: { fromOn: 'desc' } } } },
      placements: { where: STANDS, orderBy: { fromOn: 'desc' }, include: { leaf: { include: { parent: true } } } },
      seats: {
        where: STANDS,
        orderBy: [{ kind: 'asc' }, { id: 'asc' }],
        include: { holdings: { where: STANDS, orderBy: { fromOn: 'desc' }, include: { person: true } } },
      },
    },
  })
  const isFull = seesPersonsInFull(actor, scope.leafPath)
  const [name] = entry.enterprise.names
  return {
    entryId,
    isFull,
    /** False for an auditor, who only looks. */
    mayWrite: reaches(actor, scope.leafPath),
    decidesRoster: decidesRoster(actor, scope.leafPath),
    programme: entry.programme.name,
    uscc: entry.enterprise.uscc,
    name: name?.name ?? entry.enterprise.uscc,
    industry: name?.industry ?? null,
    formerNames: entry.enterprise.names.slice(1).map((one) => one.name),
    placements: entry.placements.map(shownPlacement),
    seats: entry.seats.map((seat) => shownSeat(seat, isFull)),
  }
}

type PlacementRow = {
  id: string
  leafId: string
  isKey: boolean
  fromOn: Date
  toOn: Date | null
  reason: string | null
  leaf: { name: string; parent: { name: string; kind: string } | null }
}

function shownPlacement({ id, leafId, isKey, fromOn, toOn, reason, leaf }: PlacementRow): ShownPlacement {
  const county = leaf.parent && leaf.parent.kind !== 'CITY' ? leaf.parent.name : ''
  return {
    id,
    leafId,
    isKey,
    reason,
    place: `${county}${leaf.name}`,
    fromOn: dayOfColumn(fromOn),
    toOn: toOn && dayOfColumn(toOn),
  }
}

type HoldingRow = {
  id: string
  fromOn: Date
  toOn: Date | null
  delegation: ShownHolding['delegation']
  person: { name: string; mobileCipher: Uint8Array | null; mobileSource: string | null }
}
type SeatRow = {
  id: string
  kind: 'HEAD' | 'CLERK'
  post: string | null
  fromOn: Date
  toOn: Date | null
  holdings: HoldingRow[]
}

function shownSeat(seat: SeatRow, isFull: boolean): ShownSeat {
  const holdings = seat.holdings.map((holding) => shownHolding(holding, isFull))
  const { id, kind, post, fromOn, toOn } = seat
  const holder = holdings.find((holding) => holding.toOn === null) ?? null
  const past = holdings.filter((holding) => holding.toOn !== null)
  return { seatId: id, kind, post, fromOn: dayOfColumn(fromOn), toOn: toOn && dayOfColumn(toOn), holder, past }
}

function shownHolding({ id, fromOn, toOn, delegation, person }: HoldingRow, isFull: boolean): ShownHolding {
  const mobile = person.mobileCipher ? revealMobile(person.mobileCipher) : null
  return {
    holdingId: id,
    name: isFull ? person.name : maskName(person.name),
    mobile: mobile && (isFull ? mobile : maskMobile(mobile)),
    mobileSource: person.mobileSource,
    fromOn: dayOfColumn(fromOn),
    toOn: toOn && dayOfColumn(toOn),
    delegation,
  }
}
