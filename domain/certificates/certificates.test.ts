import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { earnsCertificate } from './eligibility'
import { certificateSerial, isCertificateSerial } from './serial'
import { certificateState, validUntilOn } from './validity'

const bytes = fc.uint8Array({ minLength: 7, maxLength: 16 })

describe('certificate number', () => {
  it('is always a number that checks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2024, max: 2099 }), bytes, (year, random) => {
        expect(isCertificateSerial(certificateSerial(year, random))).toBe(true)
      }),
    )
  })

  it('never checks with one digit mistyped', () => {
    fc.assert(
      fc.property(
        bytes,
        fc.integer({ min: 0, max: 7 }),
        fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
        (random, at, digit) => {
          const serial = certificateSerial(2026, random)
          const position = 8 + at + (at > 3 ? 1 : 0)
          fc.pre(serial[position] !== digit)
          expect(isCertificateSerial(serial.slice(0, position) + digit + serial.slice(position + 1))).toBe(false)
        },
      ),
    )
  })

  it('refuses to be made of too little chance', () => {
    expect(() => certificateSerial(2026, new Uint8Array(6))).toThrow(RangeError)
  })
})

describe('validUntilOn', () => {
  it('is the last day of the programme', () => {
    expect(validUntilOn('2026-11-23', [{ programmeToOn: '2027-01-01', validDays: null }])).toBe('2026-12-31')
  })
  it('is sooner where the requirement says so, the day itself counted', () => {
    expect(validUntilOn('2026-11-23', [{ programmeToOn: '2027-01-01', validDays: 1 }])).toBe('2026-11-23')
    expect(validUntilOn('2026-11-23', [{ programmeToOn: null, validDays: 365 }])).toBe('2027-11-22')
  })
  it('takes the most generous ground', () => {
    const grounds = [
      { programmeToOn: '2027-01-01', validDays: null },
      { programmeToOn: '2027-07-01', validDays: null },
    ]
    expect(validUntilOn('2026-11-23', grounds)).toBe('2027-06-30')
    expect(validUntilOn('2026-11-23', [...grounds, { programmeToOn: null, validDays: null }])).toBeNull()
  })
  it('has no end without a ground', () => expect(validUntilOn('2026-11-23', [])).toBeNull())
})

describe('certificateState', () => {
  it('still counts the last day, and not the next', () => {
    expect(certificateState({ validUntilOn: '2026-12-31', isRevoked: false }, '2026-12-31')).toBe('VALID')
    expect(certificateState({ validUntilOn: '2026-12-31', isRevoked: false }, '2027-01-01')).toBe('EXPIRED')
  })
  it('stays revoked whatever the day', () => {
    expect(certificateState({ validUntilOn: '2026-12-31', isRevoked: true }, '2027-01-01')).toBe('REVOKED')
  })
})

it('stands only on an exam passed here and in force', () => {
  const passed = { subjectKind: 'EXAM', evidence: 'ONLINE', isRetracted: false } as const
  expect(earnsCertificate(passed)).toBe(true)
  expect(earnsCertificate({ ...passed, isRetracted: true })).toBe(false)
  expect(earnsCertificate({ ...passed, evidence: 'IMPORTED' })).toBe(false)
  expect(earnsCertificate({ ...passed, evidence: 'IN_PERSON' })).toBe(false)
  expect(earnsCertificate({ ...passed, subjectKind: 'LAB' })).toBe(false)
})
