import type { SeededRandom } from '@/domain/labs/seeded-random'
import { newId } from '@/server/db/id'
import { GIVEN_NAMES, RARE_NAME, SURNAMES } from './words'

/** An invented human being. */
export interface InventedPerson {
  readonly id: string
  readonly name: string
  readonly mobile: string
}

/** Numbers of this shape are ours alone: 199 0000 xxxx reads as a mobile and is handed out nowhere in the demonstration's city. */
const mobilePrefix = '1990000'

/**
 * Hands out people with different names and different mobiles, the same ones for the same stream.
 *
 * @throws RangeError after some 3,800 people, when the names are used up
 */
export function peopleSource(random: SeededRandom): () => InventedPerson {
  const names = SURNAMES.flatMap((surname) => GIVEN_NAMES.map((given) => `${surname}${given}`))
  const shuffled = random.sample(names, names.length)
  shuffled.splice(60, 0, RARE_NAME)
  let taken = 0
  return () => {
    const name = shuffled[taken]
    if (name === undefined) throw new RangeError('no invented names are left')
    const mobile = `${mobilePrefix}${String(((taken + 1) * 7_919) % 10_000).padStart(4, '0')}`
    taken += 1
    return { id: newId(), name, mobile }
  }
}
