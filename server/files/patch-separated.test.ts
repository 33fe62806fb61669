import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gb18030Bytes } from './gb18030'
import { patchSeparated, type SeparatedPatch, textEncoding } from './patch-separated'
import { readPaste } from './read-paste'

const patch = (more: Partial<SeparatedPatch> = {}): SeparatedPatch => ({
  headerRow: 1,
  headers: ['完成情况', '还差'],
  rows: new Map([[2, ['已完成', null]]]),
  earlier: null,
  ...more,
})

describe('patchSeparated', () => {
  it('adds columns to CSV and keeps byte order mark, quotes and line ends', () => {
    const before = '\uFEFF企业,备注\r\n示例甲,"两行\n""引号"", 逗号"\r\n示例乙\r\n\r\n'
    const after = patchSeparated(
      Buffer.from(before),
      patch({
        rows: new Map([
          [2, ['已完成', '=1+1']],
          [3, ['待完成', '课程,"甲"']],
        ]),
      }),
    )
    expect(after.toString()).toBe(
      '\uFEFF企业,备注,完成情况,还差\r\n示例甲,"两行\n""引号"", 逗号",已完成,\'=1+1\r\n示例乙,,待完成,"课程,""甲"""\r\n\r\n',
    )
  })

  it('keeps GB18030 as it is and writes in it', () => {
    const before = Buffer.concat([gb18030Bytes('企业,区域\n示例·甬江,鄞州\n'), Buffer.from([])])
    expect(textEncoding(before)).toBe('gb18030')
    const after = patchSeparated(before, patch())
    expect(new TextDecoder('gb18030').decode(after)).toBe('企业,区域,完成情况,还差\n示例·甬江,鄞州,已完成,\n')
  })

  it('writes columns of an earlier time again in their place', () => {
    const once = patchSeparated(Buffer.from('企业\t区域\n甲\t乙\n'), patch())
    const earlier = { first: 2, count: 2 }
    expect(patchSeparated(once, patch({ earlier })).equals(once)).toBe(true)
    const fewer = patchSeparated(once, patch({ earlier, headers: ['日期'], rows: new Map([[2, ['2026-11-02']]]) }))
    expect(fewer.toString()).toBe('企业\t区域\t日期\t\n甲\t乙\t2026-11-02\t\n')
  })

  it('counts records and fields as the reader does, whatever stands in them', () => {
    const piece = fc.constantFrom('a', '中', '"', '""', ',', '\t', '\n', '\r\n', '\r', ' ')
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 25 }), (pieces) => {
        const text = `${pieces.join('')}x`
        const before = readPaste(text, 1000)
        const rows = new Map(before.map(({ row }) => [row, ['我们']]))
        const headerRow = before[0]?.row ?? 1
        const after = readPaste(
          patchSeparated(Buffer.from(text), patch({ headerRow, headers: ['我们'], rows })).toString(),
          1000,
        )
        expect(after.map(({ row }) => row)).toEqual(before.map(({ row }) => row))
        after.forEach((row, i) => {
          const cells = [...row.cells]
          expect(cells.at(-1)?.[1].text).toBe('我们')
          expect(cells.slice(0, -1)).toEqual([...(before[i]?.cells ?? [])])
        })
      }),
    )
  })

  it('knows text from what is none', () => {
    expect(textEncoding(Buffer.from('企业'))).toBe('utf-8')
    expect(textEncoding(Buffer.from('\uFEFF企业', 'utf16le'))).toBeNull()
  })
})
