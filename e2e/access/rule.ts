import type { ActorName, World } from '../support/world'

/**
 * Who may do what, by design.md sections 1, 3 and 6 and nothing else. Everybody not named is asked to sign in (pages) or refused
 * (handlers) when anonymous, and finds nothing otherwise.
 */
export interface Rule {
  /** As in `app/`. */
  route: string
  method?: 'GET' | 'POST' | 'PUT'
  /** The address asked for; several when what is in reach and what is not look different. */
  address(world: World): string
  form?(world: World): Record<string, string>
  json?: object
  /** Who sees it. */
  opens: readonly ActorName[]
  /** Statuses that mean "it was let in", when not 200: a handler that then finds the body malformed, say. */
  status?: number
  /** A handler of a plain form, whose sender is sent to sign in instead of being refused. */
  asksToSignIn?: true
  /** Who is sent on to somewhere of their own. */
  goes?: Partial<Record<ActorName, RegExp>>
}

export const EVERYBODY: readonly ActorName[] = [
  'anonymous',
  'head by link',
  'head',
  'clerk',
  'other clerk',
  'township',
  'county',
  'other county',
  'city',
  'auditor',
  'agency',
]
export const SIGNED_IN = EVERYBODY.slice(1)
export const ACCOUNTS = EVERYBODY.slice(2)
export const OFFICERS: readonly ActorName[] = ['township', 'county', 'other county', 'city']
/** Officers and the auditor of the county of 'here', who only looks. */
export const READERS: readonly ActorName[] = [...OFFICERS, 'auditor']
export const CHAIN: readonly ActorName[] = ['township', 'county', 'city']
export const CHAIN_READERS: readonly ActorName[] = [...CHAIN, 'auditor']
export const ELSEWHERE: readonly ActorName[] = ['other county', 'city']

/** A page, or a handler that answers GET. */
export const page = (
  route: string,
  opens: readonly ActorName[],
  address: (world: World) => string = () => route,
): Rule => ({
  route,
  opens,
  address,
})
/** The same way for several. */
export const goes = (names: readonly ActorName[], where: RegExp) =>
  Object.fromEntries(names.map((name) => [name, where]))
