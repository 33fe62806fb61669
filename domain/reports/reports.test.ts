import { describe, expect, it } from 'vitest'
import { linesOf } from './bounded-lines'
import { mayNameEnterprise } from './names-allowed'
import { rateChange, signed } from './rate-change'
import { shortEnterpriseName, shortRegionName } from './short-name'

describe('the change of a rate', () => {
  it('is told in things and in percentage points, half away from zero', () => {
    expect(rateChange({ part: 60, whole: 100 }, { part: 57, whole: 101 })).toEqual({
      part: 3,
      whole: -1,
      points: '+3.6',
    })
    expect(rateChange({ part: 1, whole: 2 }, { part: 3, whole: 4 })).toEqual({ part: -2, whole: -2, points: '-25.0' })
    expect(rateChange({ part: 5, whole: 10 }, { part: 50, whole: 100 }).points).toBe('0')
  })

  it('is never nothing when the rate moved, and nothing at all without a whole', () => {
    expect(rateChange({ part: 10_000, whole: 10_000 }, { part: 9_999, whole: 10_000 }).points).toBe('+<0.1')
    expect(rateChange({ part: 0, whole: 0 }, { part: 1, whole: 2 }).points).toBeNull()
    expect([signed(2), signed(0), signed(-1)]).toEqual(['+2', '0', '-1'])
  })
})

describe('short names', () => {
  it.each([
    ['鄞州区', '鄞州'],
    ['余姚市', '余姚'],
    ['象山县', '象山'],
    ['下应街道', '下应'],
    ['姜山镇', '姜山'],
    ['前湾新区', '前湾'],
    ['宁波国家高新区', '高新'],
    ['东钱湖旅游度假区', '东钱湖'],
    ['大榭开发区', '大榭'],
    ['郊区', '郊区'],
    ['乡镇未明', '乡镇未明'],
  ])('%s is said as %s', (name, short) => expect(shortRegionName(name)).toBe(short))

  it.each([
    ['宁波市示例精工有限公司', '示例精工'],
    ['浙江示例新材料股份有限公司', '示例新材料'],
    ['示例·甬江精密机械有限公司', '示例·甬江精密机械'],
    ['示例（宁波）电机有限公司', '示例电机'],
    ['宁波公司', '宁波公司'],
  ])('%s is said as %s', (name, short) => expect(shortEnterpriseName(name)).toBe(short))
})

it('names enterprises at their leaf and its parent only, never for the city', () => {
  const township = { kind: 'TOWNSHIP', path: '3302.330212.330212001.' } as const
  const county = { kind: 'COUNTY', path: '3302.330212.' } as const
  const city = { kind: 'CITY', path: '3302.' } as const
  expect(mayNameEnterprise(township, township.path)).toBe(true)
  expect(mayNameEnterprise(county, township.path)).toBe(true)
  expect(mayNameEnterprise(city, township.path)).toBe(false)
  expect(mayNameEnterprise(city, '3302.330299.')).toBe(false)
  expect(mayNameEnterprise({ kind: 'COUNTY', path: '3302.330213.' }, township.path)).toBe(false)
})

it('fits pieces into a number of lines and loses none', () => {
  const pieces = Array.from({ length: 23 }, (_, index) => `n${index}`)
  for (const count of [1, 2, 7, 23, 40]) {
    const lines = linesOf(pieces, count, ' ')
    expect(lines.length).toBeLessThanOrEqual(count)
    expect(lines.join(' ').split(' ')).toEqual(pieces)
  }
  expect(linesOf([], 3, ' ')).toEqual([])
})
