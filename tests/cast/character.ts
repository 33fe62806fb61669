import type { Actor } from '@/domain/permissions/actor'
import type { Context } from '@/server/context'

/** A person of the cast with the actor they are when signed in with an account. */
export interface Character {
  readonly personId: string
  readonly name: string
  readonly mobile: string
  readonly actor: Actor
  readonly ctx: Context
}

/** A character that holds a seat. */
export interface Holder extends Character {
  readonly holdingId: string
  readonly entryId: string
}
