import fc from 'fast-check'
import { addDays } from '@/domain/calendar/day'
import type {
  Alternative,
  CompletionFact,
  EntryFacts,
  Evidence,
  RequirementFact,
  SeatFact,
  SeatKind,
} from '@/domain/rates/entry-facts'
import { evidenceClasses, rates } from '@/domain/rates/entry-facts'

/** Random facts of one entry within 40 days of one programme, dense enough that intervals meet, end and expire on one another. */
const firstDay = '2026-03-01'
export const day = fc.integer({ min: -5, max: 45 }).map((count) => addDays(firstDay, count))
export const leafIds = ['leaf-1', 'leaf-2', 'leaf-3']
const people = ['person-1', 'person-2', 'person-3', 'person-4']
const slugs = ['a', 'b']

const evidence = fc.constantFrom<Evidence>(...evidenceClasses)
const subjectKind = fc.constantFrom<'COURSE' | 'EXAM' | 'LAB'>('COURSE', 'EXAM', 'LAB')

export const completion: fc.Arbitrary<CompletionFact> = fc.record({
  personId: fc.constantFrom(...people),
  subjectKind,
  slug: fc.constantFrom(...slugs),
  contentVersion: fc.integer({ min: 1, max: 2 }),
  happenedOn: day,
  evidence,
})

const alternative: fc.Arbitrary<Alternative> = fc.record({
  subjectKind,
  slug: fc.constantFrom(...slugs),
  minVersion: fc.integer({ min: 1, max: 2 }),
  validDays: fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }),
  times: fc.constantFrom(1, 1, 2),
  evidence: fc.subarray([...evidenceClasses], { minLength: 1 }),
})

const interval = fc
  .tuple(day, fc.option(fc.integer({ min: 1, max: 25 }), { nil: null }))
  .map(([fromOn, length]) => ({ fromOn, toOn: length === null ? null : addDays(fromOn, length) }))

const requirement: fc.Arbitrary<RequirementFact> = fc
  .tuple(
    interval,
    fc.record({
      seatKind: fc.constantFrom<SeatKind>('HEAD', 'CLERK'),
      rate: fc.constantFrom(...rates),
      alternatives: fc.array(alternative, { minLength: 1, maxLength: 2 }),
    }),
  )
  .map(([dates, rest]) => ({ ...dates, ...rest }))

/** Intervals that follow one another, with gaps: lengths and gaps in days, the last one open when told. */
function sequence<Rest>(rest: fc.Arbitrary<Rest>, maxLength: number) {
  const step = fc.tuple(fc.nat(8), fc.integer({ min: 1, max: 20 }), rest)
  return fc.tuple(day, fc.array(step, { maxLength }), fc.boolean()).map(([start, steps, isOpen]) => {
    let at = start
    return steps.map(([gap, length, other], index) => {
      const fromOn = addDays(at, gap)
      at = addDays(fromOn, length)
      return { fromOn, toOn: isOpen && index === steps.length - 1 ? null : at, ...other }
    })
  })
}

const seat = (index: number, kind: SeatKind): fc.Arbitrary<SeatFact> =>
  fc.tuple(interval, sequence(fc.record({ personId: fc.constantFrom(...people) }), 3)).map(([dates, holdings]) => ({
    ...dates,
    id: `seat-${index}`,
    kind,
    holdings: holdings.map((holding, no) => ({ ...holding, id: `holding-${index}-${no}` })),
  }))

export const entryFacts: fc.Arbitrary<EntryFacts> = fc.record({
  entryId: fc.constant('entry-1'),
  programmeId: fc.constant('programme-1'),
  programme: fc.record({
    fromOn: fc.constantFrom(firstDay, addDays(firstDay, -10)),
    toOn: fc.constantFrom(null, addDays(firstDay, 30), addDays(firstDay, 60)),
  }),
  requirements: fc.array(requirement, { maxLength: 6 }),
  placements: sequence(fc.record({ leafId: fc.constantFrom(...leafIds), isKey: fc.boolean() }), 3),
  seats: fc
    .tuple(seat(0, 'HEAD'), fc.array(fc.boolean(), { maxLength: 2 }))
    .chain(([head, clerks]) => fc.tuple(fc.constant(head), ...clerks.map((_, no) => seat(no + 1, 'CLERK')))),
  completions: fc.array(completion, { maxLength: 8 }),
  visits: fc.array(fc.record({ visitedOn: day, confirmedOn: fc.option(day, { nil: null }) }), { maxLength: 2 }),
})
