import { addDays, type Day } from '@/domain/calendar/day'
import type { SeatKind } from '@/domain/rates/entry-facts'
import type { SeededRandom } from '@/domain/labs/seeded-random'
import { makeUscc } from '@/domain/roster/uscc'
import type { Delegation } from '@/generated/prisma/client'
import { newId } from '@/server/db/id'
import { anyDay, type Period } from './calendar'
import { inventNames } from './invent-names'
import type { InventedPerson } from './invent-people'
import { type Leaf, spreadOver } from './leaves'
import { POSTS } from './words'

export interface InventedHolding {
  readonly id: string
  readonly personId: string
  readonly fromOn: Day
  toOn: Day | null
  readonly delegation: Delegation | null
}

export interface InventedSeat {
  readonly id: string
  readonly kind: SeatKind
  readonly post: string | null
  readonly fromOn: Day
  readonly holdings: InventedHolding[]
}

export interface InventedPlacement {
  readonly id: string
  readonly leaf: Leaf
  readonly isKey: boolean
  readonly fromOn: Day
  toOn: Day | null
  readonly reason: string | null
}

export interface InventedEntry {
  readonly id: string
  readonly enterpriseId: string
  readonly uscc: string
  readonly name: string
  readonly industry: string
  readonly leaf: Leaf
  readonly fromOn: Day
  readonly placements: InventedPlacement[]
  readonly seats: InventedSeat[]
}

export interface InventedRoster {
  readonly entries: InventedEntry[]
  readonly people: InventedPerson[]
}

type Question = {
  leaves: readonly Leaf[]
  count: number
  period: Period
  random: SeededRandom
  nextPerson: () => InventedPerson
}

/** Percent of HEAD and of CLERK seats that nobody holds yet, and of key enterprises. */
const vacantHeads = 8
const vacantClerks = 12
const keyShare = 34

/** Invents the roster as it was handed in: every enterprise with its seats, and who holds them. Changes come later. */
export function inventRoster(question: Question): InventedRoster {
  const { random, count, leaves } = question
  const people: InventedPerson[] = []
  const newPerson = () => {
    const person = question.nextPerson()
    people.push(person)
    return person
  }
  const shared = new SharedPeople(random, newPerson)
  const names = inventNames(random, count)
  const entries = spreadOver(random, leaves, count).map((leaf, index): InventedEntry => {
    const fromOn = random.chance(3)
      ? anyDay(random, question.period, addDays(question.period.start, 8))
      : question.period.start
    const placement = { id: newId(), leaf, isKey: random.chance(keyShare), fromOn, toOn: null, reason: null }
    const { name, industry } = names[index] ?? { name: '', industry: '' }
    const uscc = makeUscc(leaf.countyCode.replace(/\D.*$/, ''), 20_000_000 + index * 97)
    const seats = [
      headSeat(random, fromOn, leaf, shared, newPerson),
      ...clerkSeats(random, fromOn, leaf, shared, newPerson),
    ]
    return { id: newId(), enterpriseId: newId(), uscc, name, industry, leaf, fromOn, placements: [placement], seats }
  })
  return { entries, people }
}

function headSeat(
  random: SeededRandom,
  fromOn: Day,
  leaf: Leaf,
  shared: SharedPeople,
  newPerson: () => InventedPerson,
): InventedSeat {
  const seat = { id: newId(), kind: 'HEAD' as const, post: null, fromOn }
  if (random.chance(vacantHeads)) return { ...seat, holdings: [] }
  const isDelegated = random.chance(7)
  const person = isDelegated ? shared.head(leaf.countyCode) : newPerson()
  return { ...seat, holdings: [holding(person, fromOn, isDelegated ? 'DELEGATED_HEAD' : null)] }
}

function clerkSeats(
  random: SeededRandom,
  fromOn: Day,
  leaf: Leaf,
  shared: SharedPeople,
  newPerson: () => InventedPerson,
): InventedSeat[] {
  const share = random.between(1, 100)
  const posts = random.sample(POSTS, share <= 52 ? 1 : share <= 86 ? 2 : 3)
  return posts.map((post, index) => {
    const seat = { id: newId(), kind: 'CLERK' as const, post, fromOn }
    if (random.chance(vacantClerks)) return { ...seat, holdings: [] }
    // One of the agency's clerks keeps the books of an enterprise, never two.
    const isAgency = index === 0 && random.chance(17)
    const person = isAgency ? shared.bookkeeper(leaf.countyCode) : newPerson()
    return { ...seat, holdings: [holding(person, fromOn, isAgency ? 'BOOKKEEPING_AGENCY' : null)] }
  })
}

function holding(person: InventedPerson, fromOn: Day, delegation: Delegation | null): InventedHolding {
  return { id: newId(), personId: person.id, fromOn, toOn: null, delegation }
}

/** Delegated heads of two or three enterprises and bookkeepers of five to twelve, each within one county. */
class SharedPeople {
  private readonly heads = new Map<string, { person: InventedPerson; left: number }>()
  private readonly bookkeepers = new Map<string, { person: InventedPerson; left: number }>()

  constructor(
    private readonly random: SeededRandom,
    private readonly newPerson: () => InventedPerson,
  ) {}

  head(county: string): InventedPerson {
    return this.from(this.heads, county, 2, 3)
  }

  bookkeeper(county: string): InventedPerson {
    return this.from(this.bookkeepers, county, 5, 12)
  }

  private from(
    pool: Map<string, { person: InventedPerson; left: number }>,
    county: string,
    least: number,
    most: number,
  ) {
    const known = pool.get(county)
    const one = known && known.left > 0 ? known : { person: this.newPerson(), left: this.random.between(least, most) }
    one.left -= 1
    pool.set(county, one)
    return one.person
  }
}
