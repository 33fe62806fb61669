import { describe, expect, it } from 'vitest'
import { type CalculatorKind, calculate } from './calculate'

const lines = (kind: CalculatorKind, values: Record<string, string>) =>
  Object.fromEntries((calculate(kind, values) ?? []).map((line) => [line.name, line.text]))

describe('calculators', () => {
  it('say what the extra deduction saves', () => {
    expect(lines('tax-saving', { cost: '1000000', rate: '100', tax: '25' })).toEqual({
      extra: '1,000,000',
      saving: '250,000',
    })
    expect(lines('tax-saving', { cost: '1000000', rate: '120', tax: '15' })).toEqual({
      extra: '1,200,000',
      saving: '180,000',
    })
  })

  it('divide the first five kinds by nine for the cap, rounding once, half up', () => {
    expect(lines('other-cap', { five: '137893.34', other: '13800' })).toEqual({
      cap: '15,321.48',
      allowed: '13,800',
      lost: '0',
    })
    expect(lines('other-cap', { five: '900', other: '150' })).toEqual({ cap: '100', allowed: '100', lost: '50' })
  })

  it('count commissioned research at home by 80 %, abroad up to two thirds of what counts at home', () => {
    expect(lines('commissioned', { own: '600000', domestic: '500000', foreign: '1000000' })).toEqual({
      domesticBase: '400,000',
      foreignCap: '666,666.67',
      foreignBase: '666,666.67',
      base: '1,666,666.67',
    })
  })

  it('share a cost by hours and refuse more research hours than hours', () => {
    expect(lines('share-hours', { cost: '10000', hours: '100', total: '160' })).toEqual({
      share: '6,250',
      rest: '3,750',
    })
    expect(calculate('share-hours', { cost: '1', hours: '2', total: '1' })).toBeNull()
    expect(calculate('share-hours', { cost: '1', hours: '0', total: '0' })).toBeNull()
  })

  it('exclude a listed industry above 50 %, not at exactly 50 %', () => {
    const half = { listed: '500', income: '1200', nontaxed: '100', investment: '100' }
    expect(lines('negative-list', half)).toEqual({ base: '1,000', share: '50', verdict: 'allowed' })
    expect(lines('negative-list', { ...half, listed: '500.01' }).verdict).toBe('excluded')
  })

  it('say nothing for an unreadable, negative or missing input', () => {
    expect(calculate('other-cap', { five: 'abc', other: '1' })).toBeNull()
    expect(calculate('other-cap', { five: '-1', other: '1' })).toBeNull()
    expect(calculate('other-cap', { five: '1' })).toBeNull()
  })
})
