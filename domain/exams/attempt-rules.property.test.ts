import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deadlineOf, reviewRule, startRule } from './attempt-rules'

const HOUR = 3_600_000
const rules = fc.record({
  tries: fc.option(fc.integer({ min: 1, max: 5 })),
  waitHours: fc.integer({ min: 0, max: 72 }),
  limitMinutes: fc.option(fc.integer({ min: 1, max: 120 })),
})

describe('tries of an exam', () => {
  it('are never more than allowed, never before the waiting time is over, and none after a pass', () => {
    fc.assert(
      fc.property(
        rules,
        fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 12 }),
        fc.nat(),
        (rule, gaps, passAt) => {
          const finished: { closedAt: Date; hasPassed: boolean }[] = []
          let now = 0
          for (const [index, gap] of gaps.entries()) {
            now += gap * HOUR
            const may = startRule(rule, finished, new Date(now))
            const last = finished.at(-1)
            if (!may.mayStart) continue
            expect(finished.some((one) => one.hasPassed)).toBe(false)
            if (rule.tries !== null) expect(finished.length).toBeLessThan(rule.tries)
            if (last) expect(now - last.closedAt.getTime()).toBeGreaterThanOrEqual(rule.waitHours * HOUR)
            expect(may.number).toBe(finished.length + 1)
            finished.push({ closedAt: new Date(now), hasPassed: index === passAt % 12 })
          }
        },
      ),
    )
  })

  it('may start again at exactly the instant that was announced', () => {
    const rule = { tries: null, waitHours: 24, limitMinutes: null }
    const finished = [{ closedAt: new Date('2026-11-01T02:00:00Z'), hasPassed: false }]
    const refused = startRule(rule, finished, new Date('2026-11-02T01:59:59.999Z'))
    expect(refused).toEqual({ mayStart: false, refusal: 'wait', until: new Date('2026-11-02T02:00:00Z') })
    expect(startRule(rule, finished, new Date('2026-11-02T02:00:00Z'))).toEqual({ mayStart: true, number: 2 })
  })

  it('may be repeated at once, any number of times, where there is neither a limit nor a wait', () => {
    const now = new Date('2026-11-02T02:00:00Z')
    const finished = Array.from({ length: 50 }, () => ({ closedAt: now, hasPassed: false }))
    expect(startRule({ tries: null, waitHours: 0, limitMinutes: null }, finished, now)).toEqual({
      mayStart: true,
      number: 51,
    })
  })

  it('show the review only when no further try can profit from it', () => {
    fc.assert(
      fc.property(rules, fc.boolean(), fc.integer({ min: 1, max: 8 }), (rule, hasPassed, tries) => {
        const mayTryAgain = !hasPassed && (rule.tries === null || tries < rule.tries)
        expect(reviewRule(rule, hasPassed, tries)).toBe(mayTryAgain ? 'concepts' : 'full')
        expect(reviewRule({ ...rule, review: 'always' }, hasPassed, tries)).toBe('full')
        expect(reviewRule({ ...rule, review: 'never' }, hasPassed, tries)).toBe('concepts')
      }),
    )
  })

  it('end after the limit, or never when there is none', () => {
    const start = new Date('2026-11-02T02:00:00Z')
    expect(deadlineOf({ tries: null, waitHours: 0, limitMinutes: 30 }, start)).toEqual(new Date('2026-11-02T02:30:00Z'))
    expect(deadlineOf({ tries: null, waitHours: 0, limitMinutes: null }, start)).toBeNull()
  })
})
