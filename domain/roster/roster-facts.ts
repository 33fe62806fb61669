import type { Day } from '../calendar/day'

export type SeatKind = 'HEAD' | 'CLERK'
export type Delegation = 'DELEGATED_HEAD' | 'BOOKKEEPING_AGENCY'

/** Who holds a seat now. */
export interface CurrentHolder {
  holdingId: string
  personId: string
  name: string
  hasMobile: boolean
  fromOn: Day
  delegation: Delegation | null
}

/** One open seat of an entry; `holder` null = vacant. */
export interface CurrentSeat {
  seatId: string
  kind: SeatKind
  holder: CurrentHolder | null
}

/** What is known of an enterprise before an import, as of the day the import takes effect. */
export interface CurrentEntry {
  uscc: string
  enterpriseId: string
  /** null = the enterprise is not on this programme's roster and never was. */
  entryId: string | null
  name: string | null
  industry: string | null
  /** null = not on the roster now. */
  placement: { leafId: string; isKey: boolean; fromOn: Day } | null
  /** Whether the present placement lies in the area of the import; true when there is none. */
  isInArea: boolean
  /** Seats in a fixed order (id), so that plans are deterministic. */
  seats: CurrentSeat[]
}

/** A person already known by a mobile that the file mentions. */
export interface KnownPerson {
  personId: string
  name: string
}
