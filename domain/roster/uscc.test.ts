import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUscc, makeUscc, readUscc } from './uscc'

describe('readUscc', () => {
  it("accepts the standard's own example and refuses its counter-example", () => {
    expect(readUscc('91350100M000100Y43')).toEqual({ ok: true, value: '91350100M000100Y43' })
    expect(readUscc('91350100M000100Y4Z')).toMatchObject({ ok: false, problem: 'character' })
    expect(readUscc('91350100M000100Y44')).toMatchObject({ ok: false, problem: 'check-digit' })
  })

  it('normalises full-width characters, spaces, dashes and lower case', () => {
    expect(readUscc(' ９１３５０１００ｍ０００１００ｙ４３\u200B')).toEqual({ ok: true, value: '91350100M000100Y43' })
    expect(readUscc('9135 0100-M000100Y43')).toEqual({ ok: true, value: '91350100M000100Y43' })
  })

  it.each([
    ['', 'empty'],
    ['9.13E+17', 'lost'],
    ['９．１３Ｅ＋１７', 'lost'],
    ['330203000012345', 'old-licence'],
    ['91350100M000100Y4', 'length'],
    ['91350100M000100YO3', 'character'],
  ])('refuses %s as %s', (text, problem) => {
    expect(readUscc(text)).toMatchObject({ ok: false, problem })
  })

  it('suggests, but never uses, the code with a letter O read as zero', () => {
    expect(readUscc('91350100MOOO100Y43')).toMatchObject({ ok: false, suggestion: '91350100M000100Y43' })
  })
})

it('makes valid codes, equal for equal and different for different serials', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (a, b) => {
      expect(isUscc(makeUscc('330203', a))).toBe(true)
      expect(makeUscc('330203', a) === makeUscc('330203', b)).toBe(a === b)
    }),
  )
})

it('notices every single wrong character and every swap of different neighbours', () => {
  const code = makeUscc('330281', 123_456)
  for (let i = 0; i < 18; i += 1)
    for (const c of '0123456789ABCDEFGHJKLMNPQRTUWXY')
      if (c !== code[i]) expect(isUscc(code.slice(0, i) + c + code.slice(i + 1))).toBe(false)
})
