import { describe, expect, it } from 'vitest'
import { labLaws, typed } from '@/tests/support/lab-laws'
import { CARRIED } from '../grade'
import { drawLab, TELLING_PERCENT } from '../lab'
import type { LabMode } from '../lab-sheet'
import { readProject } from './draw'
import { otherCostCap, otherCostCapDefinition } from './lab'
import { countsThisYear } from './ledger'

labLaws(otherCostCapDefinition)

const rule = { passPercent: TELLING_PERCENT, decisive: [] }
const drawn = (seed: string, mode: LabMode) => drawLab(otherCostCapDefinition, seed, mode)
const seeds = Array.from({ length: 1_000 }, () => crypto.randomUUID())
const modes: readonly LabMode[] = ['PRACTICE', 'CERTIFYING']

describe('a drawn case', () => {
  it('has whole, positive fen on every line and 100,000 to 3,000,000 yuan in kinds 1–5 of every project', () => {
    for (const mode of modes) {
      for (const seed of seeds) {
        const { projects } = drawn(seed, mode).drawn
        expect(projects.length >= 2 && projects.length <= 4).toBe(true)
        for (const line of projects.flatMap((project) => project.lines)) {
          expect(Number.isSafeInteger(line.amount) && line.amount > 0).toBe(true)
        }
        for (const { five } of projects.map(readProject)) expect(five >= 10_000_000 && five <= 300_000_000).toBe(true)
      }
    }
  })

  it('meets the limit exactly, stays below it and goes above it among practice sheets', () => {
    const met = new Set(
      seeds.map((seed) => {
        const { values } = drawn(seed, 'PRACTICE')
        return Math.sign(Number(values.other) - Number(values.limit))
      }),
    )
    expect([...met].sort()).toEqual([-1, 0, 1])
  })
})

describe('the key', () => {
  it('agrees with exact fractions worked out apart from the solver', () => {
    for (const mode of modes) {
      for (const seed of seeds) {
        const { drawn: one, values } = drawn(seed, mode)
        let nine = 0n // nine times the limit, exact
        let other = 0n
        for (const project of one.projects.filter(countsThisYear)) {
          for (const line of project.lines) {
            if (line.kind === 'OTHER') other += BigInt(line.amount)
            else nine += BigInt(line.amount)
          }
        }
        const remainder = nine % 9n
        const limit = (nine - remainder) / 9n + (remainder >= 5n ? 1n : 0n)
        const allowed = limit < other ? limit : other
        const found = ['five', 'other', 'limit', 'allowed', 'cut', 'base'].map((id) => BigInt(values[id] as number))
        expect(found).toEqual([nine, other, limit, allowed, other - allowed, nine + allowed])
      }
    }
  })
})

describe('grading', () => {
  it('names a cell that follows rightly from a wrong figure further up, and it stays wrong', () => {
    const lab = drawn('carried', 'PRACTICE')
    const saved = { ...typed(lab.sheet, lab.values), five: '900', limit: '100' }
    const cells = otherCostCap.grade(lab, saved, rule).cells
    expect(cells.find((cell) => cell.id === 'limit')).toEqual({ id: 'limit', verdict: 'wrong', path: CARRIED })
  })
})
