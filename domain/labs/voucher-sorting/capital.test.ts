import { expect, it } from 'vitest'
import { capitalYuan } from './capital'

it.each([
  [12_030_540, '壹拾贰万零叁佰零伍元肆角整'],
  [20_000_000, '贰拾万元整'],
  [266_667, '贰仟陆佰陆拾陆元陆角柒分'],
  [1_000_005, '壹万元零伍分'],
  [100_010_000_00, '壹亿零壹万元整'],
  [10_050_000, '壹拾万零伍佰元整'],
  [50, '伍角整'],
  [3, '叁分'],
  [0, '零元整'],
])('%d fen is %s', (fen, words) => {
  expect(capitalYuan(fen)).toBe(words)
})
