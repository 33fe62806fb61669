import { describe, expect, it } from 'vitest'
import { type Actor, type Grant, needsSecondFactor } from './actor'
import { mayEver, PERMISSIONS } from './permission'
import type { Permission } from './permission'

const grant = (regionKind: Grant['regionKind'], role: Grant['role'] = 'OFFICER'): Grant => ({
  role,
  regionId: 'r',
  regionPath: '3302.',
  regionKind,
})
const actor = (over: Partial<Actor> = {}): Actor => ({
  personId: 'p',
  loginId: 'l',
  via: 'account',
  holdingId: null,
  grants: [],
  mfaPending: false,
  ...over,
})
const allowed = (someone: Actor) => PERMISSIONS.filter((permission) => mayEver(someone, permission))

describe('mayEver', () => {
  it('gives a link its own learning and nothing else, even to an officer', () => {
    const link = actor({ via: 'link', holdingId: 'h', grants: [grant('CITY')] })
    expect(allowed(link)).toEqual([
      'learn.read',
      'learn.answer',
      'attempt.open-book',
      'certificate.read-own',
      'account.claim',
      'visit.answer',
      'mail.own',
      'inquiry.ask',
      'session.sign-up',
    ])
  })

  it('lets nobody do anything before the second factor but confirm it', () => {
    expect(allowed(actor({ grants: [grant('CITY')], mfaPending: true }))).toEqual(['account.manage'])
  })

  it('keeps regions and programmes to officers of the root', () => {
    const only: Permission[] = ['regions.write', 'programme.write']
    expect(allowed(actor({ grants: [grant('COUNTY')] })).filter((one) => only.includes(one))).toEqual([])
    expect(allowed(actor({ grants: [grant('CITY')] }))).toEqual(expect.arrayContaining(only))
  })

  it('keeps answer keys to authors and officers of the root', () => {
    const bank: Permission[] = ['bank.read', 'bank.exchange', 'item.withdraw']
    expect(allowed(actor({ grants: [grant('COUNTY')] })).filter((one) => bank.includes(one))).toEqual([])
    expect(allowed(actor({ grants: [grant('CITY')] }))).toEqual(expect.arrayContaining(bank))
    expect(allowed(actor({ grants: [grant(null, 'AUTHOR')] }))).toEqual(expect.arrayContaining(bank))
  })

  it('gives a learner, a lecturer and an author no officer permission', () => {
    for (const someone of [
      actor(),
      actor({ grants: [grant('COUNTY', 'LECTURER')] }),
      actor({ grants: [grant(null, 'AUTHOR')] }),
    ]) {
      expect(mayEver(someone, 'rates.read')).toBe(false)
      expect(mayEver(someone, 'person.unmask')).toBe(false)
      expect(mayEver(someone, 'import.run')).toBe(false)
    }
  })

  it('refuses a word it does not know', () => {
    expect(mayEver(actor({ grants: [grant('CITY')] }), 'everything' as Permission)).toBe(false)
  })

  it('lets an auditor look at rates, roster and trail, and do nothing else than what everybody may with their own', () => {
    const own = allowed(actor())
    const audits = ['office.open', 'rates.read', 'roster.read', 'audit.read']
    for (const kind of ['TOWNSHIP', 'COUNTY', 'CITY'] as const) {
      const added = allowed(actor({ grants: [grant(kind, 'AUDITOR')] })).filter((one) => !own.includes(one))
      expect(added).toEqual(audits)
    }
    expect(allowed(actor({ via: 'link', grants: [grant('CITY', 'AUDITOR')] }))).not.toContain('audit.read')
    expect(allowed(actor({ grants: [grant('CITY', 'AUDITOR')], mfaPending: true }))).toEqual(['account.manage'])
  })

  it('asks whoever works on or looks at the whole city for a second factor', () => {
    expect(needsSecondFactor([grant('CITY')])).toBe(true)
    expect(needsSecondFactor([grant('CITY', 'AUDITOR')])).toBe(true)
    expect(needsSecondFactor([grant('COUNTY', 'AUDITOR'), grant('COUNTY'), grant('CITY', 'LECTURER')])).toBe(false)
  })
})
