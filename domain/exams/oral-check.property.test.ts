import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askRefusal, bankForNext, mayStillRecord, ORAL_QUESTIONS, oralStartRule, rightNeeded } from './oral-check'

const exam = fc
  .integer({ min: 1, max: 40 })
  .chain((draw) => fc.record({ draw: fc.constant(draw), pass: fc.integer({ min: 0, max: draw }) }))
const bank = fc.integer({ min: 3, max: 30 }).map((size) => Array.from({ length: size }, (_, no) => ({ id: `q${no}` })))
const asked = fc.array(
  fc.integer({ min: 0, max: 40 }).map((no) => `q${no}`),
  { maxLength: 60 },
)

describe('rightNeeded', () => {
  it.each([
    [4, 5, 3],
    [12, 15, 3],
    [3, 5, 2],
    [1, 3, 1],
    [5, 5, 3],
  ])('%d of %d is %d of 3', (pass, draw, needed) => {
    expect(rightNeeded({ pass, draw }, 3)).toBe(needed)
  })

  it('never asks for a smaller share than the exam, never for more than was asked, never for one too many', () => {
    fc.assert(
      fc.property(exam, fc.integer({ min: 1, max: 10 }), (one, count) => {
        const needed = rightNeeded(one, count)
        expect(needed * one.draw).toBeGreaterThanOrEqual(one.pass * count)
        expect((needed - 1) * one.draw).toBeLessThan(one.pass * count)
        expect(needed).toBeLessThanOrEqual(count)
      }),
    )
  })
})

describe('bankForNext', () => {
  it('holds enough to draw from, each question once, and nothing asked before while there is something else', () => {
    fc.assert(
      fc.property(bank, asked, (questions, before) => {
        const next = bankForNext(questions, before, ORAL_QUESTIONS)
        expect(next.length).toBeGreaterThanOrEqual(ORAL_QUESTIONS)
        expect(new Set(next.map(({ id }) => id)).size).toBe(next.length)
        const fresh = questions.filter(({ id }) => !before.includes(id))
        if (fresh.length >= ORAL_QUESTIONS) expect(next).toEqual(fresh)
        else expect(next).toEqual(expect.arrayContaining(fresh))
      }),
    )
  })

  it('falls back on what was asked longest ago', () => {
    const four = ['a', 'b', 'c', 'd'].map((id) => ({ id }))
    expect(bankForNext(four, ['c', 'a', 'b', 'c'], 3).map(({ id }) => id)).toEqual(['d', 'a', 'b'])
  })
})

describe('who may be asked, and when', () => {
  const now = new Date('2026-11-25T08:00:00Z')
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
  const anyNumber = { tries: null, waitHours: 0, limitMinutes: null }

  it('is nobody of the asker’s own', () => {
    const encounter = { askerId: 'a', personId: 'b', isOwnEnterprise: false }
    expect(askRefusal(encounter)).toBeNull()
    expect(askRefusal({ ...encounter, isOwnEnterprise: true })).toBe('own-enterprise')
    expect(askRefusal({ askerId: 'a', personId: 'a', isOwnEnterprise: true })).toBe('yourself')
  })

  it('is any number of times unless the exam says otherwise', () => {
    const failed = Array.from({ length: 9 }, () => ({ closedAt: now }))
    expect(oralStartRule(anyNumber, { failed, hasOralPass: false }, now).mayStart).toBe(true)
    expect(oralStartRule({ ...anyNumber, tries: 9 }, { failed, hasOralPass: false }, now)).toMatchObject({
      refusal: 'no-tries-left',
    })
    expect(oralStartRule(anyNumber, { failed, hasOralPass: true }, now)).toMatchObject({ refusal: 'already-passed' })
  })

  it('is after the waiting time of the exam, at its last instant too', () => {
    const rules = { ...anyNumber, waitHours: 24 }
    const rule = (hours: number) =>
      oralStartRule(rules, { failed: [{ closedAt: hoursAgo(hours) }], hasOralPass: false }, now)
    expect(rule(23)).toMatchObject({ refusal: 'wait', until: hoursAgo(-1) })
    expect(rule(24).mayStart).toBe(true)
  })

  it('is recorded within twelve hours', () => {
    expect(mayStillRecord(hoursAgo(12), now)).toBe(true)
    expect(mayStillRecord(new Date(hoursAgo(12).getTime() - 1), now)).toBe(false)
  })
})
