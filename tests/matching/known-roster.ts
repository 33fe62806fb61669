import type { MatchEntry, MatchRequest } from '@/domain/matching/match'
import { makeUscc } from '@/domain/roster/uscc'
import { spellingOf } from '@/server/matching/spelling'

export const spelling = spellingOf([
  { kind: 'CITY', code: '3302', name: '宁波市' },
  { kind: 'COUNTY', code: '330212', name: '鄞州区' },
  { kind: 'COUNTY', code: '330203', name: '海曙区' },
])

type Who = [personId: string, name: string, mobileKey: string | null]

function entry(no: number, name: string, holders: Who[], more: Partial<MatchEntry> = {}): MatchEntry {
  return {
    entryId: `E${no}`,
    enterpriseId: `enterprise-${no}`,
    uscc: makeUscc('330212', no),
    name,
    formerNames: [],
    place: '鄞州区 下应街道',
    holders: holders.map(([personId, holderName, mobileKey]) => ({
      personId,
      name: holderName,
      mobileKey,
      seatKind: 'CLERK',
    })),
    ...more,
  }
}

/** Six enterprises: a plain one, twins of company form, one core in two places, a bookkeeper of two, one that nobody serves. */
export const ROSTER = [
  entry(1, '宁波示例精工有限公司', [
    ['p1', '陈谷雨', 'm1'],
    ['p2', '林白露', 'm2'],
  ]),
  entry(2, '示例澄川新材料股份有限公司', [
    ['p3', '王惊蛰', 'm3'],
    ['p4', '王京哲', null],
    ['agent', '代小满', 'm9'],
  ]),
  entry(3, '示例澄川新材料有限公司', [['p5', '周秋分', 'm5']]),
  entry(4, '鄞州示例青屿水产有限公司', [['p6', '张伟', 'm6']], { formerNames: ['宁波示例老屿渔业有限公司'] }),
  entry(5, '示例青屿水产有限公司', [
    ['p7', '张伟', 'm7'],
    ['agent', '代小满', 'm9'],
  ]),
  entry(6, '示例望春机械有限公司', []),
]
/** A row that says only this. */
export const row = (more: Partial<MatchRequest>): MatchRequest => ({
  uscc: null,
  mobileKey: null,
  enterprise: null,
  person: null,
  ...more,
})
