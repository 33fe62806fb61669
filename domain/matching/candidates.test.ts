import { describe, expect, it } from 'vitest'
import { ROSTER, row, spelling } from '@/tests/matching/known-roster'
import { candidatesFor } from './candidates'
import type { MatchRequest } from './match'
import { rosterIndex } from './roster-index'

const index = rosterIndex(ROSTER, [], spelling)

describe('suggestions', () => {
  const shown = (more: Partial<MatchRequest>) =>
    candidatesFor(index, row(more), 3).map(
      ({ entryId, personId, because }) => `${entryId} ${personId} ${because.join(' ')}`,
    )

  it('begin with the likeliest and say why', () => {
    expect(shown({ enterprise: '宁波示例精二有限公司', person: '陈谷宇' })[0]).toBe('E1 p1 name-near person-sounds')
    expect(shown({ enterprise: '示例老屿鱼业', person: '张伟' })[0]).toBe('E4 p6 former-name person-name')
    expect(shown({ enterprise: '示例澄川新材料股份有限公司', person: '王惊哲' })).toEqual([
      'E2 p3 same-enterprise person-sounds',
      'E2 p4 same-enterprise person-sounds',
      'E2 agent same-enterprise',
    ])
  })

  it('show the owner of the number beside the person of the name', () => {
    expect(shown({ enterprise: '宁波示例精工有限公司', person: '陈谷雨', mobileKey: 'm6' })).toEqual([
      'E1 p1 same-enterprise person-name',
      'E1 p2 same-enterprise',
      'E4 p6 mobile',
    ])
  })

  it('name an entry without a person when nobody there is like it', () => {
    expect(shown({ enterprise: '示例望春机械', person: '陈谷雨' })[0]).toBe('E6 null same-enterprise')
  })
})
