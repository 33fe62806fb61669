import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DEFAULT_SMS_LAYOUT,
  type SmsLayout,
  type SmsReceiver,
  smsLayoutProblems,
  smsParts,
  smsRow,
  smsText,
} from './sms-layout'

const receiver: SmsReceiver = {
  name: '陈示例',
  mobile: '19900000001',
  enterprise: '示例精工',
  seat: '负责人',
  link: 'https://example.org/l/x',
  code: '',
  until: '2026-12-31',
  todo: '五张卡片和五道题',
}
const layout: SmsLayout = {
  columns: [
    { kind: 'mobile', header: '号码' },
    { kind: 'text', header: '内容' },
    { kind: 'fixed', header: '签名', text: '【示例科技局】' },
    { kind: 'fixed', header: '备用', text: '' },
  ],
  hasHeader: true,
  template: '{姓名}您好，{企业}的{待办}：{链接}，{有效期}前有效。',
  format: 'csv',
}
const codes = (changed: Partial<SmsLayout>) => smsLayoutProblems({ ...layout, ...changed }).map(({ code }) => code)

describe('a row of the list', () => {
  it('has the office’s columns in its order, with fixed texts and an empty one', () => {
    expect(smsRow(layout, receiver)).toEqual([
      '19900000001',
      '陈示例您好，示例精工的五张卡片和五道题：https://example.org/l/x，2026-12-31前有效。',
      '【示例科技局】',
      '',
    ])
  })

  it('replaces once: what a name holds is no placeholder and no pattern', () => {
    expect(smsText('{姓名}{链接}', { ...receiver, name: '{链接}$&$1' })).toBe('{链接}$&$1https://example.org/l/x')
  })

  it('has as many cells as columns, whatever they are', () => {
    const kind = fc.constantFrom('name', 'mobile', 'enterprise', 'seat', 'text', 'link', 'code', 'until')
    const column = fc.record({ kind, header: fc.string() })
    fc.assert(
      fc.property(fc.array(column), fc.string(), (columns, template) => {
        expect(smsRow({ ...layout, columns, template }, receiver)).toHaveLength(columns.length)
      }),
    )
  })
})

describe('what keeps a layout from being used', () => {
  it('is nothing for a good one', () => {
    expect(codes({})).toEqual([])
    expect(smsLayoutProblems(DEFAULT_SMS_LAYOUT)).toEqual([])
  })

  it('is a missing mobile, and no way in', () => {
    expect(codes({ columns: [{ kind: 'name', header: '姓名' }] })).toEqual(['no-mobile', 'no-way-in'])
  })

  it('is named: placeholders nobody knows, each once', () => {
    expect(smsLayoutProblems({ ...layout, template: '{姓名}{单位}{单位}{ 链接}{链接}{}' })).toEqual([
      { code: 'unknown-placeholder', names: ['单位', ' 链接', ''] },
    ])
    expect(codes({ template: '{constructor}{链接}' })).toEqual(['unknown-placeholder'])
  })

  it('is a wording without a link, without a word, with half a placeholder', () => {
    expect(codes({ template: '{姓名}您好' })).toEqual(['no-link'])
    expect(codes({ template: ' ' })).toEqual(['no-text'])
    expect(codes({ template: '{链接}{姓名' })).toEqual(['stray-brace'])
  })

  it('is not the wording where the list has no text', () => {
    const columns = [
      { kind: 'mobile', header: '号码' },
      { kind: 'link', header: '变量1' },
    ] as const
    expect(codes({ columns, template: '{nothing' })).toEqual([])
  })

  it('is a header that is missing or there twice, but only with a header row', () => {
    const columns = [
      { kind: 'mobile', header: '变量' },
      { kind: 'link', header: '变量' },
      { kind: 'name', header: '' },
    ] as const
    expect(codes({ columns })).toEqual(['header-missing', 'same-header'])
    expect(codes({ columns, hasHeader: false })).toEqual([])
  })
})

describe('parts of a message', () => {
  it.each([
    [0, 1],
    [70, 1],
    [71, 2],
    [134, 2],
    [135, 3],
  ])('%d characters are %d', (characters, parts) => {
    expect(smsParts('示'.repeat(characters))).toEqual({ characters, parts })
  })

  it('counts an emoji as two', () => {
    expect(smsParts('👍').characters).toBe(2)
  })
})
