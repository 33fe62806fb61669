import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { officerPaths } from '@/domain/permissions/reaches'

/**
 * Paths of leaves whose people the officer may name and ring up (`seesPersonsInFull`), as a condition on `l.path` with its value: the officer's own
 * regions and their direct children.
 */
export function namedLeaves(actor: Actor, parameter: string): { sql: string; paths: string[] } {
  return {
    sql: `(l.path = ANY (${parameter}::text[]) OR regexp_replace(l.path, '[^.]+\\.$', '') = ANY (${parameter}::text[]))`,
    paths: officerPaths(actor),
  }
}
