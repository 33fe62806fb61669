import { describe, expect, it } from 'vitest'
import { parse } from '@/tests/matching/parse-results'

const QUESTIONS = [
  '1、您的姓名',
  '2、您所在的企业名称：',
  '3、您的手机号码',
  '4、以下哪些属于研发费用？',
  '5、企业上一年营业收入是多少',
]
const SERVICE = ['序号', '提交答卷时间', '所用时间', '来源', '来源详情', '来自IP']

describe('the export of a questionnaire by text', () => {
  const { data, reading } = parse([
    [...SERVICE, ...QUESTIONS, '总分'],
    [
      '=1',
      '2026/9/12 14:03:22',
      '153秒',
      '微信',
      'N/A',
      '115.1.2.3(浙江-宁波)',
      '张示例',
      '示例精工有限公司',
      '=13900000001',
      '人员工资┋直接投入',
      '(空)',
      '=80',
    ],
    [
      '=2',
      '2026/9/12 14:05:01',
      '98秒',
      '手机提交',
      '直接访问',
      '115.1.2.4(浙江-宁波)',
      '(跳过)',
      '',
      '',
      '(空)',
      '',
      '',
    ],
    [...SERVICE, ...QUESTIONS, '总分'],
  ])

  it('is known by its first columns and proposes what each is for', () => {
    expect(reading).toMatchObject({ source: 'QUESTIONNAIRE', headerRow: 1, dataRows: 2, proposedOn: null })
    expect(reading.columns.map(({ use }) => use)).toEqual([
      'number',
      'submitted-at',
      'unused',
      'unused',
      'unused',
      'unused',
      'person',
      'enterprise',
      'mobile',
      'answer',
      'answer',
      'score',
    ])
    expect(reading.columns[6]).toMatchObject({ column: 6, letters: 'G', header: '1、您的姓名' })
  })

  it('never keeps minutes, source or address, and leaves blanks out', () => {
    expect(data[0]?.cells).toEqual({
      0: '1',
      1: '2026/9/12 14:03:22',
      6: '张示例',
      7: '示例精工有限公司',
      8: '13900000001',
      9: '人员工资┋直接投入',
      11: '80',
    })
    expect(data[1]?.cells).toEqual({ 0: '2', 1: '2026/9/12 14:05:01' })
  })

  it.each([
    ['each with its question', ['4、以下哪些属于研发费用？(人员工资)', '4、以下哪些属于研发费用？(折旧（设备）)']],
    ['the first with its question', ['4、以下哪些属于研发费用？(人员工资)', '4、(折旧（设备）)']],
    ['without the question', ['第4题(人员工资)', '第4题(折旧（设备）)']],
  ])('has the fingerprint of its export by number, where several answers are a column each, %s', (_, options) => {
    const byNumber = parse([
      [...SERVICE, '1、您的姓名', '2、您所在的企业名称:', '3、您的手机号码', ...options, '5、企业上一年营业收入是多少'],
      ['=1', '2026/9/12 14:03:22', '153', '1', '-3', '1', '张示例', '示例精工', '=13900000001', '=1', '=-3', '=-2'],
    ])
    expect(byNumber.reading.fingerprintText).toBe(reading.fingerprintText)
    expect(byNumber.data[0]?.cells[9]).toBe('1')
    expect(Object.keys(byNumber.data[0]?.cells ?? {})).not.toContain('10')
  })

  it('has another fingerprint than a questionnaire that asks something else', () => {
    const other = parse([
      [...SERVICE, ...QUESTIONS.slice(0, 4), '5、别的问题'],
      ['1', '2026/9/12 1:00'],
    ])
    expect(other.reading.fingerprintText).not.toBe(reading.fingerprintText)
  })

  it('knows the blanks of one question and an answer that holds name and mobile', () => {
    const uses = (...headers: string[]) =>
      parse([
        ['序号', '提交答卷时间', ...headers],
        ['1', '2026/9/12 1:00', '甲'],
      ])
        .reading.columns.slice(2)
        .map(({ use }) => use)
    expect(uses('1、请填写您的信息(姓名)', '1、(单位名称)', '1、(手机)', '2、您希望怎样联系(电话)')).toEqual([
      'person',
      'enterprise',
      'mobile',
      'answer',
    ])
    expect(uses('1、您的姓名和手机号', '2、工作单位')).toEqual(['person', 'enterprise'])
  })

  it('knows other services by 编号 and 结束答题时间', () => {
    const { reading: theirs } = parse([
      ['编号', '开始答题时间', '结束答题时间', '答题时长', '1.姓名', '2.单位', '3.联系电话'],
      ['1', '2026-09-12 14:00', '2026-09-12 14:03', '3', '张示例', '示例', '1'],
    ])
    expect(theirs.source).toBe('QUESTIONNAIRE')
    expect(theirs.columns.map(({ use }) => use)).toEqual([
      'number',
      'unused',
      'submitted-at',
      'unused',
      'person',
      'enterprise',
      'mobile',
    ])
  })

  it('prefers what is asked about the reader over what is asked about others', () => {
    const { reading: asked } = parse([
      ['序号', '提交答卷时间', '1、企业负责人姓名', '2、您的姓名'],
      ['1', '2026/9/12 1:00', '甲示例', '乙示例'],
    ])
    expect(asked.columns.map(({ use }) => use)).toEqual(['number', 'submitted-at', 'answer', 'person'])
  })
})
