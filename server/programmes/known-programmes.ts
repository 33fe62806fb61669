import 'server-only'
import { db } from '@/server/db/client'

/** A programme as every officer knows it; the numbers in it are not part of that. */
export interface KnownProgramme {
  id: string
  name: string
  fromOn: string
  /** First day after it; null = no end yet. */
  toOn: string | null
  isDemonstration: boolean
  hasRoster: boolean
  /** Whether areas may stand in the order of people still to serve. */
  hasLeague: boolean
}

/**
 * All programmes, those with a roster first, each part newest first: the first is the one that pages are about when nobody says another,
 * and one without a single enterprise (made by mistake, or for next year) never takes that place from one that is at work.
 */
export function knownProgrammes(): Promise<KnownProgramme[]> {
  return db.$queryRaw<KnownProgramme[]>`
    SELECT p.id, p.name, to_char(p.from_on, 'YYYY-MM-DD') AS "fromOn", to_char(p.to_on, 'YYYY-MM-DD') AS "toOn",
      p.is_demonstration AS "isDemonstration", p.has_league AS "hasLeague",
      EXISTS (SELECT FROM roster_entry e WHERE e.programme_id = p.id) AS "hasRoster"
    FROM programme p ORDER BY "hasRoster" DESC, p.from_on DESC, p.id DESC`
}

/** Ids and names of all programmes in that order, for choosers. */
export async function programmeChoices(): Promise<{ id: string; name: string }[]> {
  return (await knownProgrammes()).map(({ id, name }) => ({ id, name }))
}
