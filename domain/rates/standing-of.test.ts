import { describe, expect, it } from 'vitest'
import type { CompletionFact, EntryFacts, RequirementFact, SeatFact } from './entry-facts'
import { standingOf, stateOn } from './standing-of'

const always = { fromOn: '2026-01-01', toOn: null }
const everyClass = ['IN_PERSON', 'SESSION', 'ONLINE', 'IMPORTED'] as const

function requirement(over: Partial<RequirementFact> & { slug: string; validDays?: number }): RequirementFact {
  const { slug, validDays = null, ...rest } = over
  const alternative = { subjectKind: 'COURSE' as const, slug, minVersion: 1, validDays, times: 1, evidence: everyClass }
  return { ...always, seatKind: 'HEAD', rate: 'TRAINING', alternatives: [alternative], ...rest }
}
function completion(over: Partial<CompletionFact>): CompletionFact {
  const online = { subjectKind: 'COURSE', contentVersion: 1, evidence: 'ONLINE' } as const
  return { personId: 'wang', slug: 'head-course', happenedOn: '2026-03-10', ...online, ...over }
}
const headSeat: SeatFact = {
  ...always,
  id: 'head',
  kind: 'HEAD',
  holdings: [{ id: 'h1', personId: 'wang', fromOn: '2026-01-01', toOn: null }],
}
const vacantClerk: SeatFact = { ...always, id: 'clerk', kind: 'CLERK', holdings: [] }
function entry(over: Partial<EntryFacts>): EntryFacts {
  return {
    entryId: 'e1',
    programmeId: 'p1',
    programme: { fromOn: '2026-01-01', toOn: '2027-01-01' },
    requirements: [requirement({ slug: 'head-course' })],
    placements: [{ ...always, leafId: 'leaf', isKey: true }],
    seats: [headSeat],
    completions: [],
    visits: [],
    ...over,
  }
}

describe('a completion', () => {
  it('counts from the day it happened, and by default to the programme’s end', () => {
    const { timeLine, now, nextChangeOn } = standingOf(entry({ completions: [completion({})] }), '2026-06-01')
    expect(timeLine.map((one) => [one.fromOn, one.toOn, one.state.trainedAny])).toEqual([
      ['2026-01-01', '2026-03-10', null],
      ['2026-03-10', '2027-01-01', 'ONLINE'],
    ])
    expect(now?.trainedAny).toBe('ONLINE')
    expect(nextChangeOn).toBeNull()
  })

  it('no longer counts on the day its validity ends', () => {
    const facts = entry({
      requirements: [requirement({ slug: 'head-course', validDays: 5 })],
      completions: [completion({})],
    })
    const { timeLine, nextChangeOn, seats } = standingOf(facts, '2026-03-10')
    expect(stateOn(timeLine, '2026-03-14')?.trainedAny).toBe('ONLINE')
    expect(stateOn(timeLine, '2026-03-15')?.trainedAny).toBeNull()
    expect(nextChangeOn).toBe('2026-03-15')
    expect(stateOn(seats[0]?.timeLine ?? [], '2026-03-15')?.missing).toEqual(['TRAINING:COURSE:head-course:expired'])
  })

  it('of too old a version or of another evidence class is named as the reason', () => {
    const [asked] = requirement({ slug: 'head-course' }).alternatives
    if (!asked) throw new Error('no alternative')
    const strict = (more: object) => [{ ...requirement({ slug: '' }), alternatives: [{ ...asked, ...more }] }]
    const missing = (requirements: RequirementFact[]) =>
      standingOf(entry({ requirements, completions: [completion({})] }), '2026-06-01').seats[0]?.now?.missing
    expect(missing(strict({ minVersion: 2 }))).toEqual(['TRAINING:COURSE:head-course:version'])
    expect(missing(strict({ evidence: ['SESSION'] }))).toEqual(['TRAINING:COURSE:head-course:evidence'])
    expect(missing(strict({ slug: 'other' }))).toEqual(['TRAINING:COURSE:other'])
  })
})

