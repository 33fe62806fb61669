import { describe, expect, it } from 'vitest'
import { readMobile } from './mobile'
import { readPeople } from './people-cell'
import { readPersonName } from './person-name'

describe('readMobile', () => {
  it.each([
    '13800138000',
    '+86 138-0013-8000',
    '0086 13800138000',
    '１３８００１３８０００',
    '138 0013 8000',
    '86 13800138000',
  ])('reads %s', (text) => expect(readMobile(text)).toEqual({ ok: true, value: '13800138000' }))
  it.each([
    ['1.38E+10', 'lost'],
    ['0574-87654321', 'landline'],
    ['87654321', 'landline'],
    ['1380013800', 'pattern'],
    ['12800138000', 'pattern'],
    ['', 'empty'],
    ['无', 'empty'],
  ])('refuses %s as %s', (text, problem) => expect(readMobile(text)).toMatchObject({ ok: false, problem }))
})

describe('readPersonName', () => {
  it.each([
    ['张　三', '张三'],
    ['欧阳 娜娜', '欧阳娜娜'],
    ['买买提•艾力', '买买提·艾力'],
    ['𠮷野', '𠮷野'],
    ['John  Smith', 'John Smith'],
    ['李四先生', '李四'],
  ])('reads %s as %s', (text, name) => expect(readPersonName(text)).toEqual({ ok: true, value: name }))
  it.each(['张三😀', '123', '王', '<b>'])('refuses %s', (text) => expect(readPersonName(text).ok).toBe(false))
})

describe('readPeople', () => {
  const cell = (name: string, mobile = '', post = '') => readPeople({ name, mobile, post })

  it('splits several people in one cell, each with their own number', () => {
    const expected = [
      { name: '张三', mobile: '13800138000' },
      { name: '李四', mobile: '13900139000' },
    ]
    expect(cell('张三 13800138000\n李四 13900139000').people).toMatchObject(expected)
    expect(cell('张三13800138000、李四13900139000').people).toMatchObject(expected)
    expect(cell('张三、李四', '13800138000/13900139000').people).toMatchObject(expected)
    expect(cell('张三（13800138000） 李四（13900139000）').people).toMatchObject(expected)
  })

  it('never pairs names with numbers when their counts differ', () => {
    expect(cell('张三、李四', '13800138000')).toMatchObject({
      people: [],
      problems: [{ code: 'mobiles-and-names-differ' }],
    })
  })

  it('marks bookkeeping agencies and delegated heads from what stands beside the name', () => {
    expect(cell('王五（代账）', '13800138000').people[0]).toMatchObject({
      name: '王五',
      delegation: 'BOOKKEEPING_AGENCY',
    })
    expect(cell('王五', '', '受托负责人').people[0]).toMatchObject({ delegation: 'DELEGATED_HEAD' })
  })

  it('says what is wrong with a number and keeps the person of a fixed line', () => {
    expect(cell('张三', '1.38E+10').problems).toMatchObject([{ code: 'mobile-lost' }])
    expect(cell('张三 0574-87654321')).toMatchObject({
      people: [{ name: '张三', mobile: null }],
      problems: [{ code: 'mobile-landline' }],
    })
    expect(cell('', '13800138000').problems).toMatchObject([{ code: 'person-name-missing' }])
  })
})
