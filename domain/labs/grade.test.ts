import { describe, expect, it } from 'vitest'
import { CARRIED, gradeCell, gradeCells, WRONG_SIGN, WRONG_UNIT, weakSteps } from './grade'
import type { CellSpec, GradingKey } from './lab-sheet'
import { reviewOf } from './review'

const spec = (id: string, step = 'one'): CellSpec => ({ id, step, concept: 'c', label: { text: id }, kind: 'money' })
const limit = spec('limit')
const key = { id: 'limit', expected: 26_400_000, tolerance: 1, wrong: [{ path: 'ten-percent', value: 23_760_000 }] }
const keyOf = (cells: readonly CellSpec[]): GradingKey => ({
  cells: cells.map(({ id }) => ({ id, expected: 100, tolerance: 1, wrong: [] })),
})
const rule = (passPercent: number, decisive: string[] = []) => ({ rule: { passPercent, decisive } })

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
    expect(gradeCell(limit, key, typed)).toMatchObject(path ? { verdict, path } : { verdict })
  })

  it('compares what is chosen, and names the way that leads to another choice', () => {
    const choice: CellSpec = { ...limit, kind: 'choice', options: ['labor', 'direct', 'none'] }
    const answer = { id: 'limit', expected: 'none', tolerance: 0, wrong: [{ path: 'rent', value: 'direct' }] }
    expect(gradeCell(choice, answer, 'none')).toMatchObject({ verdict: 'right' })
    expect(gradeCell(choice, answer, 'direct')).toEqual({ id: 'limit', verdict: 'wrong', path: 'rent' })
    expect(gradeCell(choice, answer, 'labor')).toEqual({ id: 'limit', verdict: 'wrong' })
    expect(gradeCell(choice, answer, 'nonsense')).toMatchObject({ verdict: 'unreadable' })
  })
})

describe('gradeCells', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].map((id) => spec(id, id === 'e' ? 'last' : 'first'))
  const four = { a: '1', b: '1', c: '1', d: '1', e: '2' }

  it('passes at exactly the share asked for, and not one cell below', () => {
    expect(gradeCells(five, keyOf(five), four, rule(80))).toMatchObject({ part: 4, whole: 5, passed: true })
    expect(gradeCells(five, keyOf(five), four, rule(81)).passed).toBe(false)
  })
  it('does not pass while a cell of a decisive step is wrong', () => {
    expect(gradeCells(five, keyOf(five), four, rule(80, ['last'])).passed).toBe(false)
    expect(gradeCells(five, keyOf(five), { ...four, a: '2', e: '1' }, rule(80, ['last'])).passed).toBe(true)
  })
  it('never passes a key without cells', () => expect(gradeCells([], { cells: [] }, {}, rule(0)).passed).toBe(false))
  it('ignores cells the sheet does not have', () => {
    expect(gradeCells([limit], { cells: [key] }, { other: '1', __proto__: '1' } as never, rule(80))).toMatchObject({
      part: 0,
      whole: 1,
    })
  })
  it('names what follows rightly from a wrong figure, and credits it only where the lab says so', () => {
    const both = [spec('first'), spec('double')]
    const keys = {
      cells: both.map(({ id }) => ({ id, expected: id === 'first' ? 100 : 200, tolerance: 1, wrong: [] })),
    }
    const follow = (cell: string, own: Readonly<Record<string, unknown>>) =>
      cell === 'double' && typeof own.first === 'number' ? own.first * 2 : null
    const saved = { first: '5', double: '10' }
    const named = gradeCells(both, keys, saved, { ...rule(50), follow, carried: 'named' })
    const credited = gradeCells(both, keys, saved, { ...rule(50), follow, carried: 'credited' })
    expect([named.part, named.cells[1]]).toEqual([0, { id: 'double', verdict: 'wrong', path: CARRIED }])
    expect([credited.part, credited.cells[1]]).toEqual([1, { id: 'double', verdict: 'right', path: CARRIED }])
  })
})

it('names weak steps once, in order', () => {
  const specs = [spec('a', 'read'), spec('b', 'limit'), spec('c', 'read')]
  const result = gradeCells(specs, keyOf(specs), { b: '1' }, rule(80))
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
