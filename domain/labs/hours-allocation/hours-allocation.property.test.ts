import { describe, expect, it } from 'vitest'
import { Fraction } from '@/tests/support/fraction'
import { labLaws } from '@/tests/support/lab-laws'
import { drawLab } from '../lab'
import type { AllocationCase } from './allocation-case'
import { hoursAllocationDefinition } from './lab'

labLaws(hoursAllocationDefinition)

/** Every cell from the rule "cost × hours ÷ all hours of the month", with exact fractions. */
function recomputed({ workers, assets }: AllocationCase): Map<string, bigint> {
  const cells = new Map<string, bigint>()
  const add = (id: string, amount: bigint) => cells.set(id, (cells.get(id) ?? 0n) + amount)
  for (const one of [...workers, ...assets]) {
    const isAsset = 'depreciation' in one
    const counts = isAsset ? one.kind !== 'building' : one.role !== 'clerk'
    const cost = BigInt(isAsset ? one.depreciation : one.wage + one.insurance)
    for (const side of ['a', 'b'] as const) {
      const share = new Fraction(cost * BigInt(one[side]), BigInt(one.total)).fen().whole()
      add(`${one.id}-${side}`, counts ? share : 0n)
      add(`${isAsset ? 'depreciation' : 'labor'}-${side}`, counts ? share : 0n)
    }
  }
  return cells
}

describe('a second computation', () => {
  it('agrees in every cell of 2,000 random sheets', () => {
    const differing: string[] = []
    for (let index = 0; index < 1_000; index++) {
      for (const mode of ['PRACTICE', 'CERTIFYING'] as const) {
        const seed = crypto.randomUUID()
        const { drawn, values } = drawLab(hoursAllocationDefinition, seed, mode)
        const again = recomputed(drawn)
        const ids = Object.keys(values)
        if (again.size !== ids.length || ids.some((id) => BigInt(values[id] as number) !== again.get(id))) {
          differing.push(`${mode} ${seed}`)
        }
      }
    }
    expect(differing).toEqual([])
  })
})

it('practice meets every edge on purpose', () => {
  const met = new Set<string>()
  for (let index = 0; index < 400; index++) {
    const { drawn } = drawLab(hoursAllocationDefinition, `edge-${index}`, 'PRACTICE')
    const rd = drawn.workers.filter(({ role }) => role === 'researcher' || role === 'technician')
    if (rd.some((one) => one.a === one.total)) met.add('a whole month for one project')
    if (rd.some((one) => one.a + one.b === 0)) met.add('no hour in R&D')
    if ([...drawn.workers, ...drawn.assets].every((one) => one.b === 0)) met.add('nothing for the second project')
    if (drawn.workers.some((one) => one.a + one.b + one.other < one.total)) met.add('hours without a record')
  }
  expect(met.size).toBe(4)
})
