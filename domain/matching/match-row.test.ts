import { describe, expect, it } from 'vitest'
import { makeUscc } from '@/domain/roster/uscc'
import { ROSTER, row, spelling } from '@/tests/matching/known-roster'
import { enterpriseKeys } from './enterprise-keys'
import type { Match, MatchAlias, MatchRequest } from './match'
import { matchEnterprise } from './match-enterprise'
import { matchRow } from './match-row'
import { personKey } from './person-key'
import { rosterIndex } from './roster-index'

const index = rosterIndex(ROSTER, [], spelling)

/** 'E1 p1 by name', or the reasons. */
function said(match: Match): string {
  return match.kind === 'matched' ? `${match.entryId} ${match.personId} by ${match.by}` : match.reasons.join(' ')
}
const asked = (more: Partial<MatchRequest>) => said(matchRow(index, row(more)))
const uscc = (no: number) => makeUscc('330212', no)

describe('somebody is matched', () => {
  it.each<[string, Partial<MatchRequest>, string]>([
    ['by code and name', { uscc: uscc(1), person: '陈谷雨' }, 'E1 p1 by uscc'],
    [
      'by mobile and name, wherever they say they are',
      { mobileKey: 'm1', person: '陈谷雨', enterprise: '示例望春机械有限公司' },
      'E1 p1 by mobile',
    ],
    ['by mobile alone when nothing is written against it', { mobileKey: 'm6' }, 'E4 p6 by mobile'],
    [
      'at the one of their enterprises that is written',
      { mobileKey: 'm9', person: '代小满', enterprise: '示例青屿水产有限公司' },
      'E5 agent by mobile',
    ],
    ['at their first enterprise otherwise', { mobileKey: 'm9', person: '代小满' }, 'E2 agent by mobile'],
    ['by the name of enterprise and person', { enterprise: '宁波示例精工有限公司', person: '陈谷雨' }, 'E1 p1 by name'],
    [
      'whatever the width, brackets and spaces',
      { enterprise: ' 宁波（示例）精工 有限公司', person: '陈　谷雨' },
      'E1 p1 by name',
    ],
    ['in traditional forms', { enterprise: '寧波市示例精工有限責任公司', person: '陳谷雨' }, 'E1 p1 by name'],
    ['without the place and the company form', { enterprise: '示例精工', person: '林白露' }, 'E1 p2 by name'],
    [
      'with the city and the province before a name',
      { enterprise: '浙江宁波示例望春机械有限公司', person: '无人' },
      'person-unknown seat-vacant',
    ],
    [
      'by a name the enterprise had before',
      { enterprise: '宁波示例老屿渔业有限公司', person: '张伟' },
      'E4 p6 by name',
    ],
    [
      'with a new number where the enterprise is certain',
      { enterprise: '宁波示例精工有限公司', person: '陈谷雨', mobileKey: 'new' },
      'E1 p1 by name',
    ],
    [
      'beside somebody who sounds the same, when the mobile says so',
      { enterprise: '示例澄川新材料股份有限公司', person: '王惊蛰', mobileKey: 'm3' },
      'E2 p3 by mobile',
    ],
  ])('%s', (_, request, expected) => {
    expect(asked(request)).toBe(expected)
  })
})

