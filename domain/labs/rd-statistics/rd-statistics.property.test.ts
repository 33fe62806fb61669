import { describe, expect, it } from 'vitest'
import { Fraction } from '@/tests/support/fraction'
import { labLaws } from '@/tests/support/lab-laws'
import { drawLab } from '../lab'
import { rdStatisticsDefinition } from './lab'
import { monthsOf, type StatisticsCase } from './statistics-case'

labLaws(rdStatisticsDefinition)

/** Heads, equivalents and months from the definitions, with exact fractions of a year. */
function recomputed({ people, cost }: StatisticsCase): Record<string, bigint> {
  const shares = people.map((person) => new Fraction(BigInt(person.p1 + person.p2 + person.support), 120n))
  const isAtLeast = (share: Fraction, percent: bigint) =>
    share.least(new Fraction(percent, 100n)).times(new Fraction(100n)).whole() === percent
  const reaches = (share: Fraction, percent: bigint) =>
    share.top * 100n >= percent * share.bottom && (percent === 0n || isAtLeast(share, percent))
  const full = shares.filter((share) => reaches(share, 90n))
  const part = shares.filter((share) => reaches(share, 10n) && !reaches(share, 90n))
  const exact = part.reduce((sum, share) => sum.plus(share), new Fraction(BigInt(full.length)))
  const team = (project: 'p1' | 'p2') => people.filter((person) => person[project] !== 0)
  const months = (project: 'p1' | 'p2') => team(project).reduce((sum, person) => sum + BigInt(person[project]), 0n)
  return {
    heads: BigInt(full.length + part.length),
    full: BigInt(full.length),
    part: BigInt(part.length),
    fte: exact.times(new Fraction(100n)).whole(),
    'p1-heads': BigInt(team('p1').length),
    'p1-months': months('p1'),
    'p2-heads': BigInt(team('p2').length),
    'p2-months': months('p2'),
    'cost-total': cost.items.reduce((sum, [, amount]) => sum + BigInt(amount), 0n),
  }
}

describe('a second computation', () => {
  it('agrees on 2,000 random sheets, and the sum of equivalents needs no rounding', () => {
    const differing: string[] = []
    for (let index = 0; index < 1_000; index++) {
      for (const mode of ['PRACTICE', 'CERTIFYING'] as const) {
        const seed = crypto.randomUUID()
        const { drawn, values } = drawLab(rdStatisticsDefinition, seed, mode)
        const again = Object.entries(recomputed(drawn))
        if (again.some(([id, value]) => BigInt(values[id] as number) !== value)) differing.push(`${mode} ${seed}`)
      }
    }
    expect(differing).toEqual([])
  })
})

it('practice meets both limits exactly, and sheets without a mistake of each kind', () => {
  const met = new Set<string>()
  for (let index = 0; index < 300; index++) {
    const { drawn } = drawLab(rdStatisticsDefinition, `edge-${index}`, 'PRACTICE')
    if (drawn.people.some((person) => monthsOf(person) === 108)) met.add('exactly 90 %')
    if (drawn.people.some((person) => monthsOf(person) === 12)) met.add('exactly 10 %')
    if (drawn.people.some((person) => monthsOf(person) === 11)) met.add('just below 10 %')
    for (const entry of drawn.planted) met.add(entry)
    if (!drawn.planted.includes('projects')) met.add('nothing left out')
  }
  expect(met.size).toBe(12)
})
