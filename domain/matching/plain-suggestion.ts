import type { MatchCandidate } from './match'

type Suggested = Pick<MatchCandidate, 'entryId' | 'personId' | 'because'>
type Clue = MatchCandidate['because'][number]

const OF_ENTERPRISE: ReadonlySet<Clue> = new Set(['uscc-near', 'name-near', 'former-name', 'same-enterprise'])
const OF_PERSON: ReadonlySet<Clue> = new Set(['mobile', 'person-name', 'person-near', 'person-sounds'])

/**
 * The one suggestion that speaks for the enterprise and for the person, when no other does; else null. Good enough to be shown
 * on a page of many for an officer to look over and confirm, never to be taken by itself.
 *
 * @param candidates as `candidatesFor` gives them
 */
export function plainSuggestion<One extends Suggested>(
  candidates: readonly One[],
): (One & { personId: string }) | null {
  const plain = candidates.filter(isPlain)
  const [only] = plain
  return plain.length === 1 && only ? only : null
}

function isPlain<One extends Suggested>(one: One): one is One & { personId: string } {
  const has = (clues: ReadonlySet<Clue>) => one.because.some((clue) => clues.has(clue))
  return one.personId !== null && has(OF_ENTERPRISE) && has(OF_PERSON)
}
