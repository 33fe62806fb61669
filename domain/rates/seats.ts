import type { Day } from '../calendar/day'
import { covers } from '../calendar/interval'
import type { EntryFacts, HoldingFact, PlacementFact, SeatFact, SeatKind } from './entry-facts'

/**
 * Where the entry stands on that day, or null when it is not on the roster: no placement, or outside the programme's period.
 * Source: docs/domain/rates.md, "Roster".
 */
export function placementOn(entry: EntryFacts, on: Day): PlacementFact | null {
  if (!covers(entry.programme, on)) return null
  return entry.placements.findLast((placement) => covers(placement, on)) ?? null
}

/** The seats of one kind that exist on that day, vacant ones included. None while the entry is not on the roster. */
export function seatsOf(entry: EntryFacts, kind: SeatKind, on: Day): SeatFact[] {
  if (!placementOn(entry, on)) return []
  return entry.seats.filter((seat) => seat.kind === kind && covers(seat, on))
}

/** Who holds the seat on that day; null = vacant. */
export function holdingOn(seat: SeatFact, on: Day): HoldingFact | null {
  return seat.holdings.findLast((holding) => covers(holding, on)) ?? null
}
