import type { SeatKind } from '@/domain/rates/entry-facts'

/** Who a row of somebody else's sheet says it is about. Every part may be missing (null), none is ever ''. */
export interface MatchRequest {
  /** 18 characters, valid. */
  uscc: string | null
  /** An opaque key of the normalised mobile: equal numbers, equal keys. The rules never see the number. */
  mobileKey: string | null
  enterprise: string | null
  person: string | null
}

/** Somebody who holds a seat of an entry. */
export interface MatchHolder {
  personId: string
  name: string
  mobileKey: string | null
  seatKind: SeatKind
}

/** One entry of the roster in the area asked about. */
export interface MatchEntry {
  entryId: string
  enterpriseId: string
  uscc: string
  name: string
  formerNames: readonly string[]
  /** Where it is, as shown beside a candidate: '鄞州区 下应街道'. */
  place: string
  holders: readonly MatchHolder[]
}

/** A decision remembered: see NameAlias in prisma/schema/results.prisma. Keys are made by `enterpriseKeys` / `personKey`. */
export interface MatchAlias {
  enterpriseKey: string
  /** '' = about the enterprise alone. */
  personKey: string
  enterpriseId: string
  personId: string | null
}

/** By what somebody was found, the strongest first. */
export type MatchedBy = 'uscc' | 'mobile' | 'name' | 'alias'

/** Why nobody could be taken without asking. Source: docs/domain/matching.md. */
export type QueueReason =
  | 'nothing-to-go-by'
  | 'enterprise-unknown'
  /** Two entries have the name or its core, or a namesake holds a seat at one whose name is nearly the same. */
  | 'enterprise-several'
  /** Code and name are of two entries, or the mobile's owner holds nothing at the enterprise and no name confirms them. */
  | 'enterprise-contradicts'
  | 'person-missing'
  | 'person-unknown'
  | 'person-several'
  /** A colleague's name is one slip away or sounds the same; or the known number is another and the enterprise not certain. */
  | 'person-alike'
  /** The number is of a holder with another name, or of a namesake while the enterprise points to somebody else. */
  | 'mobile-of-other'
  /** Beside 'person-unknown': nobody holds any seat there. */
  | 'seat-vacant'

/** What one row comes to: a person of an entry, or a question. */
export type Match =
  /** `entryId` is an entry where the person holds a seat: the one the row names, else their first by code. */
  | { kind: 'matched'; by: MatchedBy; entryId: string; personId: string }
  | {
      kind: 'queued'
      reasons: readonly QueueReason[] /** when at least the enterprise is certain */
      entryId: string | null
    }

/** What a row that only names an enterprise comes to. */
export type EnterpriseMatch =
  | { kind: 'matched'; by: Exclude<MatchedBy, 'mobile'>; entryId: string }
  | { kind: 'queued'; reasons: readonly QueueReason[] }

/** A suggestion, never taken by itself: an entry with its likely person, the likeliest first. */
export interface MatchCandidate {
  entryId: string
  personId: string | null
  /** 0 … 1, only for the order. */
  likeness: number
  /** What is alike: codes for the page. */
  because: readonly (
    | 'uscc-near'
    | 'mobile'
    | 'name-near'
    | 'former-name'
    | 'person-name'
    | 'person-near'
    | 'person-sounds'
    | 'same-enterprise'
  )[]
}
