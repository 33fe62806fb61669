import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, isDay, shanghaiDayOf, startOfDay } from './day'
import { covers, overlap } from './interval'

describe('Shanghai days', () => {
  it('begin at 00:00 +08:00 whatever the zone of the machine', () => {
    expect(shanghaiDayOf(new Date('2026-11-22T15:59:59.999Z'))).toBe('2026-11-22')
    expect(shanghaiDayOf(new Date('2026-11-22T16:00:00.000Z'))).toBe('2026-11-23')
    expect(startOfDay('2026-11-23').toISOString()).toBe('2026-11-22T16:00:00.000Z')
  })

  it('are counted across months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1)
  })

  it('exist in the calendar', () => {
    expect(isDay('2028-02-29')).toBe(true)
    expect(isDay('2026-02-29')).toBe(false)
    expect(isDay('2026-2-9')).toBe(false)
  })
})

describe('intervals', () => {
  it('hold on their first day and no longer on the day they end', () => {
    const march = { fromOn: '2026-03-01', toOn: '2026-04-01' }
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((on) => covers(march, on))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('that touch do not overlap', () => {
    const march = { fromOn: '2026-03-01', toOn: '2026-04-01' }
    expect(overlap(march, { fromOn: '2026-04-01', toOn: null })).toBe(false)
    expect(overlap(march, { fromOn: '2026-03-31', toOn: null })).toBe(true)
    expect(overlap(march, { fromOn: '2026-03-10', toOn: '2026-03-10' })).toBe(false)
  })
})
