import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatYuan } from '../fen'
import type { LabMode } from '../lab-sheet'
import { generate, readProject } from './generate'
import { CARRIED, gradeOtherCostCap } from './grade'
import { cellAmounts, countsThisYear } from './sheet'
import { wrongPaths } from './wrong-paths'

const seed = fc.string({ minLength: 1, maxLength: 32 })
const mode = fc.constantFrom<LabMode>('PRACTICE', 'CERTIFYING')
const keyAnswers = (lab: ReturnType<typeof generate>) =>
  Object.fromEntries(lab.key.cells.map((cell) => [cell.id, formatYuan(cell.expected)]))

describe('a generated sheet', () => {
  it('is the same for the same seed and mode', () => {
    fc.assert(fc.property(seed, mode, (s, m) => void expect(generate(s, m)).toEqual(generate(s, m))))
  })

  it('has whole, positive fen on every line and 100,000 to 3,000,000 yuan in kinds 1–5 of every project', () => {
    fc.assert(
      fc.property(seed, mode, (s, m) => {
        const { projects } = generate(s, m).sheet
        expect(projects.length).toBeGreaterThanOrEqual(2)
        expect(projects.length).toBeLessThanOrEqual(4)
        for (const line of projects.flatMap((project) => project.lines)) {
          expect(Number.isSafeInteger(line.amount) && line.amount > 0).toBe(true)
        }
        for (const { five } of projects.map(readProject)) {
          expect(five >= 10_000_000 && five <= 300_000_000).toBe(true)
        }
      }),
    )
  })

  it('does not print the sum of kinds 1–5 or any figure of the calculation', () => {
    fc.assert(
      fc.property(seed, mode, (s, m) => {
        const { sheet, key } = generate(s, m)
        const printed = JSON.stringify(sheet)
        const secrets = key.cells.filter(({ expected }) => expected > 1_000_000).map(({ expected }) => String(expected))
        const lines = sheet.projects.flatMap((project) => project.lines.map((line) => String(line.amount)))
        for (const secret of secrets.filter((amount) => !lines.includes(amount))) {
          expect(new RegExp(`(?<!\\d)${secret}(?!\\d)`).test(printed)).toBe(false)
        }
      }),
    )
  })
})

describe('the key', () => {
  it('always grades 100 %', () => {
    fc.assert(
      fc.property(seed, mode, (s, m) => {
        const lab = generate(s, m)
        const result = gradeOtherCostCap(lab.key, keyAnswers(lab), 100)
        expect([result.part, result.passed]).toEqual([result.whole, true])
      }),
    )
  })

  it('agrees with exact fractions worked out apart from the solver', () => {
    fc.assert(
      fc.property(seed, mode, (s, m) => {
        const { sheet, key } = generate(s, m)
        const cell = Object.fromEntries(key.cells.map(({ id, expected }) => [id, expected]))
        let nine = 0n // nine times the limit, exact
        let other = 0n
        for (const project of sheet.projects) {
          if (!countsThisYear(project)) continue
          for (const line of project.lines) {
            if (line.kind === 'OTHER') other += BigInt(line.amount)
            else nine += BigInt(line.amount)
          }
        }
        const remainder = nine % 9n
        const limit = (nine - remainder) / 9n + (remainder >= 5n ? 1n : 0n)
        const allowed = limit < other ? limit : other
        expect(
          [cell.five, cell.other, cell.limit, cell.allowed, cell.cut, cell.base].map((amount) =>
            BigInt(amount as number),
          ),
        ).toEqual([nine, other, limit, allowed, other - allowed, nine + allowed])
      }),
      { numRuns: 2_000 },
    )
  })

  it('names every wrong path at a cell that it changes', () => {
    fc.assert(
      fc.property(seed, (s) => {
        const lab = generate(s, 'CERTIFYING')
        const named = new Set(lab.key.cells.flatMap((cell) => cell.wrong.map(({ path }) => path)))
        for (const { path } of wrongPaths(lab.sheet.projects.map(readProject))) {
          if (path !== 'limit-not-lower') expect(named).toContain(path)
        }
      }),
    )
  })
})

describe('grading', () => {
  it('never gives all cells when one cell is off by more than the tolerance', () => {
    fc.assert(
      fc.property(seed, mode, fc.nat(), fc.integer({ min: 2, max: 1_000_000 }), fc.boolean(), (s, m, at, by, up) => {
        const lab = generate(s, m)
        const cell = lab.key.cells[at % lab.key.cells.length]
        if (!cell) throw new Error('a sheet has cells')
        const off = { ...keyAnswers(lab), [cell.id]: formatYuan(cell.expected + (up ? by : -by)) }
        expect(gradeOtherCostCap(lab.key, off, 80).part).toBe(lab.key.cells.length - 1)
      }),
    )
  })

  it('never passes somebody at 80 % in a certifying run who takes one of the known wrong paths', () => {
    fc.assert(
      fc.property(seed, (s) => {
        const lab = generate(s, 'CERTIFYING')
        for (const { path, projects, solution } of wrongPaths(lab.sheet.projects.map(readProject))) {
          if (path === 'limit-not-lower') continue // the cap binds: the same as right
          const typed = Object.entries(cellAmounts(projects, solution)).map(([id, amount]) => [id, formatYuan(amount)])
          expect([path, gradeOtherCostCap(lab.key, Object.fromEntries(typed), 80).passed]).toEqual([path, false])
        }
      }),
      { numRuns: 500 },
    )
  })

  it('names a cell that follows rightly from a wrong figure further up', () => {
    const lab = generate('carried', 'PRACTICE')
    const limit = lab.key.cells.find((cell) => cell.id === 'limit')?.expected ?? 0
    const saved = {
      ...keyAnswers(lab),
      five: '900',
      limit: '100',
      base: formatYuan(90_000 + (limit ?? 0)),
      allowed: formatYuan(limit),
    }
    const cells = gradeOtherCostCap(lab.key, saved, 80).cells
    expect(cells.find((cell) => cell.id === 'limit')).toEqual({ id: 'limit', verdict: 'wrong', path: CARRIED })
  })
})