describe('a new holder', () => {
  const handedOver: SeatFact = {
    ...headSeat,
    holdings: [
      { id: 'h1', personId: 'wang', fromOn: '2026-01-01', toOn: '2026-05-01' },
      { id: 'h2', personId: 'li', fromOn: '2026-05-10', toOn: null },
    ],
  }

  it('starts from their own completions; between two holders the seat is vacant', () => {
    const { seats } = standingOf(entry({ seats: [handedOver], completions: [completion({})] }), '2026-06-01')
    expect(seats[0]?.timeLine.map(({ fromOn, state }) => [fromOn, state.holderId, state.training?.isMet])).toEqual([
      ['2026-01-01', 'wang', false],
      ['2026-03-10', 'wang', true],
      ['2026-05-01', null, false],
      ['2026-05-10', 'li', false],
    ])
    expect(seats[0]?.timeLine.map(({ state }) => state.missing)).toEqual([
      ['TRAINING:COURSE:head-course'],
      [],
      ['vacant'],
      ['TRAINING:COURSE:head-course'],
    ])
  })

  it('brings along what they completed before they came', () => {
    const done = completion({ personId: 'li', happenedOn: '2026-02-01', evidence: 'SESSION' })
    const { now } = standingOf(entry({ seats: [handedOver], completions: [done] }), '2026-05-10')
    expect(now?.trainedAny).toBe('SESSION')
  })
})

describe('ANY and EVERY', () => {
  it('differ when a seat with a requirement is not met, and a vacant seat hinders EVERY', () => {
    const facts = entry({
      requirements: [requirement({ slug: 'head-course' }), requirement({ slug: 'clerk-course', seatKind: 'CLERK' })],
      seats: [headSeat, vacantClerk],
      completions: [completion({})],
    })
    expect(standingOf(facts, '2026-06-01').now).toMatchObject({ trainedAny: 'ONLINE', trainedEvery: null })
  })

  it('agree when the other seat’s kind has no requirement: it neither counts nor hinders', () => {
    const facts = entry({ seats: [headSeat, vacantClerk], completions: [completion({})] })
    expect(standingOf(facts, '2026-06-01').now).toMatchObject({ trainedAny: 'ONLINE', trainedEvery: 'ONLINE' })
  })

  it('carry the best class under ANY and the weakest under EVERY', () => {
    const clerk: SeatFact = { ...vacantClerk, holdings: [{ ...always, id: 'h2', personId: 'zhao' }] }
    const facts = entry({
      requirements: [requirement({ slug: 'head-course' }), requirement({ slug: 'clerk-course', seatKind: 'CLERK' })],
      seats: [headSeat, clerk],
      completions: [
        completion({ evidence: 'IMPORTED' }),
        completion({ personId: 'zhao', slug: 'clerk-course', evidence: 'IN_PERSON' }),
      ],
    })
    expect(standingOf(facts, '2026-06-01').now).toMatchObject({ trainedAny: 'IN_PERSON', trainedEvery: 'IMPORTED' })
  })

  it('are untrained, not undefined, for an entry without seats', () => {
    expect(standingOf(entry({ seats: [] }), '2026-06-01').now).toMatchObject({
      asksTraining: true,
      trainedAny: null,
      trainedEvery: null,
    })
  })
})

describe('readiness', () => {
  it('never counts imported evidence, even where a requirement would accept it', () => {
    const asked = [requirement({ slug: 'clerk-exam', seatKind: 'CLERK', rate: 'READINESS' })]
    const clerk: SeatFact = { ...vacantClerk, holdings: [{ ...always, id: 'h2', personId: 'zhao' }] }
    const done = completion({ personId: 'zhao', slug: 'clerk-exam', evidence: 'IMPORTED' })
    const { now } = standingOf(entry({ requirements: asked, seats: [clerk], completions: [done] }), '2026-06-01')
    expect(now).toMatchObject({ clerks: 1, readyBy: [0, 0, 0, 0] })
  })
})

