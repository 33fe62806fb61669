import { describe, expect, it } from 'vitest'
import { smsTodo } from './sms-todo'

describe('what a text message says is open', () => {
  it('is named by kind, once, in the order one does it', () => {
    expect(
      smsTodo('CLERK', ['READINESS:EXAM:e', 'READINESS:LAB:a:version', 'READINESS:LAB:b', 'TRAINING:COURSE:c']),
    ).toBe('课程、实训和测评')
    expect(smsTodo('HEAD', ['AWARENESS:EXAM:e:expired'])).toBe('测一测')
    expect(smsTodo('HEAD', ['TRAINING:SESSION:s'])).toBe('培训场次')
  })

  it('is everything where nothing was counted yet, and material to read where nothing is open', () => {
    expect(smsTodo('HEAD', null)).toBe('五张政策卡片和测一测')
    expect(smsTodo('CLERK', [])).toBe('学习资料')
  })
})
