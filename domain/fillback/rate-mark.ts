import type { Day } from '../calendar/day'
import type { DayInterval } from '../calendar/interval'
import type { Evidence, SeatKind, TrainingRule } from '../rates/entry-facts'
import type { ShownRate } from '../rates/rate-display'

type SeatRate = Exclude<ShownRate, 'visits'>

/** One seat as its standing has it on the day asked about. */
export interface SeatOnDay {
  readonly seatId: string
  readonly kind: SeatKind
  readonly holderId: string | null
  /** Null = no requirement in force for that rate. */
  readonly met: Readonly<Record<SeatRate, boolean | null>>
  readonly evidence: Readonly<Record<SeatRate, Evidence | null>>
  /** Codes over all rates; see `missingCode` in domain/rates. */
  readonly missing: readonly string[]
}

/** One stretch of a time line, of the entry (`seatId` null) or of a seat. */
export interface LineStretch extends DayInterval {
  readonly seatId: string | null
  readonly holderId: string | null
  readonly trained: Readonly<Record<TrainingRule, boolean>>
  readonly visited: boolean
  readonly met: Readonly<Record<SeatRate, boolean | null>>
}

/** One entry as its standing has it on the day asked about, with the time lines up to that day in order. */
export interface EntryOnDay {
  readonly asksTraining: boolean
  readonly trained: Readonly<Record<TrainingRule, boolean>>
  readonly trainedEvidence: Readonly<Record<TrainingRule, Evidence | null>>
  readonly visited: boolean
  readonly seats: readonly SeatOnDay[]
  readonly lines: readonly LineStretch[]
}

/** What seats lack, those that lack the same together. */
export interface Lack {
  readonly kind: SeatKind | null
  readonly codes: readonly string[]
  readonly seats: number
}

/** What one row says of one rate. `whole` 0 = nothing to count there: "—". */
export interface RateMark {
  readonly whole: number
  readonly part: number
  readonly lacks: readonly Lack[]
  /** The day from which everything is met without a break; null while something is missing. */
  readonly since: Day | null
  /** Classes of what is met, each once. */
  readonly evidence: readonly Evidence[]
}

const NOTHING: RateMark = { whole: 0, part: 0, lacks: [], since: null, evidence: [] }

/**
 * What the lists say of an enterprise for one rate: of the entry for training and visits, of its seats for awareness and
 * readiness. Part and whole are those that the lists count for this entry.
 */
export function entryMark(entry: EntryOnDay, rate: ShownRate, rule: TrainingRule): RateMark {
  const own = entry.lines.filter(({ seatId }) => seatId === null)
  if (rate === 'visits') {
    const since = entry.visited ? metSince(own, (stretch) => stretch.visited) : null
    const lacks = entry.visited ? [] : [{ kind: null, codes: ['visits'], seats: 1 }]
    return { whole: 1, part: entry.visited ? 1 : 0, lacks, since, evidence: [] }
  }
  if (rate !== 'training') return seatsMark(entry, seatsOf(entry.seats, rate), rate, null)
  if (!entry.asksTraining) return NOTHING
  const isMet = entry.trained[rule]
  const evidence = entry.trainedEvidence[rule]
  return {
    whole: 1,
    part: isMet ? 1 : 0,
    lacks: isMet ? [] : lacksOf(entry.seats, rate),
    since: isMet ? metSince(own, (stretch) => stretch.trained[rule]) : null,
    evidence: evidence ? [evidence] : [],
  }
}

/** What the standing says of the seats that one person holds in an entry. A visit is the enterprise's, not a person's: "—". */
export function personMark(entry: EntryOnDay, personId: string, rate: ShownRate): RateMark {
  if (rate === 'visits') return NOTHING
  const seats = entry.seats.filter(({ holderId }) => holderId === personId)
  return seatsMark(entry, seatsOf(seats, rate), rate, personId)
}

/** Awareness is asked of heads, readiness of clerks, training of both, where a requirement is in force. */
function seatsOf(seats: readonly SeatOnDay[], rate: SeatRate): SeatOnDay[] {
  const kind = { awareness: 'HEAD', readiness: 'CLERK', training: null }[rate]
  return seats.filter((seat) => (kind === null || seat.kind === kind) && seat.met[rate] !== null)
}

function seatsMark(entry: EntryOnDay, seats: readonly SeatOnDay[], rate: SeatRate, personId: string | null): RateMark {
  const met = seats.filter((seat) => seat.met[rate])
  const days = met.map(({ seatId }) => {
    const line = entry.lines.filter((stretch) => stretch.seatId === seatId)
    return metSince(line, (one) => one.met[rate] === true && (personId === null || one.holderId === personId))
  })
  const isAll = seats.length > 0 && met.length === seats.length
  return {
    whole: seats.length,
    part: met.length,
    lacks: lacksOf(seats, rate),
    since: isAll ? latest(days) : null,
    evidence: [...new Set(met.map((seat) => seat.evidence[rate]).filter((one) => one !== null))],
  }
}

/** Only what the rate itself lacks, 'vacant' included. */
function lacksOf(seats: readonly SeatOnDay[], rate: SeatRate): Lack[] {
  const prefix = `${rate.toUpperCase()}:`
  const lacks = new Map<string, Lack>()
  for (const seat of seats) {
    if (seat.met[rate] !== false) continue
    const codes = seat.missing.filter((code) => code === 'vacant' || code.startsWith(prefix))
    const key = [seat.kind, ...codes].join(' ')
    lacks.set(key, { kind: seat.kind, codes, seats: (lacks.get(key)?.seats ?? 0) + 1 })
  }
  return [...lacks.values()]
}

/**
 * The first day of the unbroken run in which the last stretch of a line lies; null when that one is not met.
 *
 * @param line stretches in order; touching ones make one run
 */
export function metSince(line: readonly LineStretch[], isMet: (stretch: LineStretch) => boolean): Day | null {
  let since: Day | null = null
  for (const stretch of [...line].reverse()) {
    if (!isMet(stretch) || (since !== null && stretch.toOn !== since)) break
    since = stretch.fromOn
  }
  return since
}

function latest(days: readonly (Day | null)[]): Day | null {
  return days.reduce((late, day) => (late === null || day === null ? null : day > late ? day : late), days[0] ?? null)
}
