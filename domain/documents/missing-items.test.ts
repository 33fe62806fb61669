import { describe, expect, it } from 'vitest'
import { missingItems } from './missing-items'

describe('missingItems', () => {
  it('takes codes apart, with alternatives and why an old completion does not do', () => {
    expect(missingItems(['vacant', 'READINESS:EXAM:a|LAB:b:expired'])).toEqual([
      { isVacant: true, subjects: [], ending: '' },
      {
        isVacant: false,
        subjects: [
          { kind: 'EXAM', slug: 'a' },
          { kind: 'LAB', slug: 'b' },
        ],
        ending: 'expired',
      },
    ])
  })

  it('says how often, and that some of it is done', () => {
    expect(missingItems(['READINESS:LAB:a*3:done2'])).toEqual([
      { isVacant: false, subjects: [{ kind: 'LAB', slug: 'a', times: 3 }], ending: 'done' },
    ])
  })

  it('asks for the same thing once, whichever rates want it', () => {
    expect(missingItems(['TRAINING:COURSE:a', 'AWARENESS:COURSE:a', 'AWARENESS:EXAM:a'])).toHaveLength(2)
  })
})