describe('a lab asked for several times', () => {
  const clerk: SeatFact = { ...vacantClerk, holdings: [{ ...always, id: 'h2', personId: 'zhao' }] }
  const twice = {
    subjectKind: 'LAB' as const,
    slug: 'lab',
    minVersion: 1,
    validDays: 60,
    times: 2,
    evidence: everyClass,
  }
  const asked: RequirementFact = { ...always, seatKind: 'CLERK', rate: 'READINESS', alternatives: [twice] }
  const pass = (happenedOn: string, evidence: CompletionFact['evidence'] = 'ONLINE') =>
    completion({ personId: 'zhao', subjectKind: 'LAB', slug: 'lab', happenedOn, evidence })
  const seatOn = (on: string, ...completions: CompletionFact[]) =>
    stateOn(
      standingOf(entry({ requirements: [asked], seats: [clerk], completions }), '2026-03-01').seats[0]?.timeLine ?? [],
      on,
    )

  it('counts from the day of the last one needed, and as long as enough of them are valid', () => {
    const both = [pass('2026-03-10'), pass('2026-03-20')]
    expect(seatOn('2026-03-09', ...both)?.missing).toEqual(['READINESS:LAB:lab*2'])
    expect(seatOn('2026-03-10', ...both)?.missing).toEqual(['READINESS:LAB:lab*2:done1'])
    expect(seatOn('2026-03-20', ...both)?.readiness).toMatchObject({ isMet: true, evidence: 'ONLINE' })
    expect(seatOn('2026-05-08', ...both)?.readiness?.isMet).toBe(true)
    expect(seatOn('2026-05-09', ...both)?.missing).toEqual(['READINESS:LAB:lab*2:done1'])
    expect(seatOn('2026-05-19', ...both)?.missing).toEqual(['READINESS:LAB:lab*2:expired'])
  })

  it('is met by two of one day, carried by the weaker of the best two, and never by imported ones', () => {
    const day = '2026-03-10'
    expect(seatOn(day, pass(day), pass(day))?.readiness?.isMet).toBe(true)
    expect(seatOn(day, pass(day, 'IN_PERSON'), pass(day), pass(day))?.readiness?.evidence).toBe('ONLINE')
    expect(seatOn(day, pass(day, 'IN_PERSON'), pass(day, 'SESSION'), pass(day))?.readiness?.evidence).toBe('SESSION')
    expect(seatOn(day, pass(day), pass(day, 'IMPORTED'))?.missing).toEqual(['READINESS:LAB:lab*2:done1'])
  })
})

describe('the roster', () => {
  it('counts nothing on days without a placement, and moves on the day a new one begins', () => {
    const placements = [
      { leafId: 'leaf', isKey: true, fromOn: '2026-02-01', toOn: '2026-04-01' },
      { leafId: 'other', isKey: false, fromOn: '2026-05-01', toOn: null },
    ]
    const { timeLine, now, nextChangeOn } = standingOf(entry({ placements }), '2026-04-15')
    expect(timeLine.map(({ fromOn, toOn, state }) => [fromOn, toOn, state.leafId])).toEqual([
      ['2026-02-01', '2026-04-01', 'leaf'],
      ['2026-05-01', '2027-01-01', 'other'],
    ])
    expect(now).toBeNull()
    expect(nextChangeOn).toBe('2026-05-01')
  })

  it('stays as on the last day when the programme is over', () => {
    const { now, nextChangeOn } = standingOf(entry({ completions: [completion({})] }), '2027-05-01')
    expect(now?.trainedAny).toBe('ONLINE')
    expect(nextChangeOn).toBeNull()
  })

  it('counts a visit from its day once the enterprise confirmed it', () => {
    const on = (confirmedOn: string | null) =>
      standingOf(entry({ visits: [{ visitedOn: '2026-03-01', confirmedOn }] }), '2026-06-01').timeLine
    expect(on(null).some(({ state }) => state.isVisited)).toBe(false)
    expect(stateOn(on('2026-03-09'), '2026-03-01')?.isVisited).toBe(true)
  })
})
