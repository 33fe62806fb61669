import { describe, expect, it } from 'vitest'
import type { CompletionFact, RequirementFact } from '../rates/entry-facts'
import { toDoOf } from './to-dos'

const alternative = {
  subjectKind: 'COURSE',
  slug: 'c',
  minVersion: 2,
  validDays: 100,
  times: 1,
  evidence: ['ONLINE', 'SESSION'],
} as const
const requirement: RequirementFact = {
  seatKind: 'CLERK',
  rate: 'TRAINING',
  fromOn: '2026-01-01',
  toOn: null,
  alternatives: [alternative],
}
const done = (over: Partial<CompletionFact> = {}): CompletionFact => ({
  personId: 'p',
  subjectKind: 'COURSE',
  slug: 'c',
  contentVersion: 2,
  happenedOn: '2026-03-01',
  evidence: 'ONLINE',
  ...over,
})
const state = (own: CompletionFact[], on: string, hasBegun = false) =>
  toDoOf(requirement, own, on, () => hasBegun)?.state

describe('what a requirement asks of its holder', () => {
  it('is open, under way once begun, done once completed', () => {
    expect(state([], '2026-03-02')).toBe('open')
    expect(state([], '2026-03-02', true)).toBe('doing')
    expect(state([done()], '2026-03-02', true)).toBe('done')
  })

  it('is expiring in its last thirty days and expired from the first day it no longer counts', () => {
    expect(state([done()], '2026-05-09')).toBe('done') // valid until 2026-06-09
    expect(state([done()], '2026-05-10')).toBe('expiring')
    expect(state([done()], '2026-06-08')).toBe('expiring')
    expect(state([done()], '2026-06-09')).toBe('expired')
  })

  it('does not count an older version, a class that is not asked for, or a day that has not come', () => {
    expect(state([done({ contentVersion: 1 })], '2026-03-02')).toBe('open')
    expect(state([done({ evidence: 'IMPORTED' })], '2026-03-02')).toBe('open')
    expect(state([done()], '2026-02-28')).toBe('open')
  })

  it('shows the alternative that was done or begun, and none when there is none to show', () => {
    const lab = { ...alternative, subjectKind: 'LAB', slug: 'l' } as const
    const either = { ...requirement, alternatives: [alternative, lab] }
    expect(toDoOf(either, [], '2026-03-02', (one) => one.slug === 'l')?.alternative).toBe(lab)
    expect(toDoOf(either, [done({ subjectKind: 'LAB', slug: 'l' })], '2026-03-02', () => false)?.alternative).toBe(lab)
    expect(toDoOf({ ...requirement, alternatives: [] }, [], '2026-03-02', () => false)).toBeNull()
  })

  it('is under way while some of several are done, and expires with the last that is needed', () => {
    const twice = { ...requirement, alternatives: [{ ...alternative, times: 2 }] }
    const ofTwice = (own: CompletionFact[], on: string) => toDoOf(twice, own, on, () => false)
    const [first, second] = [done(), done({ happenedOn: '2026-04-01' })]
    expect(ofTwice([first], '2026-04-02')).toMatchObject({ state: 'doing', doneTimes: 1, validUntil: null })
    expect(ofTwice([second, first], '2026-04-02')).toMatchObject({
      state: 'done',
      doneTimes: 2,
      validUntil: '2026-06-09',
    })
    expect(ofTwice([second, first], '2026-06-09')).toMatchObject({ state: 'doing', doneTimes: 1 })
  })
})
