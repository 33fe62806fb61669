import type { Day } from '../calendar/day'
import { covers } from '../calendar/interval'
import { byClass, type Count } from './count'
import { type EntryFacts, type Evidence, evidenceClasses, type TrainingRule } from './entry-facts'
import { holderMeets, type SeatMark } from './holder-meets'
import { placementOn, seatsOf } from './seats'

/**
 * Training of one entry: whether the enterprise was trained by that day.
 *
 * @param rule ANY: one seat whose holder meets the TRAINING requirements of that seat is enough; EVERY: every seat must,
 *   vacant ones too. Both look only at seats whose kind has a TRAINING requirement in force; an entry without such a seat is untrained.
 * @returns whole = 1 when the entry is on the roster and the programme has a TRAINING requirement in force (else 0: "—");
 *   part = 1 when trained. The class that carries it: ANY the best of the seats that meet it, EVERY the weakest.
 *
 * Never throws. Source: docs/domain/rates.md, "Training rate".
 */
export function training(entry: EntryFacts, rule: TrainingRule, on: Day): Count {
  const isAsked = entry.requirements.some((r) => r.rate === 'TRAINING' && covers(r, on))
  if (!isAsked || !placementOn(entry, on)) return { part: 0, whole: 0, by: byClass([]) }
  const seats = [...seatsOf(entry, 'HEAD', on), ...seatsOf(entry, 'CLERK', on)]
  const marks = seats.map((seat) => holderMeets(entry, seat, 'TRAINING', on)).filter((mark) => mark !== null)
  const evidence = rule === 'ANY' ? anyTrained(marks) : everyTrained(marks)
  return { part: evidence ? 1 : 0, whole: 1, by: byClass([evidence]) }
}

function anyTrained(marks: readonly SeatMark[]): Evidence | null {
  return evidenceClasses.find((name) => marks.some((mark) => mark.evidence === name)) ?? null
}

function everyTrained(marks: readonly SeatMark[]): Evidence | null {
  if (!marks.every((mark) => mark.isMet)) return null
  return evidenceClasses.findLast((name) => marks.some((mark) => mark.evidence === name)) ?? null
}
