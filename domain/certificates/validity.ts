import { addDays, type Day } from '@/domain/calendar/day'

/** Why a certificate's completion counts somewhere: a programme in which the person held a seat that asks for it. */
export type ValidityGround = {
  /** First day after the programme; null when it has no end yet. */
  readonly programmeToOn: Day | null
  /** Days a completion stays valid there; null = to the programme's end. */
  readonly validDays: number | null
}

/**
 * The last day on which a certificate is valid, or null when no end is known.
 *
 * @param happenedOn the day of the completion; with `validDays: 1` it is valid on that day only
 * @param grounds where it counts; the most generous decides; none: null (it stays a record without an end)
 * Source: design section 4, "Default validity is the programme's end".
 */
export function validUntilOn(happenedOn: Day, grounds: readonly ValidityGround[]): Day | null {
  const ends = grounds.map(({ programmeToOn, validDays }) => {
    const byProgramme = programmeToOn === null ? null : addDays(programmeToOn, -1)
    const byDays = validDays === null ? null : addDays(happenedOn, validDays - 1)
    return byProgramme !== null && byDays !== null ? earlier(byProgramme, byDays) : (byProgramme ?? byDays)
  })
  if (ends.length === 0 || ends.includes(null)) return null
  return ends.reduce<Day>((latest, end) => (end !== null && end > latest ? end : latest), happenedOn)
}

/** What the verification page says of a certificate today. A revoked one stays revoked, also after its end. */
export type CertificateState = 'VALID' | 'EXPIRED' | 'REVOKED'

/** The state on a day; the last day of validity still counts. */
export function certificateState(
  certificate: { validUntilOn: Day | null; isRevoked: boolean },
  today: Day,
): CertificateState {
  if (certificate.isRevoked) return 'REVOKED'
  return certificate.validUntilOn !== null && today > certificate.validUntilOn ? 'EXPIRED' : 'VALID'
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other
}
