import { describe, expect, it } from 'vitest'
import { maskCell } from './row-masks'

describe('a cell for whoever does not see persons in full', () => {
  it.each(['张三丰 138-0013-8000', '138 0013 8000', '李四、王五', 'Zhang San', '是', '33020019900101123X'])(
    'shows nothing of %s in a column that nobody reads',
    (text) => {
      expect(maskCell(text, 'answer')).toBe('…')
      expect(maskCell(text, 'unused')).toBe('…')
    },
  )

  it.each([
    ['王小明13800138000', '王小明*******'],
    ['示例·甬江 138-0013-8000', '示例·甬江 *******'],
    ['示例·甬江+86 138 0013 8000（王）', '示例·甬江*******（王）'],
    ['示例·甬江１３８００１３８０００', '示例·甬江*******'],
    ['示例·甬江0574—8765 4321', '示例·甬江*******'],
    ['示例·甬江第123456厂', '示例·甬江第123456厂'],
    ['示例·甬江精密机械有限公司', '示例·甬江精密机械有限公司'],
  ])('stars numbers beside an enterprise: %s', (text, shown) => {
    expect(maskCell(text, 'enterprise')).toBe(shown)
  })

  it('masks names and mobiles, and a mobile of an odd shape whole', () => {
    expect(maskCell('张三丰', 'person')).toBe('张**')
    expect(maskCell('13800138000', 'mobile')).toBe('138****8000')
    expect(maskCell('138-0013-8000 张三丰', 'mobile')).toBe('…')
    expect(maskCell('', 'answer')).toBe('')
  })

  it('leaves what names nobody', () => {
    expect([maskCell('95', 'score'), maskCell('2026-09-01', 'day'), maskCell('12', 'number')]).toEqual([
      '95',
      '2026-09-01',
      '12',
    ])
  })
})
