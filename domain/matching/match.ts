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

/** Why nobody could be taken without asking. */
export type QueueReason =
  | 'nothing-to-go-by'
  | 'enterprise-unknown'
  | 'enterprise-several'
  | 'enterprise-contradicts'
  | 'person-missing'
  | 'person-unknown'
  | 'person-several'
  | 'person-alike'
  | 'mobile-of-other'
  | 'seat-vacant'

/** What one row comes to: a person of an entry, or a question. */
export type Match =
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
