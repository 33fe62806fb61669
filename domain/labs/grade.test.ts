import { describe, expect, it } from 'vitest'
import { gradeCell, gradeRun, WRONG_SIGN, WRONG_UNIT, weakSteps } from './grade'
import { reviewOf } from './review'

const key = { id: 'limit', expected: 26_400_000, wrong: [{ path: 'ten-percent', amount: 23_760_000 }] }

describe('gradeCell', () => {
  it.each([
    ['264000', 'right', undefined],
    ['263999.99', 'right', undefined],
    ['264000.02', 'wrong', undefined],
    ['237,600', 'wrong', 'ten-percent'],
    ['26.4', 'wrong', WRONG_UNIT],
    ['-264000', 'wrong', WRONG_SIGN],
    ['', 'blank', undefined],
    ['about 26', 'unreadable', undefined],
  ])('grades %j as %s', (typed, verdict, path) => {
    expect(gradeCell(key, typed, 1)).toMatchObject(path ? { verdict, path } : { verdict })
  })
})

describe('gradeRun', () => {
  it('passes at exactly the share asked for, and not one cell below', () => {
    const cells = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, expected: 100, wrong: [] }))
    const four = { a: '1', b: '1', c: '1', d: '1', e: '2' }
    expect(gradeRun({ cells }, four, 1, 80)).toMatchObject({ part: 4, whole: 5, passed: true })
    expect(gradeRun({ cells }, four, 1, 81).passed).toBe(false)
  })
  it('never passes a key without cells', () => expect(gradeRun({ cells: [] }, {}, 1, 0).passed).toBe(false))
  it('ignores cells the key does not have', () => {
    expect(gradeRun({ cells: [key] }, { other: '1', __proto__: '1' } as never, 1, 80)).toMatchObject({
      part: 0,
      whole: 1,
    })
  })
})

it('names weak steps once, in order', () => {
  const specs = [
    { id: 'a', step: 'read' },
    { id: 'b', step: 'limit' },
    { id: 'c', step: 'read' },
  ]
  const result = gradeRun({ cells: specs.map(({ id }) => ({ id, expected: 100, wrong: [] })) }, { b: '1' }, 1, 80)
  expect(weakSteps(specs, result)).toEqual(['read'])
})

describe('reviewOf', () => {
  it('tells nothing of an open certifying run, and only weak steps until one is passed', () => {
    expect(reviewOf({ mode: 'CERTIFYING', state: 'OPEN', passed: false })).toBe('nothing')
    expect(reviewOf({ mode: 'CERTIFYING', state: 'SUBMITTED', passed: false })).toBe('weak-steps')
    expect(reviewOf({ mode: 'CERTIFYING', state: 'SUBMITTED', passed: true })).toBe('everything')
  })
  it('tells nothing of an abandoned run', () => {
    expect(reviewOf({ mode: 'PRACTICE', state: 'ABANDONED', passed: false })).toBe('nothing')
  })
  it('tells each cell of an open practice run and everything after it', () => {
    expect(reviewOf({ mode: 'PRACTICE', state: 'OPEN', passed: false })).toBe('each-cell')
    expect(reviewOf({ mode: 'PRACTICE', state: 'SUBMITTED', passed: false })).toBe('everything')
  })
})
