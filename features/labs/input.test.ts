import { describe, expect, it } from 'vitest'
import { changedCells, labDeskInput } from './input'

const run = { runId: '01a21506-109b-7285-868e-3fe50b0b0ee0', slug: 'small-lab' }
const changedBy = (fields: Record<string, unknown>) => {
  const parsed = labDeskInput.safeParse({ ...run, ...fields })
  return parsed.success ? Object.fromEntries(changedCells(parsed.data)) : null
}

describe('the desk’s own form', () => {
  it('gives only the cells that this page changed', () => {
    expect(changedBy({ 'cell-a': '1', 'was-a': '1', 'cell-b': '2', 'was-b': '', 'cell-c': '', 'was-c': '3' })).toEqual({
      b: '2',
      c: '',
    })
  })

  it('joins the boxes of one cell, and knows when none is ticked any more', () => {
    expect(changedBy({ 'cell-a': ['', 'x', 'y'], 'was-a': 'x' })).toEqual({ a: 'x,y' })
    expect(changedBy({ 'cell-a': '', 'was-a': 'x,y' })).toEqual({ a: '' })
    expect(changedBy({ 'cell-a': ['', 'x'], 'was-a': 'x' })).toEqual({})
  })

  it('refuses a text that is longer than a cell, also in parts', () => {
    expect(changedBy({ 'cell-a': 'x'.repeat(301) })).toBeNull()
    expect(changedBy({ 'cell-a': Array.from({ length: 40 }, () => '123456789') })).toBeNull()
  })
})
