import { describe, expect, it } from 'vitest'
import { firstLook } from './first-look'
import { inventedWorkbook } from './invented-workbook'
import { readPaste } from './read-paste'

const TEXT = '企业名称,负责人\r\n示例甲有限公司,张三\r\n'
/** 企业名称,负责人 / 示例甲有限公司,张三 in GB18030, as Excel saves a CSV on a Chinese computer. */
const GB18030 = Buffer.from('c6f3d2b5c3fbb3c62cb8bad4f0c8cb0d0acabec0fdbcd7d3d0cfdeb9abcbbe2cd5c5c8fd0d0a', 'hex')
const UTF16LE = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, 'utf16le')])
const UTF16BE = Buffer.from(UTF16LE).swap16()

describe('firstLook', () => {
  const refusal = (bytes: Buffer, name: string) =>
    firstLook(bytes, name).catch((error: { code?: string }) => error.code ?? 'not refused')

  it('takes text by its name, in every encoding of an office', async () => {
    for (const bytes of [Buffer.from(TEXT), UTF16LE, UTF16BE, GB18030])
      for (const name of ['名册.csv', '名册.TXT']) expect(await firstLook(bytes, name)).toBe('text')
  })

  it('takes a CSV renamed to .xlsx when its columns are plain, and refuses prose', async () => {
    expect(await firstLook(Buffer.from(TEXT), '名册.xlsx')).toBe('text')
    expect(await firstLook(GB18030, '名册.xlsx')).toBe('text')
    const long = Buffer.concat([GB18030, ...Array.from({ length: 4000 }, () => GB18030)])
    expect(await firstLook(long, '名册.xlsx')).toBe('text')
    expect(await refusal(Buffer.from('关于做好培训工作的通知\n各区科技局，请报名册。'), '通知.xlsx')).toBe(
      'text-renamed',
    )
  })

  it('takes a workbook by its bytes, whatever its name', async () => {
    expect(await firstLook(await inventedWorkbook([{ name: 'S', rows: [['甲']] }]), '名册.csv')).toBe('workbook')
  })

  it('refuses what is neither, whatever its name', async () => {
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    expect(await refusal(ole, '名册.csv')).toBe('old-xls')
    expect(await refusal(Buffer.from('<html><table><tr><td>企业</td></tr></table></html>'), '名册.csv')).toBe(
      'html-renamed',
    )
    expect(await refusal(Buffer.from('a,b\0\n1,2'), '名册.csv')).toBe('not-a-workbook')
    expect(await refusal(Buffer.alloc(0), '名册.csv')).toBe('empty-file')
  })
})

describe('readPaste of a file', () => {
  it('takes the comma for the separator although a cell holds a tab, and the tab when lines have them', () => {
    const texts = (text: string) =>
      readPaste(text, 10, 'file').map(({ cells }) => [...cells.values()].map((one) => one.text))
    expect(texts('企业,代码\n"甲\t乙",1')).toEqual([
      ['企业', '代码'],
      ['甲\t乙', '1'],
    ])
    expect(texts('企业\t代码\n甲,乙\t1\n丙\t2')).toEqual([
      ['企业', '代码'],
      ['甲,乙', '1'],
      ['丙', '2'],
    ])
  })
})
