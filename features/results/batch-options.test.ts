import { describe, expect, it } from 'vitest'
import { countedRates } from './batch-options'
import { looksLikeJielong } from './looks-like-jielong'

const quiz = { rates: ['AWARENESS' as const], passScore: 80 }
const both = { rates: ['TRAINING' as const, 'AWARENESS' as const], passScore: 80 }

describe('what a row counts for', () => {
  it('awareness asks for the mark, or for a column that says who passed, which wins', () => {
    expect(countedRates({ score: 80, passed: null }, quiz)).toEqual({ rates: ['AWARENESS'], reason: null })
    expect(countedRates({ score: 79.5, passed: null }, quiz)).toEqual({ rates: [], reason: 'below-mark' })
    expect(countedRates({ score: null, passed: null }, quiz)).toEqual({ rates: [], reason: 'no-score' })
    expect(countedRates({ score: 10, passed: true }, quiz).rates).toEqual(['AWARENESS'])
    expect(countedRates({ score: 100, passed: false }, quiz)).toEqual({ rates: [], reason: 'below-mark' })
  })

  it('training counts whoever was there', () => {
    expect(countedRates({ score: 20, passed: null }, both)).toEqual({ rates: ['TRAINING'], reason: null })
    expect(countedRates({ score: null, passed: null }, { rates: [], passScore: null })).toEqual({
      rates: [],
      reason: null,
    })
  })
})

describe('a pasted block', () => {
  it('is a 接龙 when most lines after the first number carry one and none has a tab', () => {
    expect(looksLikeJielong('#接龙\n报名\n1. 张示例 示例精工\n2. 李示例 示例精工')).toBe(true)
    expect(looksLikeJielong('1\t张示例\t示例精工\n2\t李示例\t示例精工')).toBe(false)
    expect(looksLikeJielong('企业,姓名\n示例精工,张示例\n示例精密,李示例')).toBe(false)
  })
})
