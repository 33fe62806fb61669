import { describe, expect, it } from 'vitest'
import { createProgrammeInput } from './input'

const parse = (fromOn: string, lastOn: string) => createProgrammeInput.safeParse({ name: '示例行动', fromOn, lastOn })

describe('the days of a new programme', () => {
  it('end after the last day given, or a year after the first when none is', () => {
    expect(parse('2026-03-01', '2026-12-31').data).toMatchObject({ fromOn: '2026-03-01', toOn: '2027-01-01' })
    expect(parse('2026-03-01', '').data).toMatchObject({ fromOn: '2026-03-01', toOn: '2027-03-01' })
  })

  it('need a first day, and days that exist', () => {
    for (const [from, last] of [
      ['', ''],
      ['', '2026-12-31'],
      ['2026-02-30', ''],
      ['2026-03-01', '2026-02-30'],
    ] as const)
      expect(parse(from, last).error?.issues[0]?.message, `${from} ${last}`).toBe('bad-day')
  })
})

describe('the labs of a new programme', () => {
  const labs = (value: unknown) =>
    createProgrammeInput.safeParse({ name: '示例行动', fromOn: '2026-03-01', lastOn: '', labs: value })

  it('are those whose list box says how often', () => {
    expect(labs(['a*1', '', 'b-c*3']).data?.labs).toEqual([
      { slug: 'a', times: 1 },
      { slug: 'b-c', times: 3 },
    ])
    expect(labs('a*10').data?.labs).toEqual([{ slug: 'a', times: 10 }])
    expect(labs('').data?.labs).toEqual([])
    expect(labs(undefined).data?.labs).toBeUndefined()
  })

  it('are refused when a list box was meddled with', () => {
    for (const bad of ['a', 'a*0', 'a*11', 'A*1', 'a*1*2', ['a*1', 'a*2']])
      expect(labs(bad).error?.issues[0]?.message, String(bad)).toBe('bad-labs')
  })
})
