import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redacted, redactText } from './redact'

const mobile = fc
  .integer({ min: 3, max: 9 })
  .chain((second) =>
    fc.integer({ min: 0, max: 999_999_999 }).map((rest) => `1${second}${String(rest).padStart(9, '0')}`),
  )

describe('what is logged', () => {
  it('never holds a mobile number, wherever it stands', () => {
    fc.assert(
      fc.property(mobile, fc.constantFrom('已发送到 ', 'to=', '"', ' ', '：'), (number, before) => {
        const logged = JSON.stringify(
          redacted({ note: `${before}${number}。`, list: [{ deep: number }], error: new Error(number) }),
        )
        expect(logged).not.toContain(number)
      }),
    )
  })

  it('holds no value under a telling name', () => {
    const logged = JSON.stringify(
      redacted({
        personName: '王小明',
        name: '王小明',
        password: 'a',
        token: 'b',
        cookie: 'c',
        mobile: 'd',
        code: 'e',
        nested: { totpSecret: 'f' },
      }),
    )
    expect(logged).not.toMatch(/王小明|"[a-f]"/)
  })

  it('cuts what opens something out of paths and texts, and keeps ids', () => {
    expect(redactText('/l/kJ3x_9Zq8pLmN0aBcDeFgh?x=1')).toBe('/l/…?x=1')
    expect(redactText('/setup/kJ3x_9Zq8pLmN0aBcDeFgh')).toBe('/setup/…')
    expect(redactText('key kJ3x9Zq8pLmN0aBcDeFghkJ3x9Zq8pLmN0aBcDeFgh end')).toBe('key … end')
    expect(redactText('entry 0193b1d2-7c3a-7aaa-8bbb-0123456789ab')).toContain('0193b1d2-7c3a-7aaa-8bbb-0123456789ab')
  })

  it('survives circles, depth and strange values', () => {
    const circle: Record<string, unknown> = { size: 10n, bytes: new Uint8Array(3) }
    circle.self = circle
    expect(() => JSON.stringify(redacted(circle))).not.toThrow()
  })
})
