import type { PersonMention } from './people-cell'
import { nameKey } from './person-name'
import type { Change, Choice, Conflict, PersonRef } from './plan-change'
import type { CurrentHolder, CurrentSeat, KnownPerson } from './roster-facts'

export interface PeoplePlan {
  changes: Change[]
  conflicts: Conflict[]
}

export type PeopleByMobile = ReadonlyMap<string, KnownPerson>

/** Whether a mention in the file and a holder are the same person: same mobile, or same name where one has no mobile. */
function isSame(mention: PersonMention, holder: CurrentHolder, people: PeopleByMobile): boolean {
  if (nameKey(mention.name) !== nameKey(holder.name)) return false
  if (mention.mobile === null || !holder.hasMobile) return isFreeOrTheirs(mention, holder, people)
  return isOwner(mention, holder, people)
}

function ownerOf(mention: PersonMention, people: PeopleByMobile): KnownPerson | undefined {
  return mention.mobile === null ? undefined : people.get(mention.mobile)
}

function isOwner(mention: PersonMention, holder: CurrentHolder, people: PeopleByMobile): boolean {
  return ownerOf(mention, people)?.personId === holder.personId
}

function refOf(mention: PersonMention, people: PeopleByMobile): PersonRef {
  const known = ownerOf(mention, people)
  return known ? { personId: known.personId } : { name: mention.name, mobile: mention.mobile }
}

/** A mobile that already belongs to somebody of another name: said without telling who. */
export function foreignMobile(mention: PersonMention, people: PeopleByMobile): Conflict | null {
  const known = ownerOf(mention, people)
  if (!known || nameKey(known.name) === nameKey(mention.name)) return null
  return { kind: 'mobile-other-name', options: [], found: mention.name, current: '', candidates: [] }
}

function isFreeOrTheirs(mention: PersonMention, holder: CurrentHolder, people: PeopleByMobile): boolean {
  return ownerOf(mention, people) === undefined || isOwner(mention, holder, people)
}

/** The number of a holder who had none, now that the file tells it. */
function learned(mention: PersonMention, holder: CurrentHolder, people: PeopleByMobile): Change[] {
  const isNews = mention.mobile !== null && !holder.hasMobile && isFreeOrTheirs(mention, holder, people)
  return isNews && mention.mobile ? [{ kind: 'mobile', personId: holder.personId, mobile: mention.mobile }] : []
}

/**
 * What the head named in the file does to the one HEAD seat: nothing when they hold it, fills it when vacant, else a
 * conflict: 替换 or 保留.
 */
export function planHead(
  head: PersonMention | null,
  seats: readonly CurrentSeat[],
  people: PeopleByMobile,
  choice: Choice,
): PeoplePlan {
  if (!head) return { changes: [], conflicts: [] }
  const foreign = foreignMobile(head, people)
  if (foreign) return { changes: [], conflicts: [foreign] }
  const person = refOf(head, people)
  const seat = seats.find(({ kind }) => kind === 'HEAD')
  const delegation = head.delegation
  if (!seat) return { changes: [{ kind: 'seat', seatKind: 'HEAD', post: null, person, delegation }], conflicts: [] }
  if (!seat.holder)
    return { changes: [{ kind: 'hold', seatId: seat.seatId, person, delegation, replaces: null }], conflicts: [] }
  if (isSame(head, seat.holder, people)) return { changes: learned(head, seat.holder, people), conflicts: [] }
  if (choice.head === 'keep') return { changes: [], conflicts: [] }
  if (choice.head === 'replace')
    return {
      changes: [{ kind: 'hold', seatId: seat.seatId, person, delegation, replaces: seat.holder.holdingId }],
      conflicts: [],
    }
  const candidates = [{ seatId: seat.seatId, name: seat.holder.name }]
  return {
    changes: [],
    conflicts: [
      { kind: 'head-differs', options: ['replace', 'keep'], found: head.name, current: seat.holder.name, candidates },
    ],
  }
}

/**
 * What the clerks named in the file do to the CLERK seats: who holds one is unchanged, else fills a vacant one, else is
 * a conflict 替换 or 增加. A clerk whom the file does not name changes nothing. Mentions are taken in file order,
 * seats in the order given: deterministic.
 */
export function planClerks(
  clerks: readonly PersonMention[],
  seats: readonly CurrentSeat[],
  people: PeopleByMobile,
  choice: Choice,
): PeoplePlan {
  const plan: PeoplePlan = { changes: [], conflicts: [] }
  const open = seats.filter(({ kind }) => kind === 'CLERK')
  const matched = new Set<string>()
  const unmatched: PersonMention[] = []
  for (const clerk of clerks) {
    const foreign = foreignMobile(clerk, people)
    const seat = open.find(({ seatId, holder }) => !matched.has(seatId) && holder && isSame(clerk, holder, people))
    if (foreign) plan.conflicts.push(foreign)
    else if (seat?.holder) {
      matched.add(seat.seatId)
      plan.changes.push(...learned(clerk, seat.holder, people))
    } else unmatched.push(clerk)
  }
  const vacant = open.filter(({ holder }) => !holder)
  const others = open.filter(({ seatId, holder }) => holder && !matched.has(seatId))
  for (const clerk of unmatched) seatClerk(clerk, vacant, others, { plan, people, choice })
  return plan
}

/** Seats one clerk who holds none: takes from `vacant` and `others`, so that the next clerk finds the rest. */
function seatClerk(
  clerk: PersonMention,
  vacant: CurrentSeat[],
  others: CurrentSeat[],
  { plan, people, choice }: { plan: PeoplePlan; people: PeopleByMobile; choice: Choice },
): void {
  const person = refOf(clerk, people)
  const delegation = clerk.delegation
  const free = vacant.shift()
  const wanted = replaced(others, choice.clerk)
  if (free) plan.changes.push({ kind: 'hold', seatId: free.seatId, person, delegation, replaces: null })
  else if (choice.clerk === 'keep') return
  else if (choice.clerk === 'add')
    plan.changes.push({ kind: 'seat', seatKind: 'CLERK', post: clerk.post, person, delegation })
  else if (wanted?.holder) {
    others.splice(others.indexOf(wanted), 1)
    plan.changes.push({ kind: 'hold', seatId: wanted.seatId, person, delegation, replaces: wanted.holder.holdingId })
  } else plan.conflicts.push(unplaced(clerk, others))
}

/** The seat that 替换 means: the one named, or the only one there is. */
function replaced(others: readonly CurrentSeat[], choice: string | undefined): CurrentSeat | undefined {
  if (choice === 'replace') return others.length === 1 ? others[0] : undefined
  return choice?.startsWith('replace:') ? others.find(({ seatId }) => seatId === choice.slice(8)) : undefined
}

function unplaced(clerk: PersonMention, others: readonly CurrentSeat[]): Conflict {
  const candidates = others.flatMap(({ seatId, holder }) => (holder ? [{ seatId, name: holder.name }] : []))
  const options = [...(candidates.length > 0 ? ['replace'] : []), 'add', 'keep']
  return {
    kind: 'clerk-unplaced',
    options,
    found: clerk.name,
    current: candidates.map(({ name }) => name).join('、'),
    candidates,
  }
}
