import { describe, expect, it } from 'vitest'
import { addDays } from '@/domain/calendar/day'
import { seededRandom } from '@/domain/labs/seeded-random'
import { isUscc } from '@/domain/roster/uscc'
import { historyDays, learningDay, periodOf, workingDay } from './calendar'
import { castEntries, placeCast } from './cast'
import { inventChanges } from './invent-changes'
import { peopleSource } from './invent-people'
import { inventRoster } from './invent-roster'
import type { Leaf } from './leaves'
import divisions from '@/features/roster/ready-regions/ningbo.json'

const period = periodOf('2026-11-23')
const leaves = divisions.counties.flatMap((county) =>
  county.townships.map(
    ({ code, name }): Leaf => ({
      id: code,
      kind: 'TOWNSHIP',
      code,
      name,
      path: `3302.${county.code}.${code}.`,
      countyCode: county.code,
      countyId: county.code,
    }),
  ),
)

function roster(seed: string) {
  const nextPerson = peopleSource(seededRandom(`${seed}/people`))
  const invented = inventRoster({ leaves, count: 1_200, period, random: seededRandom(`${seed}/roster`), nextPerson })
  placeCast(invented, nextPerson)
  inventChanges({
    random: seededRandom(`${seed}/changes`),
    period,
    leaves,
    roster: invented,
    nextPerson,
    spared: castEntries,
  })
  return invented
}

/** What is left of a roster without its ids. */
const plain = ({ entries, people }: ReturnType<typeof roster>) => ({
  people: people.map(({ name, mobile }) => [name, mobile]),
  entries: entries.map(({ name, uscc, placements, seats }) => [
    name,
    uscc,
    placements.map(({ leaf, isKey, fromOn, toOn }) => [leaf.code, isKey, fromOn, toOn]),
    seats.map(({ kind, post, fromOn, holdings }) => [
      kind,
      post,
      fromOn,
      holdings.map((one) => [one.fromOn, one.toOn, one.delegation]),
    ]),
  ]),
})

describe('the invented roster', () => {
  const invented = roster('one')

  it('is the same for the same seed, and another for another', () => {
    expect(plain(roster('one'))).toEqual(plain(invented))
    expect(plain(roster('two'))).not.toEqual(plain(invented))
  })

  it('repeats no name, code or mobile', () => {
    const { entries, people } = invented
    expect(new Set(entries.map((one) => one.name)).size).toBe(1_200)
    expect(new Set(entries.map((one) => one.uscc)).size).toBe(1_200)
    expect(entries.every((one) => isUscc(one.uscc))).toBe(true)
    expect(new Set(people.map((one) => one.name)).size).toBe(people.length)
    expect(new Set(people.map((one) => one.mobile)).size).toBe(people.length)
  })

  it('reaches every township, with about 420 key enterprises and the vacancies that were planned', () => {
    const { entries } = invented
    expect(new Set(entries.map((one) => one.leaf.code)).size).toBe(156)
    const key = entries.filter((one) => one.placements[0]?.isKey).length
    expect(key).toBeGreaterThan(380)
    expect(key).toBeLessThan(460)
    const vacant = (kind: string) => {
      const seats = entries.flatMap((one) => one.seats.filter((seat) => seat.kind === kind))
      return seats.filter((seat) => seat.holdings.length === 0).length / seats.length
    }
    expect(vacant('HEAD')).toBeCloseTo(0.08, 1)
    expect(vacant('CLERK')).toBeCloseTo(0.12, 1)
  })

  it('gives every enterprise one HEAD seat and one to three clerks, and intervals that do not overlap', () => {
    for (const { seats, placements } of invented.entries) {
      expect(seats.filter((one) => one.kind === 'HEAD')).toHaveLength(1)
      expect(seats.length - 1).toBeGreaterThanOrEqual(1)
      for (const line of [placements, ...seats.map((one) => one.holdings)]) {
        for (const [index, one] of line.entries()) {
          const next = line[index + 1]
          expect(one.toOn === null || one.toOn > one.fromOn).toBe(true)
          if (next) expect(one.toOn !== null && one.toOn <= next.fromOn).toBe(true)
        }
      }
    }
  })
})

describe('days of learning', () => {
  it('lie in the period, mostly on working days, and never today or later', () => {
    const random = seededRandom('days')
    const days = Array.from({ length: 500 }, () => learningDay(random, period, period.start, 30) ?? '')
    expect(days.every((day) => day >= period.start && day < period.today)).toBe(true)
    const working = days.filter((day) => workingDay(day) === day).length
    expect(working).toBeGreaterThan(420)
  })

  it('are none when nothing is left of the period', () => {
    expect(learningDay(seededRandom('none'), period, addDays(period.start, historyDays), 30)).toBeNull()
  })
})
