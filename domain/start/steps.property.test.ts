import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { missingEssential, OPTIONAL_STEPS, type StartFacts, startSteps } from './steps'

const few = fc.nat({ max: 2 })
const facts: fc.Arbitrary<StartFacts> = fc.record({
  isCity: fc.boolean(),
  hasRegionsBelow: fc.boolean(),
  counties: few,
  programmes: few,
  entries: few,
  resultBatches: few,
  otherOfficers: few,
  links: few,
  skipped: fc.subarray([...OPTIONAL_STEPS]),
})
const nothing: StartFacts = {
  isCity: true,
  hasRegionsBelow: false,
  counties: 0,
  programmes: 0,
  entries: 0,
  resultBatches: 0,
  otherOfficers: 0,
  links: 0,
  skipped: [],
}
const states = (of: StartFacts) => startSteps(of).map(({ key, state }) => `${key} ${state}`)

describe('the steps of an empty installation', () => {
  it('begin with the regions, and go on one by one to the links', () => {
    expect(states(nothing)).toEqual([
      'regions next',
      'programme open',
      'roster waiting',
      'results waiting',
      'officers waiting',
      'links waiting',
    ])
    const rostered = { ...nothing, counties: 13, programmes: 1, entries: 2000 }
    expect(states(rostered).slice(3)).toEqual(['results next', 'officers open', 'links open'])
    expect(states({ ...rostered, skipped: ['results', 'officers'] }).slice(3)).toEqual([
      'results skipped',
      'officers skipped',
      'links next',
    ])
  })

  it('of a county are those that are its own', () => {
    const county = { ...nothing, isCity: false, hasRegionsBelow: true, counties: 13 }
    expect(states(county)).toEqual(['roster waiting', 'results waiting', 'officers next', 'links waiting'])
    expect(states({ ...county, hasRegionsBelow: false, programmes: 1 })).toEqual([
      'roster next',
      'results waiting',
      'links waiting',
    ])
  })

  it('have one next, never one that is done, put off or waits, and none only when nothing can be done', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const steps = startSteps(given)
        const next = steps.filter(({ state }) => state === 'next')
        expect(next.length).toBeLessThanOrEqual(1)
        if (next.length === 0) expect(steps.filter(({ state }) => state === 'open')).toEqual([])
        expect(steps.find(({ state }) => state === 'next' || state === 'open')?.state ?? 'next').toBe('next')
      }),
    )
  })

  it('are done by what is there, whatever was put off before', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const done = startSteps({ ...given, resultBatches: 1 }).find(({ key }) => key === 'results')
        expect(done?.state).toBe('done')
      }),
    )
  })

  it('put off only what the rates do not need', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const missing = missingEssential(given)
        const skipped = startSteps(given).filter(({ state }) => state === 'skipped')
        expect(skipped.every(({ key }) => key !== missing)).toBe(true)
      }),
    )
  })
})