describe('a question is left', () => {
  it.each<[string, Partial<MatchRequest>, string]>([
    ['when there is nothing', {}, 'nothing-to-go-by'],
    ['when only a name is there', { person: '陈谷雨' }, 'enterprise-unknown'],
    [
      'when code and name are of two enterprises',
      { uscc: uscc(1), enterprise: '示例望春机械有限公司', person: '陈谷雨' },
      'enterprise-contradicts',
    ],
    [
      'when the code is unknown and the name known',
      { uscc: uscc(99), enterprise: '宁波示例精工', person: '陈谷雨' },
      'enterprise-contradicts',
    ],
    [
      'when two numbers were swapped',
      { enterprise: '宁波示例精工有限公司', person: '陈谷雨', mobileKey: 'm2' },
      'mobile-of-other',
    ],
    [
      'when the number is of a namesake elsewhere',
      { enterprise: '鄞州示例青屿水产有限公司', person: '张伟', mobileKey: 'm7' },
      'mobile-of-other',
    ],
    [
      'when the number is of a namesake of a name one slip away',
      { enterprise: '鄞州示例青与水产有限公司', person: '张伟', mobileKey: 'm1' },
      'mobile-of-other',
    ],
    [
      'when only the number speaks against the enterprise',
      { enterprise: '示例望春机械有限公司', mobileKey: 'm1' },
      'enterprise-contradicts',
    ],
    [
      'when somebody there sounds the same',
      { enterprise: '示例澄川新材料股份有限公司', person: '王惊蛰' },
      'person-alike',
    ],
    ['when the person is not there', { enterprise: '宁波示例精工有限公司', person: '周秋分' }, 'person-unknown'],
    ['when no person is written', { enterprise: '宁波示例精工有限公司' }, 'person-missing'],
    ['when two have the core of the name', { enterprise: '示例青屿水产', person: '张伟' }, 'enterprise-several'],
    [
      'when a namesake holds a seat at nearly the same enterprise',
      { enterprise: '示例青屿水产有限公司', person: '张伟' },
      'enterprise-several',
    ],
    [
      'when the company form differs',
      { enterprise: '宁波示例精工股份有限公司', person: '陈谷雨' },
      'enterprise-unknown',
    ],
    ['when the place differs', { enterprise: '海曙示例精工有限公司', person: '陈谷雨' }, 'enterprise-unknown'],
    [
      'when there is a new number and only the core of a name',
      { enterprise: '示例精工', person: '陈谷雨', mobileKey: 'new' },
      'person-alike',
    ],
    ['when a name is one slip away', { enterprise: '宁波示例精二有限公司', person: '陈谷雨' }, 'enterprise-unknown'],
  ])('%s', (_, request, expected) => {
    expect(asked(request)).toBe(expected)
  })
})

describe('what an officer decided', () => {
  const teach = (enterprise: string, person: string, no: number, personId: string | null): MatchAlias => ({
    enterpriseKey: enterpriseKeys(enterprise, spelling).strict,
    personKey: person && personKey(person, spelling),
    enterpriseId: `enterprise-${no}`,
    personId,
  })
  const taught = rosterIndex(
    ROSTER,
    [teach('示例精公', '', 1, null), teach('青屿', '张小伟', 4, 'p6'), teach('示例望春机械有限公司', '', 1, null)],
    spelling,
  )
  const ask = (more: Partial<MatchRequest>) => said(matchRow(taught, row(more)))

  it('holds for the same spelling', () => {
    expect(ask({ enterprise: '示例 精公', person: '陈谷雨' })).toBe('E1 p1 by alias')
    expect(ask({ enterprise: '青屿', person: '张小伟' })).toBe('E4 p6 by alias')
    expect(ask({ uscc: uscc(4), person: '张小伟' })).toBe('E4 p6 by alias')
    expect(matchEnterprise(taught, { uscc: null, enterprise: '示例精公' })).toMatchObject({
      by: 'alias',
      entryId: 'E1',
    })
  })

  it('holds for nothing else', () => {
    expect(ask({ enterprise: '青屿', person: '张大伟' })).toBe('enterprise-unknown')
    expect(ask({ enterprise: '示例精公', person: '陈谷' })).toBe('person-unknown')
  })

  it('never wins over a contradiction', () => {
    expect(ask({ enterprise: '青屿', person: '张小伟', mobileKey: 'm1' })).toBe('mobile-of-other')
    expect(ask({ uscc: uscc(2), enterprise: '示例精公', person: '陈谷雨' })).toBe('enterprise-contradicts')
    expect(ask({ enterprise: '示例望春机械有限公司', person: '陈谷雨' })).toBe('enterprise-contradicts')
  })
})

it('names an enterprise by code, name or core, and never by a former name alone', () => {
  const named = (enterprise: string) => matchEnterprise(index, { uscc: null, enterprise })
  expect(named('示例精工')).toEqual({ kind: 'matched', by: 'name', entryId: 'E1' })
  expect(named('示例澄川新材料股份公司')).toEqual({ kind: 'matched', by: 'name', entryId: 'E2' })
  expect(named('示例澄川新材料')).toEqual({ kind: 'queued', reasons: ['enterprise-several'] })
  expect(named('宁波示例老屿渔业有限公司')).toEqual({ kind: 'queued', reasons: ['enterprise-unknown'] })
})
