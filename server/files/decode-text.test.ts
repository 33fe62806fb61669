import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text'

describe('decodeText', () => {
  it('reads GB18030, from two bytes a character to four', () => {
    // 序号,姓名 / 1,张𠮷 as Excel saves "CSV" on a Chinese computer; 𠮷 takes four bytes.
    const bytes = Buffer.from('d0f2bac52cd0d5c3fb0d0a312cd5c59534b235', 'hex')
    expect(decodeText(bytes)).toBe('序号,姓名\r\n1,张𠮷')
  })

  it('reads UTF-8 with and without its mark, and leaves the mark out', () => {
    expect(decodeText(Buffer.from('序号,姓名'))).toBe('序号,姓名')
    expect(decodeText(Buffer.from('\uFEFF序号,姓名'))).toBe('序号,姓名')
  })

  it('reads UTF-16 of either order', () => {
    const little = Buffer.from('\uFEFF序号\t姓名', 'utf16le')
    expect(decodeText(little)).toBe('序号\t姓名')
    expect(decodeText(Buffer.from(little).swap16())).toBe('序号\t姓名')
  })

  it('reads plain letters and nothing at all', () => {
    expect([decodeText(Buffer.from('a,b')), decodeText(Buffer.alloc(0))]).toEqual(['a,b', ''])
  })
})
