import { evidenceClasses, type TrainingRule } from '@/domain/rates/entry-facts'
import type { ShownRate } from '@/domain/rates/rate-display'
import type { TallySums } from '@/domain/rates/tally'
import type { Corrections } from './queries/period-sums'

/** A sentence of messages/ by its key. */
export type Words = (key: string, values?: Record<string, string | number>) => string

/** The part of a rate per evidence class, with the classes' names; none for visits, which carry no evidence. */
export function evidenceParts(sums: TallySums, rate: ShownRate, rule: TrainingRule) {
  const parts = {
    training: rule === 'ANY' ? sums.trainedAnyBy : sums.trainedEveryBy,
    awareness: sums.awareBy,
    readiness: sums.readyBy,
    visits: null,
  }[rate]
  return parts ? evidenceClasses.map((name, index) => ({ name, count: parts[index] ?? 0 })) : []
}

/** How many became known as met on the closing day before (补录), and how many no longer. */
export function correctionsOf(corrections: Corrections, rate: ShownRate, rule: TrainingRule) {
  const name =
    rate === 'training'
      ? rule === 'ANY'
        ? 'trainedAny'
        : 'trainedEvery'
      : { awareness: 'awareness', readiness: 'readiness', visits: 'visited' }[rate]
  return { added: corrections[`+${name}`] ?? 0, withdrawn: corrections[`-${name}`] ?? 0 }
}
